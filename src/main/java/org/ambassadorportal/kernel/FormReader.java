package org.ambassadorportal.kernel;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.validation.SmartValidator;

/**
 * Reads answers that were kept as text into a form, as if a browser had sent them just now: with the same conversions
 * and the same checks.
 */
@Component
public class FormReader {

    /** A form as it was read, and what is wrong with it. */
    public record Read<T>(T form, BindingResult errors) {

        /** Says what is wrong at the fields of another form that has the same names; it keeps what was typed. */
        public void into(Errors other) {
            for (var error : errors.getFieldErrors()) {
                if (!(other instanceof MapBindingResult map)
                        || !map.getTargetMap().containsKey(error.getField())) continue;
                map.addError(new FieldError(
                        map.getObjectName(),
                        error.getField(),
                        map.getTargetMap().get(error.getField()),
                        error.isBindingFailure(),
                        error.getCodes(),
                        error.getArguments(),
                        error.getDefaultMessage()));
            }
        }
    }

    private final ConversionService conversions;
    private final SmartValidator validator;

    FormReader(@Qualifier("mvcConversionService") ConversionService conversions, SmartValidator validator) {
        this.conversions = conversions;
        this.validator = validator;
    }

    /**
     * Reads a form that is a record.
     *
     * @param answers by the names of the fields; several answers to one field stand on lines of their own
     */
    public <T> Read<T> read(Class<T> form, Map<String, String> answers) {
        var binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(form));
        binder.setConversionService(conversions);
        binder.construct(new Answers(answers));
        var made = form.cast(Objects.requireNonNull(binder.getTarget()));
        var errors = new BeanPropertyBindingResult(made, "form");
        errors.addAllErrors(binder.getBindingResult());
        validator.validate(made, errors);
        return new Read<>(made, errors);
    }

    private record Answers(Map<String, String> texts) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            var text = texts.get(name);
            if (text == null || text.isBlank()) return null;
            boolean several = java.util.Collection.class.isAssignableFrom(type) || type.isArray();
            return several ? text.lines().map(String::strip).toArray(String[]::new) : text;
        }

        @Override
        public Set<String> getNames() {
            return texts.keySet();
        }
    }
}
