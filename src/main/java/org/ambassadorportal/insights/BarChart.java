package org.ambassadorportal.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A bar for each kind, in the coordinates of an SVG {@value #WIDTH} wide.
 *
 * @param goal where the line of the goal stands
 */
record BarChart(List<Bar> bars, int height, @Nullable Double goal) {

    static final int WIDTH = 540;

    private static final int LEFT = 150;
    private static final int RIGHT = 470;
    private static final int ROW = 36;

    /**
     * One kind's bar.
     *
     * @param y of its upper edge
     * @param value as people read it
     */
    record Bar(String kind, int y, double width, String value) {

        public double end() {
            return LEFT + width;
        }
    }

    /** A number for a kind. */
    record Value(String kind, double number) {}

    BarChart {
        bars = List.copyOf(bars);
    }

    static BarChart of(List<Value> values, @Nullable Double goal) {
        double highest = Math.max(
                goal == null ? 0 : goal,
                values.stream().mapToDouble(Value::number).max().orElse(0));
        double scale = highest == 0 ? 0 : (RIGHT - LEFT) / highest;
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < values.size(); i++) {
            double number = values.get(i).number();
            bars.add(new Bar(values.get(i).kind(), 8 + i * ROW, Math.round(number * scale * 10) / 10.0, text(number)));
        }
        int height = 8 + values.size() * ROW;
        return new BarChart(bars, height, goal == null ? null : LEFT + Math.round(goal * scale * 10) / 10.0);
    }

    private static String text(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.US, "%,d", (long) number)
                : String.format(Locale.US, "%,.1f", number);
    }
}
