package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.DemoTest;
import org.ambassadorportal.RouteTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose reference it is not, for those it is not there. The table {@code others.txt} says of every address with a
 * variable whose things it names; an address that is not in it fails the build.
 */
@DemoTest
class OthersThingsTests {

    private static final Path TABLE = Path.of("src/test/resources/others.txt");

    /** An item of the desk, by what people call it. */
    private record Item(String reference, String kind) {}

    @Autowired
    Forms forms;

    @Autowired
    Tours tours;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyAddressWithAVariableStandsInTheTable() throws IOException {
        assertThat(table().keySet())
                .isEqualTo(RouteTable.read().keySet().stream()
                        .filter(route -> route.contains("{"))
                        .collect(Collectors.toSet()));
        // Nobody may call somebody's own thing public, or a mere name.
        assertThat(table().entrySet())
                .filteredOn(entry -> !Set.of("THEIRS", "OFFICE").contains(entry.getValue()))
                .noneMatch(entry -> entry.getKey().matches(".*\\{(ref|id|person)}.*"));
    }

    @Test
    void somebodyElsesIsNotThereAtAnyAddress() throws IOException {
        var items = othersThan("staff");
        assertThat(items).hasSizeGreaterThan(15);
        var wrong = new ArrayList<String>();
        for (var route : routes("THEIRS")) {
            // What changes something looks for the thing first; of each kind one is enough there.
            for (var item : RouteTable.reads(route) ? items : oneOfEachKind(items)) {
                int status = ask("staff", route, RouteTable.addressWith(route, item.reference()));
                if (status != 404) wrong.add(route + " with " + item + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsOfTheTeamOrTheAdminsIsShutToAllOthers() throws IOException {
        var wrong = new ArrayList<String>();
        for (var route : routes("OFFICE")) {
            for (var address : real(route)) {
                // Those who are not signed in come to no such address at all (RoutesTests).
                for (var who : route.contains(" /admin/") ? List.of("staff", "comms") : List.of("staff")) {
                    int status = ask(who, route, address);
                    if (status != 403) wrong.add(route + " at " + address + " as " + who + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aThingOfAnotherKindIsNotThereEither() throws IOException {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var route : routes("OFFICE")) {
            for (var address : ofAnotherKind(route)) {
                int status = ask("admin", route, address);
                asked++;
                // What is missing in the form may be said first; that says nothing of the thing.
                boolean hidden = status == 404 || (!RouteTable.reads(route) && (status == 400 || status == 422));
                if (!hidden) wrong.add(route + " at " + address + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    private int ask(String who, String route, String address) {
        if (RouteTable.reads(route)) {
            var answer = forms.get(who, address);
            // An old address may lead on to where the thing would be, if it were there.
            var next = answer.getRedirectedUrl();
            return next != null && next.startsWith("/requests/")
                    ? forms.get(who, next).getStatus()
                    : answer.getStatus();
        }
        return new TransactionTemplate(transactions).execute(tried -> {
            tried.setRollbackOnly();
            return forms.send(who, address, List.of()).status();
        });
    }

    /** Addresses of this route with things that there are. */
    private List<String> real(String route) {
        var pattern = RouteTable.pattern(route);
        if (pattern.contains("{ref}"))
            return about(route, items("")).stream()
                    .limit(1)
                    .map(item -> filled(pattern, item.kind(), item.reference()))
                    .toList();
        if (pattern.contains("{slug}")) return List.of(pattern.replace("{slug}", first("ambassador", "slug")));
        if (pattern.contains("{key}")) return List.of(pattern.replace("{key}", first("policy", "key")));
        if (pattern.contains("{person}"))
            return List.of(pattern.replace("{person}", first("calendar_host", "person_id"))
                    .replace("{id}", first("person_away", "id")));
        return List.of(pattern.replace("{id}", first(tableOf(pattern), "id")));
    }

    /** Addresses of this route with things that there are, but not here. */
    private List<String> ofAnotherKind(String route) {
        var pattern = RouteTable.pattern(route);
        if (pattern.contains("{ref}")) {
            // At the desk's own addresses the kind is for people to read; the reference alone decides.
            if (pattern.contains("{kind}")) return List.of();
            var right = about(route, items(""));
            return oneOfEachKind(items("")).stream()
                    .filter(item -> !right.contains(item))
                    .map(item -> filled(pattern, item.kind(), item.reference()))
                    .toList();
        }
        if (pattern.contains("{person}"))
            return Stream.of("organization_unit", "registry_account", "email")
                    .map(table -> first(table, "id"))
                    .map(id -> pattern.replace("{person}", id).replace("{id}", id))
                    .toList();
        if (pattern.contains("{id}"))
            return List.of("person", "organization_unit", "registry_account", "freeze_window", "email", "ambassador")
                    .stream()
                    .filter(table -> !table.equals(tableOf(pattern)))
                    .limit(3)
                    .map(table -> pattern.replace("{id}", first(table, "id")))
                    .toList();
        var slug = first("ambassador", "slug");
        return List.of(pattern.replace("{key}", slug).replace("{slug}", first("policy", "key")));
    }

    private static String filled(String pattern, String kind, String reference) {
        return pattern.replace("{kind}", kind)
                .replace("{ref}", reference)
                .replace("{verb}", "reply")
                .replace("{id}", new UUID(0, 0).toString());
    }

    private static String tableOf(String pattern) {
        var word = pattern.replaceAll("/\\{.*", "").replaceAll(".*/", "");
        return switch (word) {
            case "people" -> "person";
            case "units" -> "organization_unit";
            case "accounts" -> "registry_account";
            case "windows" -> "freeze_window";
            case "mail" -> "email";
            case "canned" -> "desk_canned";
            case "offerings" -> "offering";
            case "blocks" -> "calendar_taken";
            case "classes" -> "training_class";
            case "views" -> "desk_view";
            case "files" -> "desk_file";
            case "bulk" -> "desk_bulk";
            default -> throw new AssertionError("Of what is " + pattern + "? Tell this test.");
        };
    }

    /** Those items that a route of the team is about. */
    private static List<Item> about(String route, List<Item> items) {
        if (route.contains("{kind}") || route.contains("/desk/new/")) return items;
        var word = RouteTable.pattern(route).replaceAll("/\\{.*", "").replaceAll(".*/", "");
        return items.stream()
                .filter(item -> switch (word) {
                    case "consultations" ->
                        Set.of("consultation", "training", "talk").contains(item.kind());
                    case "amplifications" -> item.kind().equals("amplification");
                    case "enrollments" -> item.kind().equals("enrollment");
                    case "exceptions", "freeze" -> item.kind().equals("exception");
                    default -> throw new AssertionError("Of what is " + route + "? Tell this test.");
                })
                .toList();
    }

    private List<Item> othersThan(String who) {
        var me = tours.person(who).id().value();
        return items("where requester_id <> '" + me + "' and entered_by_id <> '" + me + "'");
    }

    /** One of every kind in every state. */
    private List<Item> items(String where) {
        return database.sql("select distinct on (kind, status) 'R-' || reference, kind from desk_item " + where
                        + " order by kind, status, reference")
                .query((row, number) -> new Item(row.getString(1), row.getString(2)))
                .list();
    }

    private static List<Item> oneOfEachKind(List<Item> items) {
        var one = new TreeMap<String, Item>();
        items.forEach(item -> one.put(item.kind(), item));
        return List.copyOf(one.values());
    }

    private String first(String table, String column) {
        return database.sql("select %s::text from %s order by 1 limit 1".formatted(column, table))
                .query(String.class)
                .optional()
                // Whoever may not open the address learns nothing of what is there, not even that nothing is.
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static List<String> routes(String whose) throws IOException {
        return table().entrySet().stream()
                .filter(entry -> entry.getValue().equals(whose))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static TreeMap<String, String> table() throws IOException {
        var table = new TreeMap<String, String>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split(" ", 2);
            table.put(parts[1], parts[0]);
        }
        return table;
    }
}
