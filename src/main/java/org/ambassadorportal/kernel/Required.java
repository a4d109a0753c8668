package org.ambassadorportal.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An answer that a form cannot do without. It stands beside {@code @Nullable}, which {@code @NotNull} cannot: an empty
 * form has no answer yet, and what was sent may have none.
 */
@Documented
@NotNull @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {

    String message() default "{text.required}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
