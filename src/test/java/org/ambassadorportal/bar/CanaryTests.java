package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.DemoTest;
import org.ambassadorportal.RouteTable;
import org.ambassadorportal.RouteTable.Door;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is private appears at no address that anyone may open. The table {@code columns.txt} says of every column with
 * text whether it is public; the private ones get a canary in every row of the demo, and then every address for anyone
 * is opened. All of it is taken back.
 */
@DemoTest
class CanaryTests {

    private static final Path TABLE = Path.of("src/test/resources/columns.txt");
    private static final String CANARY = "zqcanary";

    /** A word that stands nowhere, for a search to be compared with. */
    private static final String NOWHERE = "zqnobird";

    /** What a real one is made of is mailed and kept nowhere. */
    private static final Pattern LINK = Pattern.compile("GET /(sign-in/link|booking|calendars)/\\{token}.*");

    @Autowired
    Tours tours;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyColumnWithTextIsPublicOrPrivate() throws IOException {
        assertThat(table().keySet()).isEqualTo(columns());
    }

    @Test
    void everyAddressForAnyoneIsOpenedWithSomethingReal() throws IOException {
        var walked = tours.of("nobody").stops().stream()
                .map(stop -> "GET " + stop.pattern())
                .collect(Collectors.toSet());
        assertThat(forAnyone()
                        .filter(route ->
                                route.contains("{") && !LINK.matcher(route).matches()))
                .as("an address with a variable that no page links to belongs into more()")
                .allMatch(route -> walked.contains(route) || route.matches("GET /ambassadors/\\{slug}.*"));
    }

    @Test
    void nothingPrivateStandsAtAnyAddressForAnyone() throws IOException {
        var addresses = new LinkedHashSet<String>();
        tours.of("nobody").stops().forEach(stop -> addresses.add(stop.address()));
        forAnyone().forEach(route -> addresses.add(RouteTable.addressOfNothing(route)));
        addresses.addAll(more());
        var secrets = table();
        var found = new ArrayList<String>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            database.sql("update ambassador set show_bio = false, show_topics = false, show_languages = false,"
                            + " show_title = false, show_credentials = false")
                    .update();
            secrets.forEach(this::sing);
            for (var address : addresses) {
                var answer = tours.of("nobody").get(address);
                var said = Forms.body(answer)
                        + answer.getHeaderNames().stream()
                                .map(answer::getHeaders)
                                .toList();
                if (answer.getStatus() >= 500) found.add(address + " broke: " + answer.getStatus());
                var canary = Pattern.compile(CANARY + "[\\w.-]*").matcher(said);
                if (canary.find()) found.add(address + ": " + canary.group());
            }
            for (var search : List.of("/ambassadors?q=", "/accounts?q=", "/units/suggest?q=")) {
                var hit = Forms.body(tours.of("nobody").get(search + CANARY));
                var miss = Forms.body(tours.of("nobody").get(search + NOWHERE));
                if (!without(hit, CANARY).equals(without(miss, NOWHERE))) found.add(search + " finds what is private");
            }
        });
        assertThat(found).isEmpty();
        assertThat(addresses).as("pages, tables and cards").hasSizeGreaterThan(60);
    }

    private static Stream<String> forAnyone() throws IOException {
        return RouteTable.read().entrySet().stream()
                .filter(route -> route.getValue() == Door.ANYONE && RouteTable.reads(route.getKey()))
                .map(java.util.Map.Entry::getKey);
    }

    /** Addresses that no page links to: of what is hidden, and questions about it. */
    private Set<String> more() {
        var more = new LinkedHashSet<String>();
        database
                .sql("select slug from ambassador_address union select slug from ambassador")
                .query(String.class)
                .stream()
                .forEach(
                        slug -> Stream.of("", ".vcf", "/photo").forEach(end -> more.add("/ambassadors/" + slug + end)));
        database
                .sql("select canonical from registry_account where state = 'UNDER_REVIEW'"
                        + " union select typed from enrollment_profile where typed <> ''"
                        + " union select address_key from ambassador_profile where hidden limit 20")
                .query(String.class)
                .stream()
                .forEach(text -> more.add("/accounts/verify?url=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        Stream.of("a", "department").forEach(text -> more.add("/units/suggest?q=" + text));
        return more;
    }

    private static String without(String body, String word) {
        return body.replace(word, "");
    }

    /** Puts a canary with its column's name into the rows; where a column is unique, its rows stay apart. */
    private void sing(String column, String door) {
        if (!door.startsWith("PRIVATE")) return;
        var parts = column.split("\\.");
        var canary = "'" + CANARY + "-" + column + "-' || left(md5(ctid::text), 8)";
        boolean list = database.sql(
                        "select data_type = 'ARRAY' from information_schema.columns where table_name = ? and column_name = ?")
                .params(parts[0], parts[1])
                .query(Boolean.class)
                .single();
        var where = door.contains(" where ") ? "(" + door.split(" where ", 2)[1] + ") and " : "";
        database.sql("update %1$s set %2$s = %3$s where %4$s %2$s is not null"
                        .formatted(parts[0], parts[1], list ? "array[" + canary + "]" : fitted(parts, canary), where))
                .update();
    }

    private String fitted(String[] column, String canary) {
        return database.sql("""
                        select case when character_maximum_length < 80 then 'left(''zqcanary'' || ctid::text, ' || character_maximum_length || ')' end
                        from information_schema.columns where table_name = ? and column_name = ?""")
                .params(column[0], column[1])
                .query(String.class)
                .optional()
                .orElse(canary);
    }

    private TreeSet<String> columns() {
        return database.sql("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                            and (c.data_type in ('text', 'character varying') or c.udt_name in ('_text', '_varchar'))
                            and c.table_name !~ '^(flyway|scheduled|spring|audit)'""").query(String.class).stream().collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each column, and its door with the rows it is about. */
    private static TreeMap<String, String> table() throws IOException {
        var table = new TreeMap<String, String>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split(" ", 3);
            table.put(parts[1], parts.length > 2 ? parts[0] + " " + parts[2] : parts[0]);
        }
        return table;
    }
}
