package structured.coach.timeline;

import java.util.List;
import java.util.Locale;
import structured.coach.words.Wording;

/** How many tasks there are at a time, as a hill: at its foot those that work, above them those that wait. */
final class SvgDensity {

    private static final Wording SAY = Wording.of(SvgDensity.class);

    private static final int COLUMNS = 230;
    private static final List<State> LAYERS = List.of(State.PINNED, State.WORK, State.UNKNOWN, State.WAIT, State.OTHERS);

    private final Density.Columns columns;
    private final String id;

    SvgDensity(Density density, long nanos, String id) {
        columns = density.columns(0, nanos, COLUMNS);
        this.id = id;
    }

    String draw(int left, int right, int top, int height) {
        var max = Math.max(columns.max(), 1e-9);
        var svg = new StringBuilder();
        var foot = new double[COLUMNS];
        for (var layer : LAYERS) {
            var upper = new StringBuilder();
            var lower = new StringBuilder();
            var any = false;
            for (int i = 0; i < COLUMNS; i++) {
                var from = foot[i];
                var value = columns.states().get(layer)[i];
                any |= value > 0;
                foot[i] = Math.min(columns.all()[i], from + value);
                var x = left + (right - left) * (i + 0.5) / COLUMNS;
                upper.append(point(x, top + height - height * foot[i] / max));
                lower.insert(0, point(x, top + height - height * from / max));
            }
            if (any) {
                svg.append("<polygon class=\"span\" style=\"fill:%s\" points=\"%s%s\"/>\n".formatted(SvgStyle.fill(layer, id), upper, lower));
            }
        }
        svg.append(label(left - 10, top + 10, Density.label(max)));
        svg.append(label(left - 10, top + 26, SAY.of("density.tasks")));
        svg.append(label(left - 10, top + height, "0"));
        return svg.toString();
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private static String label(int x, int y, String text) {
        return "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n".formatted(x, y, text);
    }
}
