package org.ambassadorportal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.junit.jupiter.api.Test;

class PolicyTests {

    private static final Instant AT = Instant.parse("2026-10-15T14:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-10-15");
    private static final PersonId ADMIN = PersonId.next();

    private final Policy policy = new Policy("a-policy", AT);

    @Test
    void aDraftBecomesCurrentAndTheOneBeforeIsArchived() {
        publish("First.", DAY);
        publish("Second.", DAY);
        assertThat(policy.current()).hasValueSatisfying(version -> {
            assertThat(version.number()).isEqualTo(2);
            assertThat(version.text()).isEqualTo("Second.");
        });
        assertThat(policy.draft()).isEmpty();
    }

    @Test
    void aPublishedVersionIsNeverRewritten() {
        publish("First.", DAY);
        var current = policy.current().orElseThrow();
        policy.write(null, "Other", new PolicyText("Other words."), DAY, AT);
        assertThat(current.text()).isEqualTo("First.");
        assertThatThrownBy(() -> current.rewrite("x", new PolicyText("x"), DAY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToPublishTheSameWordsAgain() {
        publish("First.", DAY);
        policy.write(null, "Title", new PolicyText("First.\r\n"), DAY, AT);
        assertThatThrownBy(() -> policy.publish(null, ADMIN, AT)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAVersionThatWouldHoldBeforeThePresentOne() {
        publish("First.", DAY);
        policy.write(null, "Title", new PolicyText("Second."), DAY.minusDays(1), AT);
        assertThatThrownBy(() -> policy.publish(null, ADMIN, AT)).isInstanceOf(Refusal.class);
    }

    @Test
    void thereIsNothingToPublishWithoutADraft() {
        assertThatThrownBy(() -> policy.publish(null, ADMIN, AT)).isInstanceOf(NothingToPublish.class);
    }

    @Test
    void refusesAnEditThatWasBegunOnAnotherVersion() {
        assertThatThrownBy(() -> policy.write(7L, "Title", new PolicyText("Words."), DAY, AT))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void theHashIsOverTheWordsWithUnixLineEnds() {
        assertThat(new PolicyText(" a\r\nb\n").hash()).isEqualTo(new PolicyText("a\nb").hash());
        assertThat(new PolicyText("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void markdownBringsNoMarkupOfItsOwn() {
        var html = new PolicyText(
                        "# Title\n\n<script>x</script>\n\n[a](javascript:alert(1)) **b** [ok](https://example.org)")
                .html();
        assertThat(html).contains("<h2>Title</h2>", "&lt;script&gt;", "<strong>b</strong>", "https://example.org");
        assertThat(html).doesNotContain("<script", "javascript:", "<h1");
    }

    private void publish(String words, LocalDate day) {
        policy.write(null, "Title", new PolicyText(words), day, AT);
        policy.publish(null, ADMIN, AT);
    }
}
