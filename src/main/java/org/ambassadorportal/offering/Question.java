package org.ambassadorportal.offering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;

/**
 * A question that an offering asks whoever books it.
 *
 * @param label the question itself, as people read it
 * @param choices the answers to choose from, a line each; without any the answer is a short text
 * @param required whether it must be answered
 */
@Embeddable
public record Question(
        String label, @Column(name = "choices") String choices, boolean required) {

    public List<String> options() {
        return Arrays.stream(choices.split("\n"))
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .toList();
    }

    public boolean isChoice() {
        return !options().isEmpty();
    }
}
