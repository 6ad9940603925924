package structured.coach.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.words.Wording;

/**
 * What comes below what on the screen: the verdict with its headline, what comes next or what a key asked for, and the foot. All of it is to be
 * seen at once: what there is no room for is folded, or shown a page at a time.
 *
 * @param height how many lines there are
 */
record Layout(Style style, int height) {

    private static final Wording SAY = Wording.of(Layout.class);

    /** What can be told in less, down to its headline. */
    interface Foldable {
        List<String> lines(int height) throws IOException;
    }

    /**
     * What is to be seen.
     *
     * @param top from the first line on
     * @param foot down to the last line
     * @param pages how many pages the panel has
     */
    record Seen(List<String> top, List<String> foot, int pages) {}

    /** A verdict that shares its screen with a panel has so much of it, of 100, if the panel needs the rest. */
    private static final int LEAST_REPORT = 35;

    /** Its headline, and where that has no room for it, which run it was. */
    private static final int LEAST_LINES = 2;

    /** A verdict, and what comes next. */
    Seen verdict(Foldable report, List<String> next, List<String> foot) throws IOException {
        var room = room(foot);
        var lines = new ArrayList<>(report.lines(Math.max(Math.min(room, LEAST_LINES), room - next.size())));
        // What comes next is less than what happened.
        lines.addAll(next.subList(0, Math.clamp(room - lines.size(), 0, next.size())));
        return new Seen(lines, foot, 1);
    }

    /** A verdict, and a page of what was asked for; of one that {@code isFine} nobody needs more than the headline meanwhile. */
    Seen withPanel(Foldable report, boolean isFine, List<String> asked, int page, List<String> foot) throws IOException {
        var panel = asked.stream().flatMap(this::fitting).toList();
        var room = room(foot);
        var least = isFine ? LEAST_LINES + 1 : room * LEAST_REPORT / 100;
        var lines = new ArrayList<>(report.lines(Math.max(Math.min(room, least), room - panel.size() - 1)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        var left = Math.max(2, room - lines.size());
        if (panel.size() <= left) {
            lines.addAll(panel);
            return new Seen(lines, foot, 1);
        }
        var perPage = left - 1;
        var pages = (panel.size() + perPage - 1) / perPage;
        var from = Math.floorMod(page, pages) * perPage;
        var to = Math.min(from + perPage, panel.size());
        lines.addAll(panel.subList(from, to));
        lines.add(style.aside(style.cut(SAY.of(to < panel.size() ? "page.more" : "page.last", from + 1, to, panel.size()), 0)));
        return new Seen(lines, foot, pages);
    }

    /** One that is wider than the screen would take two lines there, and push the headline off it. */
    private Stream<String> fitting(String line) {
        return Harmless.width(line) <= style.columns() ? Stream.of(line) : style.wrap("", line).stream();
    }

    private int room(List<String> foot) {
        return height == Integer.MAX_VALUE ? height : Math.max(1, height - foot.size() - (foot.isEmpty() ? 0 : 1));
    }
}
