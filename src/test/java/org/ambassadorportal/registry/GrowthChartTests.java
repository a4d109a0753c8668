package org.ambassadorportal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthChartTests {

    @Test
    void saysWhetherItGrewFellOrStayed() {
        assertThat(chart(1200, 1500, 1890).finding()).isEqualTo("registry.chart.grew");
        assertThat(chart(1200, 1500, 900).finding()).isEqualTo("registry.chart.fell");
        assertThat(chart(1200, 1500, 1200).finding()).isEqualTo("registry.chart.stayed");
    }

    @Test
    void beginsAtZeroUnlessAllCountsLieFarAbove() {
        assertThat(chart(100, 300).figures().getFirst().label()).isEqualTo("0");
        assertThat(chart(10_000, 10_050).figures().getFirst().label()).isEqualTo("10,000");
    }

    @Test
    void staysInItsFrameWhateverTheFigures() {
        for (var chart : List.of(chart(0, 0), chart(1, 2), chart(9_999_999_999L, 0), chart(3, 3, 3), chart(7, 13, 5))) {
            assertThat(chart.points()).allSatisfy(point -> {
                assertThat(point.x()).isBetween(0.0, (double) GrowthChart.WIDTH);
                assertThat(point.y()).isBetween(0.0, (double) GrowthChart.HEIGHT);
            });
            assertThat(chart.line()).matches("M[0-9. ]+(L[0-9. ]+)*");
            assertThat(chart.figures().size()).isBetween(2, 7);
        }
    }

    @Test
    void leavesRoomBetweenTheDaysBelow() {
        var many = java.util.stream.LongStream.range(0, 100).toArray();
        var days = chart(many).days();
        for (int at = 1; at < days.size(); at++) {
            assertThat(days.get(at).at() - days.get(at - 1).at()).isGreaterThanOrEqualTo(110);
        }
    }

    private static GrowthChart chart(long... followers) {
        var day = LocalDate.parse("2026-01-04");
        var counts = new java.util.ArrayList<AccountPage.Count>();
        for (int at = 0; at < followers.length; at++) {
            counts.add(new AccountPage.Count(day.plusDays(30L * at), followers[at], FollowerSource.TYPED));
        }
        return GrowthChart.of(counts);
    }
}
