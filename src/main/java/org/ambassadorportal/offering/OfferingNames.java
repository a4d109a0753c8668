package org.ambassadorportal.offering;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Offerings by their names. */
@Component
class OfferingNames implements Names {

    @Override
    public String sql() {
        return "select id, name from offering";
    }
}
