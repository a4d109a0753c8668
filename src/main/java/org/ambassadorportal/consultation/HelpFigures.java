package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ambassadorportal.identity.ForComms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What guests say afterwards, for the figures; who said it is left out. */
@Service
@Transactional(readOnly = true)
public class HelpFigures {

    private final JdbcClient database;

    HelpFigures(JdbcClient database) {
        this.database = database;
    }

    /** How many gave each answer during some time, every answer in its order; those given at {@code until} not. */
    @ForComms
    public List<HelpCount> counts(Instant from, Instant until) {
        Map<Helped, Integer> counts = new EnumMap<>(Helped.class);
        database.sql("""
                        select helped, count(*) as answers from consultation_request
                        where helped_at >= :from and helped_at < :until group by helped""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(Helped.valueOf(row.getString("helped")), row.getInt("answers"));
                });
        return Stream.of(Helped.values())
                .map(helped -> new HelpCount(helped, counts.getOrDefault(helped, 0)))
                .toList();
    }
}
