package org.ambassadorportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.calendar.FairShare.Load;
import org.ambassadorportal.calendar.FairShare.Reason;
import org.ambassadorportal.identity.PersonId;
import org.junit.jupiter.api.Test;

class FairShareTests {

    private static final PersonId ANA = new PersonId(new UUID(0, 1));
    private static final PersonId BEN = new PersonId(new UUID(0, 2));
    private static final Instant EARLY = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void choosesWhoHasTheFewest() {
        var choice = FairShare.among(List.of(load(ANA, 4, 100), load(BEN, 3, 100)), null);

        assertThat(choice).isEqualTo(new FairShare.Choice(BEN, Reason.FEWEST, 3));
    }

    @Test
    void weighsWhatAHostHas() {
        var choice = FairShare.among(List.of(load(ANA, 4, 200), load(BEN, 3, 100)), null);

        assertThat(choice.host()).isEqualTo(ANA);
    }

    @Test
    void amongEqualsChoosesWhoseLastWasLongestAgoAndWhoNeverHadOneFirst() {
        var late = new Load(ANA, 2, 100, EARLY.plusSeconds(60));

        assertThat(FairShare.among(List.of(late, load(BEN, 2, 100)), null))
                .isEqualTo(new FairShare.Choice(BEN, Reason.LONGEST, 2));
        assertThat(FairShare.among(List.of(new Load(ANA, 0, 100, EARLY), new Load(BEN, 0, 100, null)), null)
                        .host())
                .isEqualTo(BEN);
    }

    @Test
    void prefersTheHostWhoIsWishedForIfFree() {
        var both = List.of(load(ANA, 9, 100), load(BEN, 0, 100));

        assertThat(FairShare.among(both, ANA)).isEqualTo(new FairShare.Choice(ANA, Reason.WISHED, 9));
        assertThat(FairShare.among(both.subList(1, 2), ANA)).isEqualTo(new FairShare.Choice(BEN, Reason.ONLY, 0));
    }

    private static Load load(PersonId host, int recent, int weight) {
        return new Load(host, recent, weight, EARLY);
    }
}
