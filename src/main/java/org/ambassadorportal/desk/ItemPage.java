package org.ambassadorportal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The desk's page of an item, for the controllers of intakes: a decision is POSTed to the intake and answered by this
 * page. Mostly {@link #decide} is all that is needed:
 *
 * <pre>{@code
 * @PostMapping("/desk/consultations/{ref}/decline")
 * ModelAndView decline(@PathVariable Reference ref, @CurrentPerson PersonId who,
 *         @Valid @ModelAttribute("declineForm") DeclineForm form, BindingResult errors, Model model, RedirectAttributes flash) {
 *     return page.decide(ref, who, model, errors, flash, () -> decisions.decline(ref, who, form), "consultation.declined");
 * }
 * }</pre>
 */
@Component
public class ItemPage {

    private static final String VIEW = "desk/desk";
    static final String TOLD = "desk/told-part";
    private static final String COMPOSER = "desk/composer :: composer";
    private static final String ALONE = "desk/item :: alone";
    /** Numbers, keys of choices, ids. */
    private static final Pattern CHOSEN =
            Pattern.compile("[0-9]+|[A-Z_]+|[a-z]+(-[a-z]+)*|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Set<String> NOT_TYPED =
            Set.of("_csrf", "once", "version", "voice", "then", "to", "outcome", "canned");

    private final Queue queue;
    private final TeamDesk team;
    private final Composing composing;
    private final OnBehalf onBehalf;
    private final Kinds kinds;
    private final Stands stands;
    private final Surroundings surroundings;
    private final HttpServletRequest request;

    ItemPage(
            Queue queue,
            TeamDesk team,
            Composing composing,
            OnBehalf onBehalf,
            Kinds kinds,
            Stands stands,
            Surroundings surroundings,
            HttpServletRequest request) {
        this.queue = queue;
        this.team = team;
        this.composing = composing;
        this.onBehalf = onBehalf;
        this.kinds = kinds;
        this.stands = stands;
        this.surroundings = surroundings;
        this.request = request;
    }

    /** The item beside the list; the item alone where only that is to be swapped in. */
    ModelAndView show(Model model, Opened opened, PersonId who, QueueFilter filter, boolean alone) {
        model.addAttribute("filter", filter);
        fill(model, opened, who);
        if (alone) {
            model.addAttribute("queueTeam", queue.team());
            return new ModelAndView(ALONE);
        }
        var page = queue.page(filter, who);
        model.addAttribute("queue", page);
        model.addAttribute("queueTeam", page.team());
        return new ModelAndView(VIEW);
    }

    /**
     * Does what was decided and leads back to the item. What the form got wrong, also what the domain refuses, is said
     * at its fields (422); what came too late is said with what happened meanwhile (409).
     *
     * @param errors of the form, which is in the model under its own name
     * @param done the message that says it was done
     */
    public ModelAndView decide(
            Reference reference,
            PersonId who,
            Model model,
            BindingResult errors,
            RedirectAttributes flash,
            Runnable decision,
            String done,
            Object... arguments) {
        if (errors.hasErrors()) return again(model, reference, who);
        try {
            decision.run();
        } catch (Refusal refusal) {
            refusal.into(errors);
            return again(model, reference, who);
        } catch (Conflict conflict) {
            return conflict(model, reference, who, conflict);
        } catch (OptimisticLockingFailureException race) {
            return conflict(model, reference, who, new StaleEdit());
        }
        return decided(flash, reference, done, arguments);
    }

    /** The page once more with status 422; the intake's form and its errors are in the model already. */
    public ModelAndView again(Model model, Reference reference, PersonId who) {
        model.addAttribute("failed", true);
        return answer(model, team.open(reference), who, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * The page as it is now with status 409: says who did what meanwhile, and shows what was typed, so that nothing of
     * it is lost. Forms begin anew on the present state.
     */
    public ModelAndView conflict(Model model, Reference reference, PersonId who, Conflict error) {
        var opened = team.open(reference);
        model.addAttribute("failed", true);
        var kept = model.getAttribute("composer") instanceof ComposerForm ? List.<String>of() : typed();
        model.addAttribute("meanwhile", meanwhile(opened, who, error, kept));
        beginAnew(model, opened.item());
        return answer(model, opened, who, HttpStatus.CONFLICT);
    }

    /** The composer as it is in the model: alone for a page that swaps it in, otherwise on its page. */
    ModelAndView compose(Model model, Reference reference, PersonId who, boolean alone, BindingResult errors) {
        var status = errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        if (!alone) {
            if (errors.hasErrors()) model.addAttribute("failed", true);
            return answer(model, team.open(reference), who, status);
        }
        var opened = team.open(reference);
        write(model, opened, who);
        return new ModelAndView(COMPOSER, status);
    }

    /** Leads back to the item, beside the list it was opened from, and says what was done. */
    public ModelAndView decided(RedirectAttributes flash, Reference reference, String key, Object... arguments) {
        Pages.say(flash, key, arguments);
        return Pages.toAddress(whence().at(team.open(reference).item().path()));
    }

    private ModelAndView answer(Model model, Opened opened, PersonId who, HttpStatus status) {
        var page = show(model, opened, who, whence(), false);
        page.setStatus(status);
        return page;
    }

    private void fill(Model model, Opened opened, PersonId who) {
        var item = opened.item();
        var kind = kinds.get(item.kind());
        model.addAttribute("item", item);
        model.addAttribute("me", who);
        var around = surroundings.of(item, who);
        model.addAttribute("around", around);
        around.offer(model, item);
        model.addAttribute("thread", opened.thread());
        model.addAttribute("help", around.help());
        model.addAttribute("company", opened.company().without(who));
        model.addAttribute("seen", opened.seen());
        QueuePage.choices(model);
        model.addAttribute("kind", kind);
        model.addAttribute("part", item.incomplete() ? TOLD : kind.part());
        write(model, opened, who);
        if (!model.containsAttribute("tagging")) model.addAttribute("tagging", TagForm.EMPTY);
        stands.offer(model, item);
        var own = item.incomplete() ? onBehalf.part(item, true) : kind.model(item.reference(), who);
        model.addAttribute("words", kinds.of(kind.key(), item.reference(), own));
        // What is in the model already, a form with its errors, stays.
        model.mergeAttributes(own);
    }

    /** What the composer needs; what is in the model already stays. */
    private void write(Model model, Opened opened, PersonId who) {
        var item = opened.item();
        model.addAttribute("item", item);
        model.addAttribute("kind", kinds.get(item.kind()));
        var bench = composing.bench(item.reference(), who);
        var draft = bench.draft();
        model.addAttribute("canned", bench.canned());
        model.addAttribute("staged", bench.files());
        model.addAttribute("draft", draft);
        model.addAttribute("since", draft == null ? null : since(opened, who, draft));
        if (!model.containsAttribute("composer")) model.addAttribute("composer", ComposerForm.about(item, draft));
        if (draft != null) catchUp(model, draft);
    }

    /** What came back while somebody wrote stands above what they wrote, whatever else is said of it. */
    private static void catchUp(Model model, Composing.Draft draft) {
        if (!(model.getAttribute("composer") instanceof ComposerForm form)) return;
        var whole = form.knowing(draft);
        if (whole.equals(form)) return;
        var errors = model.getAttribute(BindingResult.MODEL_KEY_PREFIX + "composer");
        model.addAttribute("composer", whole);
        // Spring forgets the errors of a form that is replaced.
        if (errors != null) model.asMap().put(BindingResult.MODEL_KEY_PREFIX + "composer", errors);
        if (model.containsAttribute("preview")) model.addAttribute("preview", whole.text());
    }

    /** Who said something to the requester, or for them, after a draft was kept. */
    private static @Nullable ThreadLine since(Opened opened, PersonId who, Composing.Draft draft) {
        return opened.thread().stream()
                .filter(line -> line.voice() == Voice.REQUESTER || line.voice() == Voice.REPLY)
                .filter(line ->
                        line.at().isAfter(draft.savedAt()) && !line.author().equals(who))
                .findFirst()
                .orElse(null);
    }

    /** What was typed into a form that is begun anew: everything but what its buttons and lists say. */
    private List<String> typed() {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
                .flatMap(field -> Stream.of(field.getValue()))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !CHOSEN.matcher(text).matches())
                .toList();
    }

    private static Meanwhile meanwhile(Opened opened, PersonId who, Conflict error, List<String> typed) {
        var item = opened.item();
        if (item.status() == Status.SETTLED) {
            return new Meanwhile(error, item.settledByName(), item.settledAt(), true, null, typed);
        }
        return opened.thread().stream()
                .filter(line -> !line.author().equals(who))
                .max(Comparator.comparing(ThreadLine::at))
                .map(line -> new Meanwhile(error, line.authorName(), line.at(), false, said(line), typed))
                .orElseGet(() -> new Meanwhile(error, null, null, false, null, typed));
    }

    private static @Nullable ThreadLine said(ThreadLine line) {
        return line.voice() == Voice.EVENT || line.voice() == Voice.NOTE ? null : line;
    }

    /** Takes the sent forms out of the model; only the composer keeps its text, on the item's present version. */
    private static void beginAnew(Model model, ItemRow item) {
        var attributes = model.asMap();
        var composer = attributes.get("composer");
        var forms = attributes.keySet().stream()
                .filter(name -> name.startsWith(BindingResult.MODEL_KEY_PREFIX))
                .toList();
        for (var errors : forms) {
            attributes.remove(errors);
            attributes.remove(errors.substring(BindingResult.MODEL_KEY_PREFIX.length()));
        }
        if (composer instanceof ComposerForm form) {
            model.addAttribute("composer", form.onto(item, Objects.requireNonNullElse(form.voice(), "reply")));
        }
    }

    /** The list the page was opened from, as its address said; any other address is the plain list. */
    private QueueFilter whence() {
        var from = request.getHeader(HttpHeaders.REFERER);
        return from == null ? QueueFilter.of(Map.of()) : QueueFilter.read(from);
    }
}
