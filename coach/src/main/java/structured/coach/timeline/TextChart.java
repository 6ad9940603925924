package structured.coach.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.terminal.Words;

/** A timeline for the terminal. */
final class TextChart {

    /** With more tasks than that, the chart shows how many there are at a time. */
    static final int MOST_BARS = 50;

    private static final int MOST_LABEL = 16;

    private final Style style;
    private final long nanos;
    private final int labels;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    private TextChart(Timeline timeline, Style style, long nanos) {
        this.style = style;
        this.nanos = Math.max(1, nanos);
        var names = Stream.concat(timeline.tasks().stream().map(Task::name), Stream.of("100,000"));
        labels = Math.min(MOST_LABEL, names.mapToInt(Harmless::width).max().orElse(0));
        var longestEnding = timeline.tasks().stream().mapToInt(task -> ending(task).length()).max().orElse(0);
        columns = Math.max(10, style.width() - labels - 2 - longestEnding - 1);
    }

    /** The lines of a chart whose axis ends at {@code nanos}. */
    static List<String> draw(Timeline timeline, Style style, long nanos) {
        var chart = new TextChart(timeline, style, nanos);
        chart.lines.add(timeline.title());
        if (timeline.totals().tasks() > 0) {
            chart.lines.add("");
            chart.axis();
            if (timeline.hasBars(MOST_BARS)) {
                timeline.tasks().forEach(chart::bar);
            } else {
                new TextDensity(timeline.density().columns(0, nanos, chart.columns), style)
                        .draw(chart.labels).forEach(chart.lines::add);
            }
            chart.legend();
        }
        chart.wrap(timeline.totals().sentence());
        timeline.notes().forEach(chart::wrap);
        return chart.lines;
    }

    private void axis() {
        var axis = Axis.of(nanos, Math.max(1, columns / 10));
        var marks = new StringBuilder(" ".repeat(labels + 2 + columns + 12));
        for (int mark = 0; mark < axis.marks(); mark++) {
            var label = axis.label(mark);
            var at = labels + 2 + (int) (mark * axis.step() * (double) columns / nanos);
            marks.replace(at, at + label.length(), label);
        }
        var line = marks.toString().stripTrailing();
        lines.add(line.substring(0, Math.min(line.length(), style.width())));
    }

    private void bar(Task task) {
        var bar = new StringBuilder(" ".repeat(columns));
        var first = column(task.from());
        var last = Math.max(first + 1, (int) Math.ceil(task.to() * (double) columns / nanos));
        State shown = null;
        for (int i = first; i < Math.min(last, columns); i++) {
            var state = mostOf(task, i);
            bar.setCharAt(i, state == shown && beginsIn(task, i, state) ? (style.utf8() ? '│' : '|') : state.sign(style.utf8()));
            shown = state;
        }
        lines.add("%s  %s %s".formatted(Harmless.fitted(task.name(), labels), coloured(bar.toString()), ending(task)).stripTrailing());
    }

    private int column(long time) {
        return (int) Math.min(columns - 1, time * (double) columns / nanos);
    }

    /** In which state the task was for most of a column. */
    private State mostOf(Task task, int column) {
        var from = (long) (column * (double) nanos / columns);
        var to = (long) ((column + 1) * (double) nanos / columns);
        var most = -1L;
        var state = task.spans().getFirst().state();
        for (var span : task.spans()) {
            var overlap = Math.min(to, span.to()) - Math.max(from, span.from());
            if (overlap > 0 && overlap > most) {
                most = overlap;
                state = span.state();
            }
        }
        return state;
    }

    /** Whether the task waits anew from here on: side by side, two waits would look like one. */
    private boolean beginsIn(Task task, int column, State state) {
        return task.spans().stream().anyMatch(span -> span.state() == state && column(span.from()) == column
                && span.from() > task.from() && column(span.to()) > column);
    }

    private static String ending(Task task) {
        return String.format(Locale.ROOT, "%7.3f s %s", task.nanos() / 1e9, task.ending().words).stripTrailing();
    }

    private String coloured(String bar) {
        return style.colour() ? TextDensity.coloured(bar) : bar;
    }

    private void legend() {
        lines.add("");
        var states = new ArrayList<String>();
        for (var state : State.values()) {
            if (lines.stream().skip(3).anyMatch(line -> line.indexOf(state.sign(style.utf8())) >= labels)) {
                states.add(coloured(String.valueOf(state.sign(style.utf8()))) + " " + state.meaning);
            }
        }
        lines.addAll(Words.wrap(states, style.width(), "   "));
        lines.add("");
    }

    private void wrap(String sentence) {
        lines.addAll(style.wrap("", sentence));
    }
}
