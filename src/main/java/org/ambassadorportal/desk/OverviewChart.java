package org.ambassadorportal.desk;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures of figures, in the coordinates of an SVG. */
final class OverviewChart {

    private static final int TOP = 16;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    /** How lines are drawn; names stand behind {@code right}. */
    record Shape(int width, int height, int left, int right, int bottom, int labels) {}

    static final Shape WIDE = new Shape(1136, 284, 36, 990, 250, 13);

    static final Shape NARROW = new Shape(340, 264, 30, 250, 230, 4);

    private OverviewChart() {}

    record Tick(double at, String label) {}

    /** A line; {@code name} is a message key, {@code number} its color. */
    record Line(String name, int number, String path, String dash, double x, double y, double nameAt) {}

    record Lines(Shape shape, List<Tick> rows, List<Tick> columns, List<Line> lines) {}

    static Lines lines(List<OverviewPage.Flow> weeks, Shape shape) {
        long most = Math.max(
                4,
                weeks.stream()
                        .mapToLong(week -> Math.max(week.came(), week.went()))
                        .max()
                        .orElse(0));
        long step = step(most);
        long top = (most + step - 1) / step * step;
        var rows = new ArrayList<Tick>();
        for (long value = 0; value <= top; value += step)
            rows.add(new Tick(y(shape, value, top), String.format(Locale.US, "%,d", value)));
        var columns = new ArrayList<Tick>();
        int every = Math.max(1, (weeks.size() + shape.labels() - 1) / shape.labels());
        for (int at = 0; at < weeks.size(); at += every)
            columns.add(
                    new Tick(x(shape, at, weeks.size()), weeks.get(at).week().format(DAY)));
        var came = line(weeks.stream().map(OverviewPage.Flow::came).toList(), shape, top, "desk.overview.came", 1, "");
        var went =
                line(weeks.stream().map(OverviewPage.Flow::went).toList(), shape, top, "desk.overview.went", 2, "7 4");
        return new Lines(shape, rows, columns, apart(came, went));
    }

    /** Two names never stand on each other. */
    private static List<Line> apart(Line came, Line went) {
        double gap = 20 - Math.abs(came.y() - went.y());
        if (gap <= 0) return List.of(came, went);
        boolean cameAbove = came.y() <= went.y();
        return List.of(named(came, cameAbove ? -gap / 2 : gap / 2), named(went, cameAbove ? gap / 2 : -gap / 2));
    }

    private static Line named(Line line, double moved) {
        return new Line(
                line.name(), line.number(), line.path(), line.dash(), line.x(), line.y(), tenth(line.nameAt() + moved));
    }

    private static Line line(List<Long> counts, Shape shape, long top, String name, int number, String dash) {
        var path = new StringBuilder();
        double x = shape.left();
        double y = shape.bottom();
        for (int at = 0; at < counts.size(); at++) {
            x = x(shape, at, counts.size());
            y = y(shape, counts.get(at), top);
            path.append(at == 0 ? 'M' : 'L').append(x).append(' ').append(y);
        }
        return new Line(name, number, path.toString(), dash, x, y, y + 5);
    }

    private static long step(long most) {
        long step = 1;
        while (most / step > 5) step *= step % 10 == 2 || String.valueOf(step).startsWith("2") ? 5 : 2;
        return step;
    }

    private static double x(Shape shape, int at, int of) {
        return of == 1 ? shape.right() : tenth(shape.left() + (double) (shape.right() - shape.left()) * at / (of - 1));
    }

    private static double y(Shape shape, long value, long top) {
        return tenth(shape.bottom() - (double) (shape.bottom() - TOP) * value / top);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A number under a name, which is a message key. */
    record Value(String name, double number) {}

    record Bar(String name, int y, double width, double end, String value) {}

    /** Bars below each other; names stand beside them, or above where there is no room. */
    record Bars(int width, int height, int left, int above, List<Bar> bars) {}

    static Bars bars(List<Value> values, boolean wide) {
        int left = wide ? 160 : 1;
        int right = wide ? 470 : 270;
        int row = wide ? 36 : 54;
        int above = wide ? 0 : 22;
        double most = values.stream().mapToDouble(Value::number).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (int at = 0; at < values.size(); at++) {
            double number = values.get(at).number();
            double width = most == 0 ? 0 : tenth(number * (right - left) / most);
            bars.add(new Bar(values.get(at).name(), 8 + above + at * row, width, tenth(left + width), text(number)));
        }
        return new Bars(wide ? 540 : 340, 12 + values.size() * row, left, above, bars);
    }

    private static String text(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.US, "%,d", (long) number)
                : String.format(Locale.US, "%,.1f", number);
    }
}
