package org.ambassadorportal.policy;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Policies by their present title, versions by their own and their number. */
@Component
class PolicyNames implements Names {

    @Override
    public String sql() {
        return """
                select policy_id, title from policy_version where state = 'CURRENT'
                union all
                select id, title || ' (' || number || ')' from policy_version
                """;
    }
}
