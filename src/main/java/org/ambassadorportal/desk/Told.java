package org.ambassadorportal.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/**
 * What an intake asks about an item that the team wrote down for somebody, with what is known.
 *
 * @param asks all questions
 * @param answers by the names of the questions, as they were typed
 * @param errors what is wrong with them, under the name "told"
 * @param requesterPath where the requester says the rest; a page of the desk or of the intake
 * @param version rises with every change
 */
record Told(
        ItemRow item,
        List<Kind.Asked> asks,
        Map<String, String> answers,
        BindingResult errors,
        String requesterPath,
        long version) {

    /** An answer in words; {@code label} is a message key. */
    record Row(String label, List<String> lines) {}

    /** Whether an answer cannot stay as it is. What was not answered is no mistake, whatever depends on it. */
    boolean wrong() {
        return errors.getFieldErrors().stream()
                .anyMatch(error -> !answers.getOrDefault(error.getField(), "").isEmpty());
    }

    /** Whether the intake would take it in. */
    boolean whole() {
        return !errors.hasErrors();
    }

    /** The labels of the questions that must still be answered. */
    public List<String> open() {
        return asks.stream()
                .filter(one -> errors.hasFieldErrors(one.name()))
                .map(Kind.Asked::label)
                .distinct()
                .toList();
    }

    /** The same without a word about mistakes, as a form opens. */
    Told unjudged() {
        var none = new MapBindingResult(new HashMap<>(answers), "told");
        return new Told(item, asks, answers, none, requesterPath, version);
    }

    /** The same on another version. */
    Told at(long other) {
        return new Told(item, asks, answers, errors, requesterPath, other);
    }

    public List<String> several(String name) {
        return answers.getOrDefault(name, "").lines().toList();
    }
}
