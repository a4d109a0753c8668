package org.ambassadorportal.desk;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Transient;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.organization.UnitId;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills a database with items as the desk itself would have stored them: each item goes through its own verbs, at
 * times in the past, and its rows are then copied in, with constraints on. The same seed makes the same desk.
 *
 * <p>What waits grows with the desk, but not in step: at a thousand items 120 wait, at a million 12,000.
 */
final class ManyItems implements AutoCloseable {

    static final String COMMON = "newsletter";
    static final String RARE = "zanzibar";

    private static final String[] KINDS = {
        "question",
        "question",
        "question",
        "question",
        "question",
        "amplification",
        "amplification",
        "consultation",
        "enrollment"
    };
    private static final int TEAM = 12;
    private static final int BATCH = 10_000;
    private static final List<String> TABLES =
            List.of("desk_item", "desk_span", "desk_message", "desk_item_tag", "desk_words");

    private final Connection database;
    private final Random random = new Random(5);
    private final String[] vocabulary = vocabulary();
    private final BusinessTime time;
    private final DeskSettings settings;
    private final Map<Field, String> columns = columns();
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    private final Map<String, String> stems = new HashMap<>();
    private List<Addressee> team = List.of();
    private List<Addressee> requesters = List.of();
    private List<UnitId> units = List.of();
    private List<UUID> tags = List.of();

    ManyItems(String url, String owner, BusinessTime time, DeskSettings settings) throws SQLException {
        this.database = DriverManager.getConnection(url, owner, owner);
        this.time = time;
        this.settings = settings;
    }

    /** A department with sections below it. */
    UnitId department() {
        return units.get(3);
    }

    List<Addressee> team() {
        return team;
    }

    void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (row.next()) all.add(row.getString(1));
            return all;
        }
    }

    /** Empties the desk and fills it anew. */
    void fill(int many) throws SQLException, IOException {
        run("truncate desk_item cascade");
        run("truncate desk_change");
        if (team.isEmpty()) surroundings();
        while (requesters.size() < Math.min(40_000, 50 + many / 20)) requesters.addAll(people(50, "STAFF"));
        flush("person");
        for (var table : TABLES) run("alter table " + table + " disable trigger user");
        var indexes = many > 50_000 ? dropIndexes() : List.<String>of();
        long first = number("select nextval('desk_reference')");
        var now = Instant.now();
        var since = Duration.ofDays(many > 500_000 ? 3650 : many > 50_000 ? 2900 : 365);
        int waiting = Math.min(many * 12 / 100, 2_000 + many / 100);
        for (int at = 0; at < many; at++) {
            // A slot between the one before and the next, so that references follow the time.
            var received = now.minus(since).plusSeconds((long) (since.toSeconds() * (at + random.nextDouble()) / many));
            boolean waits = many - at <= 2 * waiting && random.nextBoolean();
            item(new Reference(first + at), received, now, waits, many);
            if (at % BATCH == BATCH - 1) flush();
        }
        flush();
        run("select setval('desk_reference', " + (first + many) + ")");
        for (var table : TABLES) run("alter table " + table + " enable trigger user");
        long other = number("""
                select count(*) from (select reference from desk_item order by md5(reference::text) limit 500) sample
                  join desk_words using (reference) where words is distinct from desk_words_of(reference)""");
        if (other > 0) throw new IllegalStateException(other + " of 500 rows of words are not as the desk makes them");
        run("set maintenance_work_mem = '512MB'");
        for (var index : indexes) run(index);
        run("vacuum (analyze)");
    }

    private void surroundings() throws SQLException, IOException {
        for (var word : Stream.concat(Arrays.stream(vocabulary), Stream.of(COMMON, RARE))
                .toList()) {
            stems.put(
                    word,
                    texts("select (tsvector_to_array(to_tsvector('english', '" + word + "')))[1]")
                            .getFirst());
        }
        team = new ArrayList<>(people(TEAM, "COMMS"));
        requesters = new ArrayList<>();
        var all = new ArrayList<UnitId>();
        var top = unit("Load Medicine", null);
        all.add(top);
        for (int department = 0; department < 12; department++) {
            var above = unit("Load Department " + department, top);
            all.add(above);
            for (int section = 0; section < 10; section++) {
                all.add(unit("Load Section " + department + "." + section, above));
            }
        }
        units = all;
        var names = new ArrayList<UUID>();
        for (int tag = 0; tag < 30; tag++) {
            var id = Ids.next();
            names.add(id);
            row("desk_tag (id, name, used_at)", id, "load tag " + tag, Instant.now());
        }
        tags = names;
        flush();
    }

    private UnitId unit(String name, @Nullable UnitId parent) {
        var id = UnitId.next();
        row(
                "organization_unit (id, name, kind, parent_id, closed, version)",
                id.value(),
                name,
                parent == null ? "SERVICE_LINE" : "SECTION",
                parent == null ? null : parent.value(),
                false,
                0);
        return id;
    }

    private List<Addressee> people(int many, String role) {
        var all = new ArrayList<Addressee>();
        for (int number = 0; number < many; number++) {
            var id = PersonId.next();
            var name = capital(word()) + " " + capital(word());
            var mail = "load" + id.value().toString().replace("-", "") + "@staff.test";
            row("person (id, name, mail, role, lead, version)", id.value(), name, mail, role, false, 0);
            all.add(new Addressee(id, name, mail));
        }
        return all;
    }

    /** One item's life up to now. */
    private void item(Reference reference, Instant received, Instant now, boolean waits, int many) {
        var requester = requesters.get(random.nextInt(requesters.size()));
        var unit = random.nextInt(5) == 0 ? null : units.get(random.nextInt(units.size()));
        var kind = KINDS[random.nextInt(KINDS.length)];
        var title = capital(words(4 + random.nextInt(4)));
        var life = new Life(reference, requester, received);
        var said = new ItemReceived.Said("Question", "", "");
        life.item = WorkItem.receive(
                new NewItem(reference, kind, title, requester.id(), requester.id(), unit, "words"),
                said,
                requester,
                requester,
                List.of(),
                received);
        life.kept();
        var first = words(15 + random.nextInt(40));
        if (random.nextBoolean()) first += " " + COMMON + " " + words(5);
        if (random.nextInt(many) < 5) first += " " + RARE;
        life.says(Voice.REQUESTER, requester.id(), first);
        int end = waits ? random.nextInt(4) : 4;
        var member = team.get(random.nextInt(team.size()));
        if (end > 0 && life.pass(now, 1 + random.nextInt(600))) {
            life.item.assign(member, null, life.at);
            life.kept();
            life.line(member.id(), "desk.event.taken");
            if (random.nextInt(12) == 0) {
                life.item.prioritize(random.nextBoolean() ? Priority.HIGH : Priority.LOW, life.at);
                life.kept();
            }
        }
        if (end > 1 && life.pass(now, 10 + random.nextInt(900))) {
            life.item.reply(List.of(), member.name(), "words", life.at);
            life.says(Voice.REPLY, member.id(), words(20 + random.nextInt(40)));
            life.kept();
            if (end == 2 || random.nextInt(3) == 0) {
                life.pass(now, 1);
                life.item.awaitRequester(life.at);
                life.kept();
                life.line(member.id(), "desk.event.pended");
            }
        }
        if (end > 2 && life.pass(now, 60 + random.nextInt(3000))) {
            life.item.answer(List.of(), requester.name(), "words", life.at);
            life.says(Voice.REQUESTER, requester.id(), words(10 + random.nextInt(30)));
            life.kept();
            if (random.nextInt(3) == 0 && life.pass(now, 30)) {
                life.item.note(life.at);
                life.says(Voice.NOTE, member.id(), words(8 + random.nextInt(20)));
                life.kept();
            }
        }
        if (end > 3 && life.pass(now, 30 + random.nextInt(2000))) {
            life.item.settle("answered", member.id(), life.at);
            life.kept();
            life.line(member.id(), "desk.event.settled");
        }
        life.write();
        if (random.nextInt(5) == 0) {
            row("desk_item_tag (reference, tag_id)", reference.number(), tags.get(random.nextInt(tags.size())));
        }
    }

    private final class Life {
        private final Reference reference;
        private final Addressee requester;
        private final List<Object[]> spans = new ArrayList<>();
        private final List<Object[]> said = new ArrayList<>();
        private Instant at;
        private WorkItem item;
        private long verbs = -1;
        private @Nullable Status status;
        private Instant since;

        @SuppressWarnings("NullAway.Init")
        Life(Reference reference, Addressee requester, Instant received) {
            this.reference = reference;
            this.requester = requester;
            this.at = received;
            this.since = received;
        }

        /** Lets minutes pass; nothing happens in the future. */
        boolean pass(Instant now, int minutes) {
            var next = at.plus(Duration.ofMinutes(minutes));
            if (next.isAfter(now)) return false;
            at = next;
            return true;
        }

        void kept() {
            verbs++;
            var history = new ArrayList<>(spans.stream()
                    .map(span -> new Clocks.Stretch((Status) span[1], (Instant) span[2], (Instant) span[3]))
                    .toList());
            if (status != null) history.add(new Clocks.Stretch(status, since, null));
            // Never to be worked out anew.
            item.reckon(history, settings.of(item.kind(), item.priority()), time, Long.MAX_VALUE);
            if (item.status() == status) return;
            if (status != null) spans.add(new Object[] {reference.number(), status, since, at});
            status = item.status();
            since = at;
        }

        void says(Voice voice, PersonId by, String words) {
            said.add(new Object[] {Ids.next(), reference.number(), voice, by.value(), words, at});
        }

        void line(PersonId by, String key) {
            says(Voice.EVENT, by, key);
        }

        void write() {
            var values = new ArrayList<@Nullable Object>();
            for (var field : columns.keySet()) values.add(value(field, item));
            values.add(verbs);
            row("desk_item (" + String.join(", ", columns.values()) + ", version)", values.toArray());
            spans.add(new Object[] {reference.number(), status, since, null});
            for (var span : spans) row("desk_span (reference, status, from_at, until_at)", span);
            for (var one : said) row("desk_message (id, reference, voice, author_id, words, said_at)", one);
            row("desk_words (reference, words)", reference.number(), lexemes());
        }

        /** What the database would make of the words; {@link #fill} compares some with it. */
        private String lexemes() {
            var all = new TreeSet<String>();
            for (var word : (item.title() + " " + requester.name()).split(" ")) {
                all.add(word.toLowerCase(Locale.ROOT));
                all.add(stems.get(word.toLowerCase(Locale.ROOT)));
            }
            for (var one : said) {
                if (one[2] != Voice.EVENT) for (var word : one[4].toString().split(" ")) all.add(stems.get(word));
            }
            all.add(requester.mail());
            all.add(String.valueOf(reference.number()));
            return all.stream().map(lexeme -> "'" + lexeme + "'").collect(Collectors.joining(" "));
        }
    }

    /** The columns of an item by its fields. */
    private static Map<Field, String> columns() {
        var columns = new LinkedHashMap<Field, String>();
        for (var field : WorkItem.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    || field.isAnnotationPresent(Transient.class)
                    || field.isAnnotationPresent(Formula.class)) continue;
            field.setAccessible(true);
            var embedded = field.getAnnotation(AttributeOverride.class);
            var named = field.getAnnotation(Column.class);
            columns.put(
                    field,
                    embedded != null
                            ? embedded.column().name()
                            : named != null && !named.name().isEmpty()
                                    ? named.name()
                                    : field.getName()
                                            .replaceAll("([A-Z])", "_$1")
                                            .toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    private static @Nullable Object value(Field field, WorkItem item) {
        try {
            var value = field.get(item);
            if (!(value instanceof Record record)) return value;
            var part = record.getClass().getRecordComponents()[0].getAccessor();
            part.setAccessible(true);
            return part.invoke(record);
        } catch (ReflectiveOperationException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** Drops the indexes that hold no constraint, and answers how they are made again. */
    private List<String> dropIndexes() throws SQLException {
        var tables = TABLES.stream().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
        var wanted = " from pg_index x join pg_class c on c.oid = x.indexrelid where x.indrelid::regclass::text in ("
                + tables + ") and not x.indisunique";
        var made = texts("select pg_get_indexdef(x.indexrelid)" + wanted);
        for (var name : texts("select c.relname" + wanted)) run("drop index " + name);
        return made;
    }

    private void row(String table, @Nullable Object... values) {
        var line = rows.computeIfAbsent(table, any -> new StringBuilder());
        for (int at = 0; at < values.length; at++) {
            if (at > 0) line.append('\t');
            var value = values[at];
            if (value == null) line.append("\\N");
            else
                line.append(value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", " ")
                        .replace("\n", "\\n"));
        }
        line.append('\n');
    }

    private void flush(String... only) throws SQLException, IOException {
        var copier = database.unwrap(PGConnection.class).getCopyAPI();
        for (var entry : rows.entrySet()) {
            if (only.length > 0 && Arrays.stream(only).noneMatch(entry.getKey()::startsWith)) continue;
            copier.copyIn(
                    "copy " + entry.getKey() + " from stdin",
                    new StringReader(entry.getValue().toString()));
            entry.getValue().setLength(0);
        }
    }

    private String words(int many) {
        var text = new StringBuilder();
        for (int at = 0; at < many; at++) text.append(at == 0 ? "" : " ").append(word());
        return text.toString();
    }

    /** Some words are said often and most hardly ever. */
    private String word() {
        return vocabulary[(int) (vocabulary.length * Math.pow(random.nextDouble(), 3))];
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String[] vocabulary() {
        var random = new Random(7);
        var syllables =
                "ba be bi bo da de di do fa fe ga go ha he ka ke ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se so ta te ti to va ve"
                        .split(" ");
        var words = new String[6_000];
        for (int at = 0; at < words.length; at++) {
            var word = new StringBuilder();
            for (int part = 0; part < 2 + random.nextInt(3); part++)
                word.append(syllables[random.nextInt(syllables.length)]);
            words[at] = word.append(random.nextInt(3) == 0 ? "n" : "m").toString();
        }
        return words;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
