package structured.coach.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import structured.coach.terminal.CodeLines;
import structured.coach.terminal.KeyTerminal;
import structured.coach.terminal.Style;
import structured.coach.words.Wording;

/** In a terminal: one screen at a time, by keys. A program that is longer than the screen is scrolled. */
final class Keys implements Table {

    private static final Wording SAY = Wording.of(Keys.class);

    /** Of a program at least so many lines are seen, whatever comes below. */
    private static final int FEWEST = 4;

    private final KeyTerminal terminal = new KeyTerminal();

    /** The program that was shown last, and which line of it was the first. */
    private List<String> shown = List.of();
    private int top;

    Keys() throws IOException {}

    @Override
    public Style style() {
        return terminal.style();
    }

    @Override
    public OptionalInt ask(String heading, List<String> code, List<String> below, List<Option> options) {
        if (!code.equals(shown)) {
            shown = code;
            top = 0;
        }
        while (true) {
            var style = terminal.style();
            var folded = code.stream().flatMap(line -> CodeLines.wrap(line, style.columns()).stream()).toList();
            var foot = foot(below, options, style);
            // The heading, a line below it, one above the foot, and that of the cursor.
            var room = Math.max(FEWEST, terminal.height() - foot.size() - 4);
            var last = Math.max(0, folded.size() - room);
            top = Math.clamp(top, 0, last);
            show(heading, folded, room, foot, style);
            var key = terminal.key();
            switch (key) {
                case KeyTerminal.UP, 'k' -> top--;
                case KeyTerminal.DOWN, 'j' -> top++;
                case KeyTerminal.PAGE_UP, 'b' -> top -= room - 1;
                case KeyTerminal.PAGE_DOWN, ' ' -> {
                    if (top == last && options.size() == 1) {
                        return OptionalInt.of(0);
                    }
                    top += room - 1;
                }
                case KeyTerminal.END, 'q', 'Q' -> {
                    return OptionalInt.empty();
                }
                default -> {
                    for (int i = 0; i < options.size(); i++) {
                        if (Character.toLowerCase(key) == options.get(i).key() || options.size() == 1 && (key == '\r' || key == '\n')) {
                            return OptionalInt.of(i);
                        }
                    }
                }
            }
        }
    }

    private void show(String heading, List<String> folded, int room, List<String> foot, Style style) {
        var lines = new ArrayList<String>();
        var end = Math.min(folded.size(), top + room);
        var part = folded.size() <= room ? "" : "   " + SAY.of("lines", top + 1, end, folded.size());
        lines.add(style.heading(style.cut(heading, part.length())) + style.aside(part));
        lines.add("");
        lines.addAll(folded.subList(top, end));
        lines.add("");
        lines.addAll(foot);
        terminal.show(lines);
    }

    private List<String> foot(List<String> below, List<Option> options, Style style) {
        var foot = new ArrayList<>(below);
        var enter = terminal.needsEnter() ? "   " + SAY.of("enter") : "";
        if (options.stream().allMatch(option -> option.text().length() < 30)) {
            foot.addAll(style.wrap("", options.stream().map(option -> option.key() + " " + option.text()).collect(Collectors.joining("   ")) + "   q " + SAY.of("end") + enter));
            return foot;
        }
        for (var option : options) {
            var lines = style.wrap("   ", option.text());
            foot.add(option.key() + "  " + lines.getFirst().strip());
            foot.addAll(lines.subList(1, lines.size()));
        }
        foot.add("q  " + SAY.of("end") + enter);
        return foot;
    }

    @Override
    public void end(List<String> lines) {
        terminal.show(lines);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
