package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Consultations, trainings and talks by their references. */
@Component
class ConsultationNames implements Names {

    @Override
    public String sql() {
        return "select id, 'R-' || reference from consultation_request";
    }
}
