package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.validation.SmartValidator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the team writes down for somebody who called, wrote or came by: an item of any kind, confirmed to them like one
 * of their own. What the intake asks is asked here too and may stay open; the intake stores its own once all is known,
 * and until then the desk keeps the answers.
 */
@Service
class OnBehalf {

    private static final TypeReference<LinkedHashMap<String, String>> ANSWERS = new TypeReference<>() {};

    /** An answer as any form would check it. */
    private record AnswerForm(
            @PlainText(max = 4000, lines = true) String text) {}

    private record Kept(Map<String, String> answers, boolean incomplete, long version) {}

    private final Desk desk;
    private final TeamDesk team;
    private final Conversations conversations;
    private final Kinds kinds;
    private final People people;
    private final Units units;
    private final Submissions submissions;
    private final SmartValidator validator;
    private final MessageSource words;
    private final When when;
    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    OnBehalf(
            Desk desk,
            TeamDesk team,
            Conversations conversations,
            Kinds kinds,
            People people,
            Units units,
            Submissions submissions,
            SmartValidator validator,
            MessageSource words,
            When when,
            JdbcClient database,
            Clock clock) {
        this.desk = desk;
        this.team = team;
        this.conversations = conversations;
        this.kinds = kinds;
        this.people = people;
        this.units = units;
        this.submissions = submissions;
        this.validator = validator;
        this.words = words;
        this.when = when;
        this.database = database;
        this.clock = clock;
    }

    /** People whose name or address begins with what was typed. */
    @ForComms
    @Transactional(readOnly = true)
    List<PersonRow> suggest(@Nullable String typed) {
        return people.suggest(typed, 8);
    }

    /**
     * Takes in what somebody asked for; they get the confirmation and follow it like a request of their own.
     *
     * @throws Refusal at "askerMail", "kind" or "unit"
     */
    @ForComms
    @Transactional
    Reference write(SignedIn by, OnBehalfForm form) {
        return Reference.of(submissions.once(form.once(), () -> store(by, form).toString()));
    }

    private Reference store(SignedIn by, OnBehalfForm form) {
        var kind = kinds.find(form.kind()).orElseThrow(() -> new Refusal("kind", "desk.new.kind.missing"));
        var way = Objects.requireNonNull(form.way());
        var unit = form.unit() == null || form.unit().isBlank() ? null : units.chosen("unit", form.unit());
        var requester = requester(form);
        var reference = desk.nextReference();
        var title = String.valueOf(form.title()).strip();
        desk.receiveTold(new NewItem(
                reference, kind.key(), title, requester, by.id(), unit == null ? null : unit.id(), form.words()));
        var begun =
                begun(kind, title, Objects.requireNonNullElse(form.words(), "").strip(), unit);
        database.sql("insert into desk_told (reference, way, answers, incomplete, version) values (?, ?, ?, true, 0)")
                .params(reference.number(), way.name(), json.writeValueAsString(begun))
                .update();
        desk.line(reference, by.id(), null, "desk.event.told." + way, clock.instant());
        heard(reference, by.id(), form.name());
        takeIn(desk.get(reference), by.id(), begun);
        if (form.taken()) team.assign(reference, by, QueueFilter.ME, null);
        return reference;
    }

    /** Whom we know under another name keeps theirs; what was heard stands on the item. */
    private void heard(Reference reference, PersonId by, @Nullable String name) {
        if (name == null || name.isBlank()) return;
        var heard = name.strip();
        if (heard.equalsIgnoreCase(desk.get(reference).requesterName())) return;
        conversations.change(reference, by, "desk.event.told.name", null, heard, clock.instant());
    }

    private PersonId requester(OnBehalfForm form) {
        try {
            return people.colleague(String.valueOf(form.askerMail()).strip(), form.name());
        } catch (Refusal refusal) {
            throw new Refusal("askerMail", refusal.key(), refusal.getArguments());
        }
    }

    /** What the first page said already and an intake asks too. */
    private static Map<String, String> begun(Kind kind, String title, String words, @Nullable UnitRow unit) {
        var begun = new LinkedHashMap<String, String>();
        for (var one : kind.asks()) {
            var text = switch (one.from()) {
                case TITLE -> title;
                case WORDS -> words.length() > 4000 ? words.substring(0, 4000) : words;
                case UNIT -> unit == null ? "" : unit.name();
                case NOTHING -> "";
            };
            if (!text.isEmpty()) begun.put(one.name(), text);
        }
        return begun;
    }

    /** What is known of an item that somebody else wrote down; nothing where all is known. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<Told> find(Reference reference) {
        return found(desk.get(reference));
    }

    /** The same for its requester; anybody else's is answered as if there were none. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Optional<Told> mine(Reference reference, PersonId me) {
        return found(own(reference, me));
    }

    /** An item that was written down. */
    @ForComms
    @Transactional(readOnly = true)
    ItemRow item(Reference reference) {
        return desk.get(reference);
    }

    private ItemRow own(Reference reference, PersonId me) {
        var item = desk.get(reference);
        if (!item.requester().equals(me) && !item.enteredBy().equals(me)) throw new NotFound();
        return item;
    }

    private Optional<Told> found(ItemRow item) {
        if (!item.incomplete()) return Optional.empty();
        var kept = kept(item.reference(), "");
        return Optional.of(read(item, kept.answers(), kept.version()));
    }

    private Kept kept(Reference reference, String how) {
        return database.sql("select answers, incomplete, version from desk_told where reference = ?" + how)
                .param(reference.number())
                .query((row, number) -> new Kept(
                        json.readValue(row.getString("answers"), ANSWERS),
                        row.getBoolean("incomplete"),
                        row.getLong("version")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What was sent, with what is wrong with it. */
    @ForComms
    @Transactional(readOnly = true)
    Told read(Reference reference, Map<String, String> sent) {
        return read(desk.get(reference), sent, version(sent));
    }

    /** The same for its requester. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Told readMine(Reference reference, Map<String, String> sent, PersonId me) {
        return read(own(reference, me), sent, version(sent));
    }

    private static long version(Map<String, String> sent) {
        var text = sent.getOrDefault("version", "");
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    private Told read(ItemRow item, Map<String, String> sent, long version) {
        var kind = kinds.get(item.kind());
        var asks = kind.asks();
        var answers = new LinkedHashMap<String, String>();
        for (var one : asks) answers.put(one.name(), clean(one, sent.getOrDefault(one.name(), "")));
        var errors = new MapBindingResult(new HashMap<>(answers), "told");
        for (var one : asks) plain(one, answers.getOrDefault(one.name(), ""), errors);
        if (!errors.hasErrors()) kind.examine(answers, errors);
        return new Told(item, asks, answers, errors, requesterPath(kind, item.reference()), version);
    }

    private static String requesterPath(Kind kind, Reference reference) {
        var own = kind.askPath();
        return kind.completedByRequester() && own != null ? own : "/requests/" + reference + "/complete";
    }

    private static String clean(Kind.Asked one, String text) {
        boolean lines = one.type() == Kind.Asked.Type.TEXT || one.type() == Kind.Asked.Type.SEVERAL;
        return (lines ? text : text.replaceAll("[\\r\\n]+", " ")).strip();
    }

    private void plain(Kind.Asked one, String text, MapBindingResult errors) {
        var form = new AnswerForm(text);
        var found = new BeanPropertyBindingResult(form, "told");
        validator.validate(form, found);
        found.getFieldErrors().stream()
                .limit(1)
                .forEach(error -> errors.addError(new FieldError(
                        "told",
                        one.name(),
                        text,
                        false,
                        error.getCodes(),
                        error.getArguments(),
                        error.getDefaultMessage())));
    }

    /**
     * Keeps what is known now; the intake takes it in when nothing is missing.
     *
     * @return whether all is known
     * @throws StaleEdit where somebody else said something about it meanwhile
     */
    @ForComms
    @Transactional
    boolean keep(Told told, PersonId by) {
        return kept(told, by);
    }

    /** The same for its requester. */
    @ForSignedIn
    @Transactional
    boolean keepMine(Told told, PersonId me) {
        own(told.item().reference(), me);
        return kept(told, me);
    }

    private boolean kept(Told told, PersonId by) {
        var reference = told.item().reference();
        var before = kept(reference, " for update");
        if (!before.incomplete() || before.version() != told.version()) throw new StaleEdit();
        if (desk.get(reference).status().isOver()) throw new AlreadySettled();
        database.sql("update desk_told set answers = ?, version = version + 1 where reference = ?")
                .params(json.writeValueAsString(told.answers()), reference.number())
                .update();
        return takeIn(told.item(), by, told.answers());
    }

    private boolean takeIn(ItemRow item, PersonId by, Map<String, String> answers) {
        var told = read(item, answers, 0);
        if (!told.whole()) return false;
        var kind = kinds.get(item.kind());
        if (!kind.takeIn(item.reference(), item.requester(), item.enteredBy(), told.answers())) return false;
        sayWords(item, by, told);
        told.asks().stream()
                .filter(one -> one.from() == Kind.Asked.From.TITLE)
                .map(one -> told.answers().getOrDefault(one.name(), ""))
                .filter(title -> !title.isEmpty() && !title.equals(item.title()))
                .findFirst()
                .ifPresent(title -> desk.retitle(item.reference(), title));
        if (told.asks().isEmpty()) {
            database.sql("update desk_told set incomplete = false where reference = ?")
                    .param(item.reference().number())
                    .update();
        } else desk.completed(item.reference(), by);
        return true;
    }

    /** What was written in their own words belongs into the conversation, where it does not stand there already. */
    private void sayWords(ItemRow item, PersonId by, Told told) {
        for (var one : told.asks()) {
            var text = told.answers().getOrDefault(one.name(), "").replace("\r\n", "\n");
            if (one.from() != Kind.Asked.From.WORDS || text.isEmpty()) continue;
            boolean said = conversations.shared(item.reference()).stream()
                    .anyMatch(line -> line.words().startsWith(text));
            if (said) continue;
            var about = by.equals(item.requester()) ? null : by;
            conversations.add(item.reference(), Voice.REQUESTER, item.requester(), about, text, clock.instant());
        }
    }

    /** What the page of an item shows while something is open, in place of the intake's own part. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Map<String, Object> part(ItemRow item, boolean team) {
        var kept = kept(item.reference(), "");
        var told = read(item, kept.answers(), kept.version());
        var model = new HashMap<String, Object>();
        model.put("toldRows", rows(told));
        model.put("toldOpen", told.open());
        model.put("toldPath", team ? "/desk/new/" + item.reference() : told.requesterPath());
        model.put(Kind.ASPECT, "");
        return model;
    }

    /** What is known, in words. */
    @ForSignedIn
    List<Told.Row> rows(Told told) {
        var rows = new ArrayList<Told.Row>();
        for (var one : told.asks()) {
            var answer = told.answers().getOrDefault(one.name(), "");
            if (!answer.isEmpty()) rows.add(new Told.Row(one.label(), said(one, answer)));
        }
        return rows;
    }

    private List<String> said(Kind.Asked one, String answer) {
        return switch (one.type()) {
            case ONE, SEVERAL -> chosen(one, answer);
            case YES -> List.of(Objects.requireNonNull(words.getMessage("desk.told.yes", null, Locale.US)));
            case DAY -> List.of(day(answer));
            default -> answer.lines().toList();
        };
    }

    private static List<String> chosen(Kind.Asked one, String answer) {
        var labels = one.choices().stream()
                .collect(Collectors.toMap(Kind.Asked.Choice::value, Kind.Asked.Choice::label, (first, other) -> first));
        return answer.lines().map(value -> labels.getOrDefault(value, value)).toList();
    }

    private String day(String answer) {
        return answer.matches("\\d{4}-\\d{2}-\\d{2}") ? when.day(LocalDate.parse(answer)) : answer;
    }
}
