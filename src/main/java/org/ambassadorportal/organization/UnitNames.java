package org.ambassadorportal.organization;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Units by their names. */
@Component
class UnitNames implements Names {

    @Override
    public String sql() {
        return "select id, name from organization_unit";
    }
}
