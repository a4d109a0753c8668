package org.ambassadorportal.identity;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** People by their names. */
@Component
class PersonNames implements Names {

    @Override
    public String sql() {
        return "select id, name from person";
    }
}
