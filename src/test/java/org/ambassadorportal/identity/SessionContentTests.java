package org.ambassadorportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.web.servlet.FlashMap;

class SessionContentTests {

    private static Object backAndForth(Object value) {
        var conversion = new SessionConfiguration().springSessionConversionService();
        return conversion.convert(conversion.convert(value, byte[].class), Object.class);
    }

    @Test
    void whatIsSaidOnTheNextPageComesBackFromTheDatabase() {
        var flash = new FlashMap();
        flash.put(
                "flash", new DefaultMessageSourceResolvable(new String[] {"desk.withdrawn"}, new Object[] {"R-1042"}));
        flash.setTargetRequestPath("/requests/R-1042");
        flash.addTargetRequestParam("view", "all");
        flash.startExpirationPeriod(180);
        // Spring keeps them in a list of this kind.
        assertThat(backAndForth(new CopyOnWriteArrayList<>(List.of(flash)))).isEqualTo(List.of(flash));
    }

    @Test
    void whatNobodyKnowsIsNotReadAtAll() {
        assertThat(backAndForth(new javax.swing.event.EventListenerList())).isNull();
    }
}
