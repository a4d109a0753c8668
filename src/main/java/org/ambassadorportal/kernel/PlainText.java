package org.ambassadorportal.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that can be stored and shown as it was typed. Refuses what PostgreSQL would choke on or silently change (NUL,
 * lone surrogates), invisible control characters, and more than {@link #max} characters. Every text of every form
 * carries it; an architecture test holds that.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The longest text, in UTF-16 units. */
    int max();

    /** Whether line breaks and tabs belong to it. */
    boolean lines() default false;

    String message() default "{text.plain}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Finds the first thing that is wrong and says that one alone. */
    final class Check implements ConstraintValidator<PlainText, CharSequence> {

        private int max;
        private boolean lines;

        @Override
        public void initialize(PlainText rule) {
            max = rule.max();
            lines = rule.lines();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) return true;
            var wrong = text.length() > max ? "{text.long}" : wrongCharacter(text);
            if (wrong == null) return true;
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
            return false;
        }

        private @Nullable String wrongCharacter(CharSequence text) {
            for (int at = 0; at < text.length(); at++) {
                char here = text.charAt(at);
                if (Character.isSurrogate(here)) {
                    boolean pair = Character.isHighSurrogate(here)
                            && at + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(at + 1));
                    if (!pair) return "{text.broken}";
                    at++;
                } else if (Character.isISOControl(here)) {
                    boolean space = here == '\n' || here == '\r' || here == '\t';
                    if (!space) return "{text.control}";
                    if (!lines) return "{text.line}";
                }
            }
            return null;
        }
    }
}
