package org.ambassadorportal.desk;

import java.util.List;
import java.util.Map;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A kind of request, declared by the intake that owns it; one bean each. The desk and the requester's pages show the
 * common things and leave a place for the kind's own part.
 *
 * <p>Words of a kind stand in its intake's messages file:
 *
 * <ul>
 *   <li>{@code kind.<key>}, {@code kind.<key>.plural}
 *   <li>{@code outcome.<key>.<outcome>}: how it ended ("Approved")
 *   <li>{@code next.<key>.<status>} with the status in lower case: what happens next, for the requester; also
 *       {@code next.<key>.settled.<outcome>}, {@code next.<key>.dated} while it waits for a date, and
 *       {@code next.<key>.reopened} while it is open again. Where one is missing, a general sentence of the desk stands in.
 *   <li>{@code done.<key>.step1}, {@code done.<key>.step1.text}, step2, … up to four: the numbered steps on the page
 *       after sending; {@code done.<key>.have}: its heading
 * </ul>
 *
 * <p>Where {@link #aspect} answers "change", {@code kind.<key>.change}, {@code next.<key>.change.<status>} and
 * {@code done.<key>.change.step1} go before them.
 */
public interface Kind {

    /** As it stands in addresses and rows: enrollment, consultation, training, … */
    String key();

    /** A class of bootstrap-icons, such as "bi-chat-dots". */
    String icon();

    /**
     * The template of its part on the desk's page of an item, decision forms included, such as
     * "consultation/desk-part": a file of bare markup, no html element. It sees {@link #model} and {@code item}, an
     * {@link ItemRow}.
     */
    String part();

    /** The template of what the requester sees of it at {@code /requests/{ref}}; sees the same. */
    String requestPart();

    /**
     * What both templates need, at most three statements. A form that was sent with errors is in the page's model
     * already and is kept. The names {@code queue}, {@code filter}, {@code queueTeam}, {@code item}, {@code thread},
     * {@code kind}, {@code part}, {@code composer}, {@code answer}, {@code me}, {@code who}, {@code words},
     * {@code promise}, {@code doneBy}, {@code opensUntil}, {@code help}, {@code helpForm}, {@code staged},
     * {@code fileTroubles}, {@code standForm}, {@code company}, {@code draft}, {@code preview}, {@code canned},
     * {@code missing}, {@code left}, {@code since}, {@code seen}, {@code around}, {@code mergeForm}, {@code linkForm},
     * {@code splitForm} and {@code meanwhile} are the desk's.
     */
    Map<String, Object> model(Reference reference, PersonId viewer);

    /** Under this name {@link #model} may hold the {@link #aspect}, empty for none; it is then not asked for. */
    String ASPECT = "aspect";

    /**
     * What sets this item apart from others of its kind in the words for its requester, such as "change"; {@code null}
     * where nothing does. Asked on the pages and for the confirmation of one item, never for a list.
     */
    default @Nullable String aspect(Reference reference) {
        return null;
    }

    /**
     * The names of what a canned reply may have filled in for items of this kind, besides what every item has, such as
     * "booking time"; small letters and blanks.
     */
    default List<String> replyVariables() {
        return List.of();
    }

    /** What they say for one item; a name without a value there is left out. Asked when a canned reply needs it. */
    default Map<String, String> replyVariables(Reference reference) {
        return Map.of();
    }

    /** The requester withdrew: the intake undoes its own side. The desk settles the item right after. */
    void withdraw(Reference reference, PersonId by);

    /**
     * Whether the desk itself settles items of this kind, as "answered" or "not-for-us"; otherwise the intake decides
     * and calls {@link Desk#settle}.
     */
    default boolean settledByDesk() {
        return false;
    }

    /** Whether the desk asks the requester afterwards if it helped; {@code false} where the intake asks that itself. */
    default boolean helpAskedByDesk() {
        return true;
    }

    /** Whether nothing about an item is decided yet, so that it may be merged with another of its kind. */
    default boolean undecided(Reference reference) {
        return true;
    }

    /** Where one asks for it; {@code null} when it is not asked for on its own. */
    @Nullable String askPath();

    /**
     * What is asked when the team writes one down for somebody who called or wrote. All of it may stay open; the item
     * stands at the desk all the same, and {@link #model} is not asked for before {@link #takeIn} said that all is known.
     */
    default List<Asked> asks() {
        return List.of();
    }

    /**
     * Says what is wrong with what is known so far, and what is missing, at the names of the questions. A question
     * without an answer stays open.
     */
    default void examine(Map<String, String> answers, Errors errors) {}

    /**
     * Takes in what was told once nothing is missing: the intake stores its own aggregate under the item's reference.
     *
     * @return whether all is known; false where the requester has to do the rest at {@link #askPath}, which then calls
     *     {@link Desk#completed}
     */
    default boolean takeIn(Reference reference, PersonId requester, PersonId enteredBy, Map<String, String> answers) {
        return true;
    }

    /** Whether nobody but the requester can say the rest, at {@link #askPath}. */
    default boolean completedByRequester() {
        return false;
    }

    /**
     * One question of an intake.
     *
     * @param name of the field
     * @param label a message key, with its hint as in {@code fragments/field}
     * @param type how it is answered
     * @param choices of which one or several are chosen
     * @param from what was said already and answers this too
     */
    record Asked(String name, String label, Type type, List<Choice> choices, From from) {

        /** How a question is answered; several choices stand on lines of their own. */
        public enum Type {
            LINE,
            TEXT,
            MAIL,
            NUMBER,
            DAY,
            TIME,
            UNIT,
            YES,
            ONE,
            SEVERAL
        }

        /** What the first page of writing it down asks. */
        public enum From {
            NOTHING,
            TITLE,
            WORDS,
            UNIT
        }

        /** An answer one can choose. */
        public record Choice(String value, String label) {}

        public static Asked of(String name, String label, Type type) {
            return new Asked(name, label, type, List.of(), From.NOTHING);
        }

        public static Asked of(String name, String label, Type type, List<Choice> choices) {
            return new Asked(name, label, type, choices, From.NOTHING);
        }

        /** The same, answered already by what the first page asks. */
        public Asked from(From other) {
            return new Asked(name, label, type, choices, other);
        }
    }
}
