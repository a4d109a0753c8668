package org.ambassadorportal.bar;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every form of the portal, found by walking through the demo as everybody, and by sending each form in turn to come to
 * the pages behind it. All that is sent is taken back: each try is a transaction that is rolled back.
 */
@TestComponent
public class Forms {

    /**
     * A field of a form.
     *
     * @param value what it says, or what somebody sensible would say
     */
    record Field(String name, String type, String value, boolean typed) {}

    /** A form that was sent, to come to the page behind it. */
    record Sent(String page, String action) {}

    /**
     * A form.
     *
     * @param before what has to be sent before its page opens
     * @param page where it stands
     * @param taken whether it is taken with what somebody sensible would say
     * @param why what is wrong with it otherwise
     */
    record Found(
            String who,
            List<Sent> before,
            String page,
            String action,
            String kind,
            List<Field> fields,
            boolean taken,
            String why) {

        List<Field> typed() {
            return fields.stream().filter(Field::typed).toList();
        }

        @Override
        public String toString() {
            return kind + " as " + who + " on " + page;
        }
    }

    /** An answer to a form, and the page it leads to. */
    record Answer(int status, @Nullable String leadsTo, String body) {

        boolean taken() {
            return status / 100 == 3;
        }

        Document page() {
            return Jsoup.parse(body);
        }
    }

    private static final Map<String, String> SENSIBLE = new LinkedHashMap<>();

    static {
        SENSIBLE.put(
                "bluesky|facebook|instagram|linkedin|mastodon|threads|tiktok|youtube|further|more|accounts|holidays",
                "");
        SENSIBLE.put("x", "https://x.com/casey_demo77");
        SENSIBLE.put("ambassadors", "Amina Yusuf");
        SENSIBLE.put("mail", "new.person@hospital.test");
        SENSIBLE.put("requester", "tomas.herrera@hospital.test");
        SENSIBLE.put("(?i).*domain.*", "hospital.test");
        SENSIBLE.put("(?i)socialIntegrityUrl|officialUrl|links?", "https://example.org/page");
        SENSIBLE.put("(?i).*mail.*|administrators", "priyanka.rao@hospital.test");
        SENSIBLE.put("(?i).*(unit|department|parent).*", "Department of Nursing");
        SENSIBLE.put("(?i).*(handle).*", "casey_demo77");
        SENSIBLE.put("(?i).*(profiles|address).*", "https://x.com/casey_demo77");
        SENSIBLE.put("(?i)accountName", "Some plain words");
        SENSIBLE.put("(?i).*(phone|telephone).*", "734-764-2220");
        SENSIBLE.put("(?i).*(followers|attendance|number|count|length|minutes|people).*", "30");
        SENSIBLE.put("(?i).*(language).*", "English");
        SENSIBLE.put("(?i).*(zone).*", "America/Detroit");
    }

    private final MockMvcTester browser;
    private final Tours tours;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private @Nullable List<Found> all;

    Forms(MockMvcTester browser, Tours tours, EntityManager entities, PlatformTransactionManager transactions) {
        this.browser = browser;
        this.tours = tours;
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All forms; they are looked for once for all tests. */
    synchronized List<Found> all() {
        if (all == null) all = find();
        return all;
    }

    private record Place(String who, List<Sent> before, String page, Element form) {}

    private List<Found> find() {
        var found = new LinkedHashMap<String, Found>();
        var places = new ArrayDeque<Place>();
        for (var who : Tours.WHO) {
            tours.of(who)
                    .pages()
                    .forEach(stop ->
                            places(who, List.of(), stop.address(), stop.page()).forEach(places::add));
        }
        while (!places.isEmpty()) {
            var place = places.remove();
            var fields = fields(place.form());
            var kind = kind(place.form().attr("action"), fields);
            if (found.containsKey(kind) && found.get(kind).taken()) continue;
            var form = new Found(
                    place.who(), place.before(), place.page(), place.form().attr("action"), kind, fields, false, "");
            var why = new StringBuilder();
            var behind = trying(form, answer -> {
                var first = answer.apply(field -> field);
                if (!first.taken()) {
                    why.append(first.status())
                            .append(' ')
                            .append(first.page().select(".field-error").eachText());
                    return new ArrayList<Place>();
                }
                var before = new ArrayList<>(form.before());
                before.add(new Sent(form.page(), form.action()));
                var next = String.valueOf(first.leadsTo());
                var pages = new ArrayList<Place>();
                pages.add(new Place(form.who(), before, next, place.form()));
                // What is made here has another name the next time; its own page is met on the walk.
                boolean stays = !next.matches(".*(R-\\d+|[0-9a-f]{8}-[0-9a-f-]{27}).*");
                if (!stays || before.size() > 9) return pages;
                var page = Jsoup.parse(body(get(form.who(), next)));
                pages.addAll(places(form.who(), before, next, page));
                // A page between two forms has none of its own, and leads on.
                if (form.action().contains("/new"))
                    for (var link : page.select("main a[href^=" + next.replaceAll("/new\\b.*", "/new") + "]")
                            .eachAttr("href"))
                        pages.addAll(places(form.who(), before, link, Jsoup.parse(body(get(form.who(), link)))));
                return pages;
            });
            boolean taken = !behind.isEmpty();
            if (taken || !found.containsKey(kind))
                found.put(
                        kind,
                        new Found(
                                form.who(),
                                form.before(),
                                form.page(),
                                form.action(),
                                kind,
                                fields,
                                taken,
                                why.toString()));
            if (taken) behind.subList(1, behind.size()).forEach(places::add);
        }
        return List.copyOf(found.values());
    }

    private static List<Place> places(String who, List<Sent> before, String address, Document page) {
        return page.select("form[method=post]").stream()
                .filter(form -> !form.attr("action").matches("/(sign-out|sign-in|demo|me/sign-in)\\b.*"))
                .map(form -> new Place(who, before, address, form))
                .toList();
    }

    /** The mapping of a form without its references, and what it asks. */
    private static String kind(String action, List<Field> fields) {
        return action.split("\\?", 2)[0]
                        .replaceAll("R-\\d+", "{ref}")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                        .replaceAll("(?<=/ambassadors/)[^/]+", "{slug}")
                        .replaceAll("(?<=/admin/policies/)[^/]+", "{key}")
                        // The desk's own forms are the same for every kind.
                        .replaceAll(
                                "(?<=/desk/)[a-z]+(?=/\\{ref}/(reply|note|wait|resume|assign|tag|untag)$)", "{kind}")
                + fields.stream()
                        .filter(field -> !field.type().equals("hidden"))
                        .map(field -> field.name().replaceAll("\\d+", "0"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sends a form. */
    interface Sender {

        /** With each field changed as it says, and these besides. */
        Answer send(UnaryOperator<Field> change, List<Field> more);

        default Answer apply(UnaryOperator<Field> change) {
            return send(change, List.of());
        }

        default Answer apply(List<Field> more) {
            return send(field -> field, more);
        }
    }

    /**
     * Comes to the page of a form, lets somebody send it, and takes all of it back.
     *
     * @param work is given what sends the form, each field changed as it says
     */
    <T> T trying(Found form, Function<Sender, T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            for (var sent : form.before()) {
                var page = Jsoup.parse(body(get(form.who(), sent.page())));
                send(form.who(), sent.action(), fields(on(page, sent.action())));
            }
            var page = form.before().isEmpty() ? null : body(get(form.who(), form.page()));
            var fields = page == null ? form.fields() : fields(on(Jsoup.parse(page), form.action()));
            return work.apply((change, more) -> send(
                    form.who(),
                    form.action(),
                    Stream.concat(fields.stream().map(Forms::anew).map(change), more.stream())
                            .toList()));
        });
    }

    /** Each sending is one of its own here, or the portal would take the second for a repetition of the first. */
    private static Field anew(Field field) {
        return field.name().equals("once")
                ? new Field("once", "hidden", java.util.UUID.randomUUID().toString(), false)
                : field;
    }

    private static Element on(Document page, String action) {
        return page.select("form[method=post]").stream()
                .filter(form -> form.attr("action").equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + action + " on " + page.title()));
    }

    Answer send(String who, String action, List<Field> fields) {
        AbstractMockHttpServletRequestBuilder<?> request =
                fields.stream().anyMatch(field -> field.type().equals("file"))
                        ? MockMvcRequestBuilders.multipart(URI.create(action))
                        : MockMvcRequestBuilders.post(URI.create(action));
        for (var field : fields) if (!field.type().equals("file")) request.param(field.name(), field.value());
        var person = tours.person(who);
        if (person != null) request.with(TestPeople.as(person));
        request.with(SecurityMockMvcRequestPostProcessors.csrf());
        var answer = browser.perform(request).getResponse();
        // The transaction around it would keep this for its end.
        if (answer.getStatus() / 100 == 3) {
            entities.flush();
            entities.clear();
        }
        return new Answer(answer.getStatus(), answer.getRedirectedUrl(), body(answer));
    }

    MockHttpServletResponse get(String who, String address) {
        return tours.of(who).get(address);
    }

    static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What a form says when somebody sensible fills in what is empty. */
    static List<Field> fields(Element form) {
        var fields = new ArrayList<Field>();
        var chosen = new TreeSet<String>();
        for (var input : form.select("input[name], textarea[name], select[name], button[name]")) {
            var name = input.attr("name");
            var type = input.tagName().equals("input") ? input.attr("type").toLowerCase() : input.tagName();
            if (name.equals("_csrf") || input.hasAttr("disabled")) continue;
            switch (type) {
                case "hidden", "submit" -> fields.add(new Field(name, type, input.attr("value"), false));
                // A button without a name is the one that people press.
                case "button" -> {
                    if (form.selectFirst("button:not([name])") == null && chosen.add("button"))
                        fields.add(new Field(name, type, input.attr("value"), false));
                }
                case "radio" -> {
                    boolean another = form.select("input[type=radio][checked]").stream()
                            .anyMatch(radio -> radio.attr("name").equals(name) && radio != input);
                    if (!another && chosen.add(name)) fields.add(new Field(name, type, input.attr("value"), false));
                }
                case "checkbox" -> {
                    boolean another = form.select("input[type=checkbox][checked]").stream()
                            .anyMatch(box -> box.attr("name").equals(name));
                    if (input.hasAttr("checked") || (!another && chosen.add(name)))
                        fields.add(new Field(name, type, input.attr("value"), false));
                }
                case "select" -> {
                    var selected = input.selectFirst("option[selected]");
                    var first = input.select("option").stream()
                            .filter(option -> !option.attr("value").isEmpty())
                            .findFirst();
                    var value = selected != null && !selected.attr("value").isEmpty()
                            ? selected.attr("value")
                            : first.map(option -> option.attr("value")).orElse("");
                    fields.add(new Field(name, type, value, false));
                }
                case "textarea" ->
                    fields.add(new Field(name, type, or(input.wholeText().strip(), name, type), true));
                case "file" -> fields.add(new Field(name, type, "", false));
                default -> fields.add(new Field(name, type, or(input.attr("value"), name, type), true));
            }
        }
        return fields;
    }

    private static String or(String value, String name, String type) {
        if (!value.isEmpty()) return value;
        var in = java.time.LocalDate.now(java.time.Clock.systemUTC()).plusDays(40);
        while (in.getDayOfWeek().getValue() > 5) in = in.plusDays(1);
        switch (type) {
            case "date" -> {
                if (name.matches("reported|opened|archived"))
                    return in.minusDays(80).toString();
                return (name.matches("(?i).*(until|end).*") ? in.plusDays(60) : in).toString();
            }
            case "time" -> {
                return name.matches("(?i).*(until|end|to|closes).*") ? "16:00" : "10:00";
            }
            case "number" -> {
                return "3";
            }
            default -> {
                return SENSIBLE.entrySet().stream()
                        .filter(rule -> name.matches(rule.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("Some plain words");
            }
        }
    }
}
