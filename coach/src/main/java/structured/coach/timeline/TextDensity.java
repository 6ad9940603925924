package structured.coach.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import structured.coach.terminal.Style;
import structured.coach.words.Wording;

/** How many tasks there are at a time, as a hill of characters: at its foot those that work, above them those that wait. */
final class TextDensity {

    private static final Wording SAY = Wording.of(TextDensity.class);

    private static final int ROWS = 10;

    /** From the foot to the top. */
    private static final State[] LAYERS = {State.PINNED, State.WORK, State.UNKNOWN, State.WAIT, State.OTHERS};

    private final Density.Columns columns;
    private final Style style;
    private final Set<State> seen = EnumSet.noneOf(State.class);

    TextDensity(Density.Columns columns, Style style) {
        this.columns = columns;
        this.style = style;
    }

    /** The rows from the top on, with numbers of so many characters in front of them. */
    List<String> draw(int labels) {
        var lines = new ArrayList<String>();
        var max = Math.max(columns.max(), 1e-9);
        for (int row = ROWS; row >= 1; row--) {
            var label = row == ROWS ? Density.label(max) : row == 1 ? "0" : "";
            var line = new StringBuilder();
            for (int column = 0; column < columns.all().length; column++) {
                line.append(signAt(column, (row - 0.5) / ROWS * max));
            }
            var bar = line.toString().stripTrailing();
            lines.add(("%" + labels + "s  %s").formatted(label, style.colour() ? coloured(bar) : bar));
        }
        lines.add(" ".repeat(labels + 2) + SAY.of("density"));
        return lines;
    }

    /** Which states the rows show that have been drawn. */
    Set<State> seen() {
        return seen;
    }

    private char signAt(int column, double height) {
        double top = 0;
        for (var layer : LAYERS) {
            top += columns.states().get(layer)[column];
            if (height <= top) {
                seen.add(layer);
                return layer.sign(style.utf8());
            }
        }
        return ' ';
    }

    /** Blue for waits, the brighter the less is known of them, red for what is pinned. */
    static String coloured(String bar) {
        var coloured = new StringBuilder();
        var now = "";
        for (var c : bar.toCharArray()) {
            var colour = switch (c) {
                case '█', '#' -> "\033[34m";
                case '░', '-' -> "\033[36m";
                case '▒', '~', '·', '.' -> "\033[90m";
                case '╳', 'X' -> "\033[31m";
                default -> now;
            };
            coloured.append(colour.equals(now) ? "" : colour).append(c);
            now = colour;
        }
        return now.isEmpty() ? bar : coloured + "\033[0m";
    }
}
