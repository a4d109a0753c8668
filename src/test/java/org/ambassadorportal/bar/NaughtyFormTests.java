package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.DemoTest;
import org.ambassadorportal.bar.Forms.Answer;
import org.ambassadorportal.bar.Forms.Field;
import org.ambassadorportal.bar.Forms.Found;
import org.ambassadorportal.bar.Forms.Sender;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every field of every form, given what no sensible person types: nothing of it runs, nothing breaks, and what is taken
 * or sent back is shown as it was typed, to everybody who sees it.
 */
@DemoTest
class NaughtyFormTests {

    /** Closes what may be open, opens what must not be, and is worked out where a template reads it twice. */
    private static final String LONG =
            "Zq7%d\"'><b zq7=1>&amp;</textarea></title></script><zq7>${7*7}__${7*7}__[[${7*7}]]{0}%%s";

    private static final String SHORT = "Zq7%d <b zq7=1>\"'";

    /** Words that are compared without their case, and so are kept without it. */
    private static final Set<String> LOWERED = Set.of("brandWords", "mailDomains");

    /** What somebody would add to a form to be or to get more. */
    private static final Map<String, String> EXTRA = extra();

    private static Map<String, String> extra() {
        var extra = new LinkedHashMap<String, String>();
        var other = "00000000-0000-7000-8000-000000000000";
        Stream.of(
                        "id",
                        "requester",
                        "requesterId",
                        "requester.value",
                        "enteredBy",
                        "person",
                        "personId",
                        "person.id",
                        "owner",
                        "owner.id",
                        "who",
                        "by",
                        "assignee",
                        "assigneeId",
                        "settledBy",
                        "decider",
                        "reviewer",
                        "createdBy",
                        "user",
                        "user.id")
                .forEach(name -> extra.put(name, other));
        Stream.of("admin", "lead", "disabled", "approved", "published", "visible", "confirmed", "enabled", "unread")
                .forEach(name -> extra.put(name, "true"));
        extra.putAll(Map.of(
                "role",
                "ADMIN",
                "roles",
                "ADMIN",
                "authorities",
                "ROLE_ADMIN",
                "status",
                "SETTLED",
                "state",
                "PUBLISHED",
                "outcome",
                "approved",
                "generation",
                "99",
                "reference",
                "R-1",
                "kind",
                "enrollment"));
        extra.put("class.module.classLoader.x", "y");
        return extra;
    }

    private static final Pattern REFERENCE = Pattern.compile("R-\\d+");

    /** Where else something appears that was typed into a form with such an address. */
    private static final Map<String, String> SHOWN_ON = Map.of(
            "/admin/accounts", "/accounts /admin/accounts",
            "/admin/freeze", "/freeze /admin/freeze",
            "/admin/organization", "/ /sign-in /requests/new /admin/organization",
            "/admin/people", "/admin/people",
            "/admin/policies", "/policies /admin/policies",
            "/admin/units", "/ambassadors /admin/units",
            "/enroll", "/enroll/check /me",
            "/me", "/ambassadors /me");

    private static final int ROUNDS = 2;
    private static final int PER_AREA = 10;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient database;

    @Test
    void findsTheFormsOfTheHouse() throws IOException {
        var all = forms.all();
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target/forms.txt"),
                all.stream()
                        .map(form -> (form.taken() ? "taken " : "- ") + form + " " + form.why())
                        .toList());
        assertThat(all.stream().filter(Found::taken).map(form -> form.kind().replaceAll("\\[.*", "")))
                .contains(
                        "/enroll/you",
                        "/enroll/profiles",
                        "/me/page",
                        "/requests/new/question",
                        "/requests/{ref}",
                        "/consultations/new",
                        "/amplifications/new",
                        "/freeze/exceptions/new/check",
                        "/desk/{kind}/{ref}/reply",
                        "/desk/enrollments/{ref}/ask",
                        "/admin/accounts",
                        "/admin/people",
                        "/admin/organization",
                        "/admin/units",
                        "/admin/freeze/{ref}/deny");
    }

    @Test
    void nothingTypedIsEverRunOrLost() {
        var wrong = new ArrayList<String>();
        for (var form : forms.all()) {
            if (form.taken() && !form.typed().isEmpty()) forms.trying(form, sends -> naughty(form, sends, wrong));
        }
        assertThat(wrong.stream().distinct()).isEmpty();
    }

    /** Sends the form with something naughty in each field, milder where a field takes no such thing, until it is taken. */
    private Void naughty(Found form, Sender sends, List<String> wrong) {
        Answer last = null;
        var mildness = new HashMap<String, Integer>();
        for (int round = 0; round < 16; round++) {
            var said = new HashMap<String, String>();
            var answer = sends.apply(field -> {
                if (!field.typed()) return field;
                var text = text(
                        field,
                        mildness.getOrDefault(field.name(), 0),
                        form.fields().indexOf(field));
                if (text.equals(field.value())) return field;
                said.put(field.name(), text);
                return new Field(field.name(), field.type(), text, true);
            });
            last = answer;
            if (said.isEmpty() || answer.status() >= 500) {
                if (answer.status() >= 500) wrong.add(form + " broke: " + answer.status());
                return null;
            }
            if (answer.taken()) {
                var seen = new LinkedHashSet<String>();
                for (var page : everybodysPages(form, String.valueOf(answer.leadsTo()))) look(form, page, seen, wrong);
                lost(form, said, seen).forEach(name -> wrong.add(form + " lost " + name + ": " + said.get(name)));
                return null;
            }
            var seen = new LinkedHashSet<String>();
            look(form, answer.page(), seen, wrong);
            if (answer.status() == 422)
                lost(form, said, seen).forEach(name -> wrong.add(form + " does not say again: " + name));
            var bad = bad(answer.page());
            for (var name : said.keySet())
                if (bad.isEmpty() || bad.contains(name)) mildness.merge(name, 1, Integer::sum);
        }
        wrong.add(
                form + " was never taken: " + last.page().select(".field-error").eachText() + bad(last.page()));
        return null;
    }

    @Test
    void textThatCannotBeStoredIsRefusedAtItsField() {
        var wrong = new ArrayList<String>();
        for (var form : forms.all()) {
            if (!form.taken() || form.typed().isEmpty()) continue;
            forms.trying(form, sends -> {
                Map.of("NUL", "a\0b", "half a character", "a\ud83d b", "a control character", "a\u0007b")
                        .forEach((what, text) -> refused(form, null, what, text, sends, wrong));
                // NUL is the one that the database itself would choke on: each field that is not refused with the
                // others
                // is asked alone.
                var named = bad(sends.apply(
                                field -> field.typed() ? new Field(field.name(), field.type(), "a\0b", true) : field)
                        .page());
                form.typed().stream()
                        .filter(field -> !named.contains(field.name()))
                        .forEach(field -> refused(form, field, "NUL in " + field.name(), "a\0b", sends, wrong));
                refused(form, form.typed().getFirst(), "a megabyte", "m".repeat(1024 * 1024), sends, wrong);
                return form;
            });
        }
        assertThat(wrong.stream().distinct()).isEmpty();
    }

    private static void refused(
            Found form, @Nullable Field only, String what, String text, Sender sends, List<String> wrong) {
        var answer = sends.apply(
                field -> field.typed() && (only == null || only.name().equals(field.name()))
                        ? new Field(field.name(), field.type(), text, true)
                        : field);
        if (answer.status() != 422 && answer.status() != 400 && answer.status() != 413)
            wrong.add(form + " with " + what + ": " + answer.status());
        if (answer.status() == 422
                && answer.page()
                        .select(".field-error, .error-summary, .notice, [role=alert]")
                        .isEmpty()) wrong.add(form + " with " + what + " says nothing");
    }

    @Test
    void theBigListOfNaughtyStringsGoesThroughEveryForm() throws IOException {
        var list = bigList();
        int next = 0;
        var wrong = new ArrayList<String>();
        var taken = new TreeSet<String>();
        for (var form : forms.all()) {
            var open =
                    form.typed().stream().filter(NaughtyFormTests::takesWords).toList();
            if (!form.taken() || open.isEmpty()) continue;
            for (int round = 0; round < ROUNDS; round++) {
                var said = new HashMap<String, String>();
                for (var field : open) {
                    said.put(
                            field.name(),
                            field.type().equals("textarea")
                                    ? String.join("\n", some(list, next, PER_AREA))
                                    : list.get(next % list.size()));
                    next += field.type().equals("textarea") ? PER_AREA : 1;
                }
                boolean was = forms.trying(form, sends -> bigListed(form, said, sends, wrong));
                if (was) taken.add(form.kind());
            }
        }
        assertThat(wrong.stream().distinct()).isEmpty();
        assertThat(next).as("how many were typed").isGreaterThan(list.size());
        assertThat(taken).hasSizeGreaterThan(10);
    }

    @Test
    void fieldsThatAFormDoesNotHaveChangeNothing() {
        var standing = standing();
        var wrong = new ArrayList<String>();
        for (var form : forms.all()) {
            if (!form.taken()) continue;
            var plain = forms.trying(form, sends -> sent(sends.apply(List.of()), standing));
            var known = form.fields().stream().map(Field::name).collect(Collectors.toSet());
            var more = EXTRA.entrySet().stream()
                    .filter(extra -> !known.contains(extra.getKey()))
                    .map(extra -> new Field(extra.getKey(), "text", extra.getValue(), false))
                    .toList();
            var loaded = forms.trying(form, sends -> sent(sends.apply(more), standing));
            if (!loaded.equals(plain)) wrong.add(form + ": " + plain + " became " + loaded);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesThatNoFormHasAreNoFaultOfOurs() {
        var wrong = new ArrayList<String>();
        for (var form : forms.all()) {
            int plain = forms.trying(form, sends -> sends.apply(List.of()).status());
            for (var odd : List.of("[0]", "[99999]", ".x", "[x]")) {
                var more = form.fields().stream()
                        .map(Field::name)
                        .distinct()
                        .limit(6)
                        .map(name -> new Field(name + odd, "text", "x", false))
                        .toList();
                int status = forms.trying(form, sends -> sends.apply(more).status());
                if (status >= 500 && plain < 500) wrong.add(form + " with " + odd + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> sent(Answer answer, String standing) {
        return List.of(
                String.valueOf(answer.status()),
                database.sql(standing).query(String.class).single());
    }

    /** Who is what, whose what is, and where it stands: how many rows of each, in every table. */
    private String standing() {
        var columns = database.sql("""
                        select table_name || ' ' || string_agg(quote_ident(column_name), ', ' order by column_name)
                        from information_schema.columns
                        where table_schema = 'public' and (data_type = 'boolean' or column_name ~
                            '(^|_)(role|state|status|kind|outcome|requester|entered|assignee|person|owner|sponsor|reviewer|decider|decided|settled|host|by)(_|$)')
                            and data_type in ('boolean', 'uuid', 'text', 'character varying')
                            and table_name || '.' || column_name <> 'calendar_taken.owner_id'
                            and table_name !~ '^(email|audit|spring|scheduled|submission|desk_draft|sign_in|flyway|enrollment_profile)'
                        group by table_name""").query(String.class).list();
        return columns.stream()
                .map(table -> {
                    var parts = table.split(" ", 2);
                    return "(select coalesce(string_agg(r, E'\\n' order by r), '') from (select '%1$s' || row(%2$s)::text || count(*) as r from %1$s group by %2$s) x)"
                            .formatted(parts[0], parts[1]);
                })
                .collect(Collectors.joining(" || E'\\n' || ", "select md5(", ")"));
    }

    private boolean bigListed(Found form, Map<String, String> said, Sender sends, List<String> wrong) {
        var answer = sends.apply(field -> said.containsKey(field.name())
                ? new Field(field.name(), field.type(), said.get(field.name()), true)
                : field);
        var seen = new LinkedHashSet<String>();
        if (answer.status() >= 500) wrong.add(form + " broke on " + said);
        look(form, answer.page(), seen, wrong);
        if (answer.status() == 422)
            lost(form, said, seen).forEach(name -> wrong.add(form + " does not say again: " + said.get(name)));
        if (!answer.taken()) return false;
        for (var page : List.of(open(form.who(), String.valueOf(answer.leadsTo())), open(form.who(), form.page())))
            look(form, page, seen, wrong);
        return true;
    }

    private static boolean takesWords(Field field) {
        return Set.of("text", "textarea", "").contains(field.type());
    }

    private static List<String> some(List<String> list, int from, int many) {
        return java.util.stream.IntStream.range(from, from + many)
                .mapToObj(at -> list.get(at % list.size()))
                .toList();
    }

    /** The list without what a browser cannot send in a field: its own line breaks and control characters are sent in other tests. */
    private static List<String> bigList() throws IOException {
        try (var file = Files.newBufferedReader(Path.of("src/test/resources/naughty/blns.json"))) {
            var all = JsonMapper.shared().readValue(file, String[].class);
            return Stream.of(all)
                    .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl))
                    .toList();
        }
    }

    private static String text(Field field, int mildness, int at) {
        boolean free = field.type().equals("text")
                || field.type().equals("textarea")
                || field.type().isEmpty();
        if (!free || mildness > 1) return field.value();
        return (mildness == 0 ? LONG : SHORT).formatted(at);
    }

    private static Set<String> bad(Document page) {
        var names = new TreeSet<String>();
        page.select("[aria-invalid=true]").forEach(field -> names.add(field.attr("name")));
        page.select(".field-bad [name]").forEach(field -> names.add(field.attr("name")));
        return names;
    }

    /** The page it leads to as everybody may see it, and those on which new things appear. */
    private List<Document> everybodysPages(Found form, String next) {
        var pages = new ArrayList<Document>();
        for (var who : Tours.WHO) pages.add(open(who, next));
        pages.add(open(form.who(), form.page()));
        var reference = REFERENCE.matcher(next + " " + form.page());
        if (reference.find()) {
            pages.add(open("comms", "/desk/question/" + reference.group()));
            pages.add(open(form.who(), "/requests/" + reference.group()));
            pages.add(open("comms", "/desk?view=all"));
            pages.add(open("admin", "/admin/mail"));
        } else {
            SHOWN_ON.forEach((begin, shown) -> {
                if (form.action().startsWith(begin))
                    Stream.of(shown.split(" ")).forEach(address -> {
                        pages.add(open("nobody", address));
                        pages.add(open(form.who(), address));
                    });
            });
        }
        return pages;
    }

    private Document open(String who, String address) {
        var answer = forms.get(who, address);
        for (int hops = 0; hops < 3 && answer.getRedirectedUrl() != null; hops++)
            answer = forms.get(who, answer.getRedirectedUrl());
        var page = Jsoup.parse(Forms.body(answer));
        page.attr("data-status", String.valueOf(answer.getStatus()));
        page.attr("data-address", address);
        return page;
    }

    /** Nothing came into being that no template has, and all that is shown is remembered. */
    private static void look(Found form, Document page, Set<String> seen, List<String> wrong) {
        if (page.attr("data-status").startsWith("5")) wrong.add(form + " broke " + page.attr("data-address"));
        for (var element : page.getAllElements()) {
            if (hostile(element)) wrong.add(form + " made " + element.cssSelector() + " on " + page.title());
            seen.add(element.attr("value"));
            if (element.tagName().equals("textarea")) seen.add(element.wholeText());
        }
        seen.add(page.text());
        seen.add(page.wholeText());
    }

    static boolean hostile(Element element) {
        boolean script =
                element.tagName().equals("script") && !element.attr("src").matches("/(assets|webjars)/.*");
        boolean tag = Set.of("zq7", "iframe", "object", "embed", "base", "style", "applet", "frame", "marquee")
                .contains(element.tagName());
        boolean attribute = element.attributes().asList().stream()
                .anyMatch(it -> it.getKey().matches("on[a-z]+|zq7|style|srcdoc")
                        || it.getValue()
                                        .strip()
                                        .toLowerCase()
                                        .replaceAll("\\s", "")
                                        .matches("(javascript|data|vbscript):(?!image/svg).*")
                                && it.getKey().matches("href|src|action|formaction|xlink:href"));
        boolean abroad = element.tagName().equals("form")
                && !element.attr("action").startsWith("/")
                && !element.attr("action").isEmpty();
        return script || tag || attribute || abroad;
    }

    private static Set<String> lost(Found form, Map<String, String> said, Set<String> seen) {
        var lost = new TreeSet<String>();
        said.forEach((name, text) -> {
            var kept = LOWERED.contains(name) ? List.of(text, text.toLowerCase(Locale.ROOT)) : List.of(text);
            if (kept.stream()
                    .noneMatch(
                            as -> seen.stream().anyMatch(shown -> plain(shown).contains(plain(as))))) lost.add(name);
        });
        return lost;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }
}
