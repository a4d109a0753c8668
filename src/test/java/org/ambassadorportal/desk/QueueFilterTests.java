package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueFilterTests {

    @Test
    void thePlainListHasThePlainAddress() {
        assertThat(QueueFilter.of(Map.of()).address()).isEqualTo("/desk?view=open");
    }

    @Test
    void everyFilterIsAnAddressAndComesBackFromIt() {
        var filter = QueueFilter.of(
                Map.of("view", "all", "kind", "talk", "status", "pending", "who", "me", "q", "lab & page {1}"));
        assertThat(filter.address())
                .isEqualTo("/desk?view=all&kind=talk&status=pending&who=me&q=lab%20%26%20page%20%7B1%7D");
        assertThat(filter.kind(null).address())
                .isEqualTo("/desk?view=all&status=pending&who=me&q=lab%20%26%20page%20%7B1%7D");
    }

    @Test
    void whatIsSavedOfAFilterBringsItBack() {
        var filter = QueueFilter.of(Map.of("kind", "talk", "tag", "a&b=c +d%20é", "q", "100% {1}", "after", "abc"));
        assertThat(QueueFilter.read(filter.query())).isEqualTo(filter.after(null));
        assertThat(QueueFilter.read(QueueFilter.of(View.OPEN).query())).isEqualTo(QueueFilter.of(Map.of()));
        assertThat(QueueFilter.read("%%%http://[bad")).isEqualTo(QueueFilter.of(Map.of()));
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        var filter = QueueFilter.of(
                Map.of("view", "x", "status", "lost", "who", "someone", "unit", "1-2-3", "q", "\u0000\ud800 \t"));
        assertThat(filter.address()).isEqualTo("/desk?view=open");
    }

    @Test
    void anotherFilterStartsAtTheBeginning() {
        var filter = QueueFilter.of(Map.of("after", "abc"));
        assertThat(filter.after()).isEqualTo("abc");
        assertThat(filter.kind("talk").after()).isNull();
    }
}
