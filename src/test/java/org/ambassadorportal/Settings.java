package org.ambassadorportal;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All settings of the portal's own, read off its {@code @ConfigurationProperties}. */
final class Settings {

    private Settings() {}

    /** The names as they are written in a file: {@code portal.web.base-url}. */
    static Set<String> names() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var names = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("org.ambassadorportal")) {
            var type = Class.forName(found.getBeanClassName());
            var properties = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class);
            if (properties != null) collect(properties.value(), type, names);
        }
        return names;
    }

    /** The name as an environment variable: {@code PORTAL_WEB_BASEURL}. */
    static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }

    private static void collect(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            var name = prefix + "."
                    + component.getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
            boolean nested = component.getType().isRecord()
                    && component.getType().getPackageName().startsWith("org.ambassadorportal");
            if (nested) collect(name, component.getType(), names);
            else names.add(name);
        }
    }
}
