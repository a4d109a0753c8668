package org.ambassadorportal.kernel;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Keeps a form in the model when one of its fields cannot be read. Spring makes the record also then, with the
 * unreadable field empty, but it has begun to note errors before, about no object at all; and so the page would find no
 * form to show. Here the errors move to the record once it is made.
 */
@Configuration(proxyBeanMethods = false)
class FormBinding {

    /**
     * First of all registrations, because Boot heeds a single one. The mapping that htmx's library registers is handed
     * on; its adapter only adds an advice for annotations that nobody uses here.
     */
    @Bean
    @Primary
    WebMvcRegistrations formsThatStay(ObjectProvider<WebMvcRegistrations> all) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new Adapter();
            }

            @Override
            public @Nullable RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return first(WebMvcRegistrations::getRequestMappingHandlerMapping);
            }

            @Override
            public @Nullable ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
                return first(WebMvcRegistrations::getExceptionHandlerExceptionResolver);
            }

            private <T> @Nullable T first(Function<WebMvcRegistrations, @Nullable T> part) {
                return all.stream()
                        .filter(other -> other != this)
                        .map(part)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            }
        };
    }

    private static final class Adapter extends RequestMappingHandlerAdapter {

        @Override
        protected Binders createDataBinderFactory(List<InvocableHandlerMethod> binderMethods) {
            return new Binders(binderMethods, getWebBindingInitializer());
        }
    }

    private static final class Binders extends ServletRequestDataBinderFactory {

        Binders(List<InvocableHandlerMethod> binderMethods, @Nullable WebBindingInitializer initializer) {
            super(binderMethods, initializer);
        }

        @Override
        protected ServletRequestDataBinder createBinderInstance(
                @Nullable Object target, String objectName, NativeWebRequest request) {
            var binder = new Binder(target, objectName);
            // A form is a record, and has no fields besides those it is made of.
            if (target == null) binder.setDeclarativeBinding(true);
            return binder;
        }
    }

    private static final class Binder extends ServletRequestDataBinder {

        private @Nullable AbstractPropertyBindingResult whole;

        Binder(@Nullable Object target, String objectName) {
            super(target, objectName);
        }

        /** Spring looks at the other fields only when all could be read; people want to hear of all mistakes at once. */
        @Override
        public void construct(ServletRequest request) {
            try {
                super.construct(request);
            } catch (BeansException | IllegalArgumentException | IndexOutOfBoundsException impossible) {
                // Names such as "words[0]" or "people[99999]", which no form of ours sends.
                throw new ErrorResponseException(HttpStatus.BAD_REQUEST, impossible);
            }
            if (getBindingResult().hasErrors() && getTarget() != null) validate();
        }

        @Override
        protected AbstractPropertyBindingResult getInternalBindingResult() {
            if (whole != null) return whole;
            var errors = super.getInternalBindingResult();
            var form = getTarget();
            if (form == null || errors.getTarget() != null) return errors;
            whole = new BeanPropertyBindingResult(
                    form, getObjectName(), isAutoGrowNestedPaths(), getAutoGrowCollectionLimit());
            var conversion = getConversionService();
            if (conversion != null) whole.initConversion(conversion);
            whole.setMessageCodesResolver(errors.getMessageCodesResolver());
            whole.addAllErrors(errors);
            return whole;
        }
    }
}
