package org.ambassadorportal.kernel;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.validation.BindingResult;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * What is wrong with one of several texts under one label is an error of that field. On a page they are one field with
 * one place for its error; "accounts[2]" is a name no element has, so neither the error nor a link to it would be seen.
 */
@Configuration(proxyBeanMethods = false)
class FieldsOfLists {

    @Bean
    @Primary
    static LocalValidatorFactoryBean defaultValidator(
            ApplicationContext context, ObjectProvider<ValidationConfigurationCustomizer> customizers) {
        var validator = new Validator();
        validator.setConfigurationInitializer(configuration ->
                customizers.orderedStream().forEach(customizer -> customizer.customize(configuration)));
        validator.setMessageInterpolator(new MessageInterpolatorFactory(context).getObject());
        return validator;
    }

    private static final class Validator extends LocalValidatorFactoryBean {

        @Override
        protected String determineField(ConstraintViolation<Object> violation) {
            var field = super.determineField(violation);
            return field.endsWith("]") ? field.substring(0, field.lastIndexOf('[')) : field;
        }

        /** Of the whole field as well, so that a page can show it again. */
        @Override
        protected @Nullable Object getRejectedValue(
                String field, ConstraintViolation<Object> violation, BindingResult errors) {
            return super.determineField(violation).equals(field)
                    ? super.getRejectedValue(field, violation, errors)
                    : errors.getRawFieldValue(field);
        }
    }
}
