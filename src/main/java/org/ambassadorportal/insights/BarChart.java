package org.ambassadorportal.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A bar for each kind, in the coordinates of an SVG as wide as its shape.
 *
 * @param goal where the line of the goal stands
 */
record BarChart(
        Shape shape, List<Bar> bars, int height, @Nullable Double goal) {

    /** Names stand beside the bars. */
    static final Shape WIDE = new Shape(540, 150, 470, 36, 0);

    /** Names stand above the bars. */
    static final Shape NARROW = new Shape(340, 1, 270, 54, 22);

    /**
     * How it is drawn.
     *
     * @param left where the bars begin
     * @param right where the longest one ends
     * @param row from one bar to the next
     * @param above what a name needs above its bar; none where it stands beside
     */
    record Shape(int width, int left, int right, int row, int above) {}

    /**
     * One kind's bar.
     *
     * @param y of its upper edge
     * @param end where it ends
     * @param value as people read it
     */
    record Bar(String kind, int y, double width, double end, String value) {}

    /** A number for a kind. */
    record Value(String kind, double number) {}

    BarChart {
        bars = List.copyOf(bars);
    }

    static BarChart of(List<Value> values, @Nullable Double goal, Shape shape) {
        double highest = Math.max(
                goal == null ? 0 : goal,
                values.stream().mapToDouble(Value::number).max().orElse(0));
        double scale = highest == 0 ? 0 : (shape.right() - shape.left()) / highest;
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < values.size(); i++) {
            double number = values.get(i).number();
            double width = tenth(number * scale);
            int y = 8 + shape.above() + i * shape.row();
            bars.add(new Bar(values.get(i).kind(), y, width, shape.left() + width, text(number)));
        }
        int height = 8 + values.size() * shape.row();
        return new BarChart(shape, bars, height, goal == null ? null : shape.left() + tenth(goal * scale));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String text(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.US, "%,d", (long) number)
                : String.format(Locale.US, "%,.1f", number);
    }
}
