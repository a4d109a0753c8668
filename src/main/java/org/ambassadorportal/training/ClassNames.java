package org.ambassadorportal.training;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Classes by their titles. */
@Component
class ClassNames implements Names {

    @Override
    public String sql() {
        return "select id, title from training_class";
    }
}
