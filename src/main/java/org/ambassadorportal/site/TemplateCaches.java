package org.ambassadorportal.site;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Keeps every template and every expression once it was read. The pages have some thousands of expressions; of so many,
 * the engine's own 500 places are always taken by others, and each page would be read anew.
 */
@Configuration(proxyBeanMethods = false)
class TemplateCaches {

    private static final int TEMPLATES = 2_000;
    private static final int EXPRESSIONS = 20_000;

    TemplateCaches(SpringTemplateEngine engine) {
        var caches = new StandardCacheManager();
        caches.setTemplateCacheMaxSize(TEMPLATES);
        caches.setExpressionCacheMaxSize(EXPRESSIONS);
        engine.setCacheManager(caches);
    }
}
