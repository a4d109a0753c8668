package org.ambassadorportal.amplification;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Amplifications by their references. */
@Component
class AmplificationNames implements Names {

    @Override
    public String sql() {
        return "select id, 'R-' || reference from amplification_request";
    }
}
