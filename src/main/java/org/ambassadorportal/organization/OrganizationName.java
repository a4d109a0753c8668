package org.ambassadorportal.organization;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** The organization by its name. */
@Component
class OrganizationName implements Names {

    @Override
    public String sql() {
        return "select uuid '%s', name from organization".formatted(OrganizationChanged.ITSELF);
    }
}
