package org.ambassadorportal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens which statements go to the database, through the loggers of those who send them. */
public final class Statements {

    private static final List<String> SENDERS =
            List.of("org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL");

    private Statements() {}

    /**
     * The statements of some work, in their order; meanwhile nothing else may go on. Those that read or keep the session
     * and its person are left out: every page has them.
     */
    public static List<String> of(Runnable work) {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var loggers = SENDERS.stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        var levels = loggers.stream().map(Logger::getLevel).toList();
        for (var logger : loggers) {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(heard);
        }
        try {
            work.run();
        } finally {
            for (int at = 0; at < loggers.size(); at++) {
                loggers.get(at).detachAppender(heard);
                loggers.get(at).setAdditive(true);
                loggers.get(at).setLevel(levels.get(at));
            }
        }
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.startsWith("Executing") && text.contains("[")
                        || text.matches("(?is)\\s*(select|insert|update|delete|with)\\b.*"))
                .filter(text -> !text.contains("SPRING_SESSION") && !text.contains("generation"))
                .toList();
    }
}
