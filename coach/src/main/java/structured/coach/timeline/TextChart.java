package structured.coach.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.terminal.Words;

/** A timeline for the terminal. */
final class TextChart {

    /** With more tasks than that, the chart shows how many there are at a time. */
    static final int MOST_BARS = 50;

    private static final int MOST_LABEL = 16;

    /** Of a task that another one forked, and that was forked in its turn, and so on. */
    private static final int MOST_INDENTATION = 4;

    private final Style style;
    private final long nanos;
    private final int labels;
    private final int columns;
    private final Set<State> seen = EnumSet.noneOf(State.class);
    private final List<String> lines = new ArrayList<>();

    private TextChart(List<Timeline> timelines, Style style, long nanos) {
        this.style = style;
        this.nanos = Math.max(1, nanos);
        var tasks = timelines.stream().flatMap(timeline -> timeline.tasks().stream()).toList();
        var names = Stream.concat(tasks.stream().map(TextChart::label), Stream.of("100,000"));
        labels = Math.min(MOST_LABEL, names.mapToInt(Harmless::width).max().orElse(0));
        var longestEnding = tasks.stream().mapToInt(task -> ending(task).length()).max().orElse(0);
        columns = Math.max(10, style.width() - labels - 2 - longestEnding - 1);
    }

    /** The lines of a chart whose axis ends at {@code nanos}. */
    static List<String> draw(Timeline timeline, Style style, long nanos) {
        return draw(List.of(timeline), style, nanos);
    }

    /** The lines of several, one above the other on the same axis, and below them what there is to say of each. */
    static List<String> draw(List<Timeline> timelines, Style style, long nanos) {
        var chart = new TextChart(timelines, style, nanos);
        timelines.forEach(chart::drawOne);
        if (timelines.stream().anyMatch(timeline -> timeline.totals().tasks() > 0)) {
            chart.legend();
        }
        for (var timeline : timelines) {
            var of = timelines.size() == 1 ? "" : timeline.title() + ": ";
            chart.wrap(of + timeline.totals().sentence());
            timeline.notes().forEach(chart::wrap);
        }
        return chart.lines;
    }

    private void drawOne(Timeline timeline) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(timeline.title());
        if (timeline.totals().tasks() > 0) {
            lines.add("");
            axis();
            if (timeline.hasBars(MOST_BARS)) {
                timeline.tasks().forEach(this::bar);
            } else {
                var density = new TextDensity(timeline.density().columns(0, nanos, columns), style);
                density.draw(labels).forEach(lines::add);
                seen.addAll(density.seen());
            }
        }
    }

    /** A task's name, below that of the one that forked it. */
    private static String label(Task task) {
        return " ".repeat(Math.min(task.depth(), MOST_INDENTATION)) + task.name();
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
            seen.add(state);
        }
        lines.add("%s  %s %s".formatted(Harmless.fitted(label(task), labels), coloured(bar.toString()), ending(task)).stripTrailing());
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
        return "%9s %s".formatted(Timeline.seconds(task.nanos()), task.ending().words()).stripTrailing();
    }

    private String coloured(String bar) {
        return style.colour() ? TextDensity.coloured(bar) : bar;
    }

    private void legend() {
        lines.add("");
        var states = seen.stream().map(state -> coloured(String.valueOf(state.sign(style.utf8()))) + " " + state.meaning()).toList();
        lines.addAll(Words.wrap(states, style.width(), "   "));
        lines.add("");
    }

    private void wrap(String sentence) {
        lines.addAll(style.wrap("", sentence));
    }
}
