package structured.coach.timeline;

import static structured.coach.timeline.Timeline.seconds;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Words;
import structured.coach.words.Wording;

/** Timelines as a picture, one above the other on the same axis. Equal timelines make equal pictures. */
final class SvgChart {

    private static final Wording SAY = Wording.of(SvgChart.class);

    /** With more tasks than that, the picture shows how many there are at a time. */
    static final int MOST_BARS = 100;

    /** What only a file of such a picture has, in its first line. */
    static final String SIGN = "aria-labelledby=\"t-title t-desc\"";

    private static final int WIDTH = 720;
    private static final int LEFT = 128;
    private static final int RIGHT = 556;
    private static final int ROW = 24;
    private static final int HILL = 160;

    private final StringBuilder svg = new StringBuilder();
    private final long nanos;
    private final String id;
    private boolean nested;
    private int part;
    private int y = 12;

    private SvgChart(long nanos, String id) {
        this.nanos = Math.max(1, nanos);
        this.id = id;
    }

    /** A whole file, which can stand alone. */
    static String file(List<Timeline> timelines) {
        return draw(timelines, axis(timelines), "img", "t");
    }

    /** Where the axis ends that all of them share. */
    static long axis(List<Timeline> timelines) {
        return timelines.stream().mapToLong(timeline -> timeline.totals().nanos()).max().orElse(1);
    }

    /** An element to stand in a page; {@code id} keeps its names apart from those of others there. */
    static String draw(List<Timeline> timelines, long nanos, String role, String id) {
        var chart = new SvgChart(nanos, id);
        timelines.forEach(chart::timeline);
        chart.y += 12;
        timelines.forEach(timeline -> chart.words(timeline, timelines.size() == 1));
        chart.legend(timelines);
        var title = Xml.escape(String.join("; ", timelines.stream().map(Timeline::title).toList()));
        var desc = Xml.escape(String.join(" ", timelines.stream().map(SvgChart::inWords).toList()));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="%3$s" aria-labelledby="%4$s-title %4$s-desc">
                <title id="%4$s-title">%5$s</title>
                <desc id="%4$s-desc">%6$s</desc>
                %7$s<rect class="paper" width="%1$d" height="%2$d" rx="6"/>
                %8$s</svg>
                """.formatted(WIDTH, chart.y + 4, role, id, title, desc, SvgStyle.of(id), chart.svg);
    }

    private void timeline(Timeline timeline) {
        svg.append(format("<g class=\"part\" data-part=\"%d\">%n", part++));
        text(16, y + 14, "head", "start", timeline.title());
        y += 44;
        if (timeline.totals().tasks() > 0) {
            var top = y;
            // The marks go first, so that the bars lie on them; how far down they reach is known already.
            var bars = timeline.hasBars(MOST_BARS);
            axis(top, bars ? timeline.tasks().size() * ROW : HILL);
            if (bars) {
                nested = timeline.tasks().stream().anyMatch(task -> task.depth() > 0);
                timeline.tasks().forEach(this::bar);
            } else {
                svg.append(new SvgDensity(timeline.density(), nanos, id).draw(LEFT, RIGHT, y, HILL));
                y += HILL;
            }
        }
        y += 8;
        svg.append("</g>\n");
    }

    /** What there is to say of it; if there are several, with its name. */
    private void words(Timeline timeline, boolean isOne) {
        var of = isOne ? "" : timeline.title() + ": ";
        for (var line : Words.wrap(List.of((of + timeline.totals().sentence()).split(" ")), 100, " ")) {
            text(16, y, "total", "start", line);
            y += 20;
        }
        for (var note : timeline.notes()) {
            for (var line : Words.wrap(List.of(note.split(" ")), 100, " ")) {
                text(16, y, "note", "start", line);
                y += 20;
            }
        }
        y += 8;
    }

    private void axis(int top, int height) {
        var axis = Axis.of(nanos, 8);
        for (int mark = 0; mark < axis.marks(); mark++) {
            var x = x(mark * axis.step());
            svg.append(format("<path class=\"mark\" d=\"M%.1f %dv%d\"/>%n", x, top - 6, height + 8));
            text(x, top - 10, "label", "middle", axis.label(mark));
        }
    }

    private void bar(Task task) {
        var ended = (task.ending().words() + " " + task.detail()).strip();
        var words = SAY.of("bar", task.name(), task.thread(), seconds(task.from()), seconds(task.to()), ended.isEmpty() ? "" : ": " + ended);
        svg.append("<g class=\"task\">\n");
        var name = Harmless.width(task.name()) > 15 ? Harmless.head(task.name(), 14) + "…" : task.name();
        // Below the one that forked it; where none did, all names end at the bars.
        text(nested ? 16 + 8 * Math.min(task.depth(), 4) : LEFT - 10, y + 16, "label", nested ? "start" : "end", name);
        for (var span : task.spans()) {
            var from = x(span.from());
            var where = span.line() > 0 ? SAY.of("bar.at", span.source(), span.line()) : "";
            var tip = SAY.of("bar.span", words, seconds(span.from()), seconds(span.to()), span.what(), where);
            svg.append(format("<rect class=\"span %s\" style=\"fill:%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\" data-line=\"%s\"><title>%s</title></rect>%n",
                    SvgStyle.name(span.state()), SvgStyle.fill(span.state(), id), from, y + 4, Math.max(1.5, x(span.to()) - from),
                    span.line() > 0 ? Xml.escape(span.source() + ":" + span.line()) : "", Xml.escape(tip)));
        }
        var end = task.ending();
        text(RIGHT + 10, y + 16, "label", "start", seconds(task.nanos()));
        if (!end.words().isEmpty()) {
            text(RIGHT + 62, y + 16, "end", "start", end == Task.Ending.WENT_ON ? SAY.of("ending.went-on.short") : end.words());
        }
        svg.append("</g>\n");
        y += ROW;
    }

    private double x(double time) {
        return LEFT + (RIGHT - LEFT) * Math.clamp(time / nanos, 0, 1);
    }

    private void legend(List<Timeline> timelines) {
        var states = new TreeSet<State>();
        for (var timeline : timelines) {
            if (!timeline.hasBars(MOST_BARS)) {
                states.addAll(List.of(State.UNKNOWN, State.WORK, State.WAIT));
            }
            timeline.tasks().forEach(task -> task.spans().stream().filter(span -> x(span.to()) - x(span.from()) >= 2)
                    .forEach(span -> states.add(span.state())));
        }
        double x = 16;
        for (var state : states) {
            var width = 40 + 6.7 * state.meaning().length();
            if (x > 16 && x + width > WIDTH) {
                x = 16;
                y += 20;
            }
            svg.append(format("<rect style=\"fill:%s\" x=\"%.1f\" y=\"%d\" width=\"14\" height=\"12\"/>%n", SvgStyle.fill(state, id), x, y - 3));
            text(x + 20, y + 8, "label", "start", state.meaning());
            x += width;
        }
        y += 16;
    }

    private void text(double x, double y, String style, String anchor, String text) {
        svg.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", style, x, y, anchor, Xml.escape(text)));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
    }

    /** The text alternative. */
    private static String inWords(Timeline timeline) {
        var words = new StringBuilder(timeline.title()).append(". ");
        if (timeline.hasBars(MOST_BARS)) {
            for (var task : timeline.tasks()) {
                words.append(SAY.of("words.bar", task.name(), seconds(task.from()), seconds(task.to()),
                        task.ending().words().isEmpty() ? "" : ", " + task.ending().words())).append(' ');
            }
        } else {
            words.append(SAY.of("words.density", timeline.totals().tasks(), timeline.density().columns(0, timeline.totals().nanos(), 200).max())).append(' ');
        }
        words.append(timeline.totals().sentence());
        timeline.notes().forEach(note -> words.append(' ').append(note));
        return words.toString().replaceAll("(\\d s)$", "$1.");
    }
}
