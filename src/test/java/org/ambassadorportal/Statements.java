package org.ambassadorportal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Listens which statements go to the database, where they leave the application, whoever sends them. */
public final class Statements {

    private static final Pattern OF_EVERY_PAGE =
            Pattern.compile("(?i)SPRING_SESSION|\\bgeneration\\b|\\bfrom organization(_holiday)? ");

    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    private Statements() {}

    /**
     * The statements of some work of this thread, in their order. Those that read or keep the session, its person, or
     * the facts of the organization (which are kept for half a minute) are left out: every page may have them.
     */
    public static List<String> of(Runnable work) {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.remove();
        }
        return heard.stream()
                .filter(text -> !OF_EVERY_PAGE.matcher(text).find())
                .toList();
    }

    /** Puts the listener between the application and its pool. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Listening {

        @Bean
        static BeanPostProcessor listenToTheDatabase() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool
                            ? ProxyDataSourceBuilder.create(pool)
                                    .listener(new Ear())
                                    .build()
                            : bean;
                }
            };
        }
    }

    private static final class Ear implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var heard = HEARD.get();
            if (heard != null) queries.forEach(query -> heard.add(query.getQuery()));
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }
}
