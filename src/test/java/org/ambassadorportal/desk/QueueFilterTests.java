package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueFilterTests {

    @Test
    void thePlainListHasThePlainAddress() {
        assertThat(QueueFilter.of(Map.of()).address()).isEqualTo("/desk");
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
    void whatMakesNoSenseIsLeftOut() {
        var filter = QueueFilter.of(
                Map.of("view", "x", "status", "lost", "who", "someone", "unit", "1-2-3", "q", "\u0000\ud800 \t"));
        assertThat(filter.address()).isEqualTo("/desk");
    }

    @Test
    void anotherFilterStartsAtTheBeginning() {
        var filter = QueueFilter.of(Map.of("after", "abc"));
        assertThat(filter.after()).isEqualTo("abc");
        assertThat(filter.kind("talk").after()).isNull();
    }
}
