package structured.coach.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines of code where there is less room than they take. */
public final class CodeLines {

    private static final int MORE = 4;

    private CodeLines() {}

    /**
     * A line in as many as it takes, each of at most {@code width} columns. It goes on after a space, and further in; a word that
     * alone is too long goes on at a dot or after a parenthesis, and only if that doesn't help anywhere.
     */
    public static List<String> wrap(String line, int width) {
        if (Harmless.width(line) <= width) {
            return List.of(line);
        }
        var own = line.length() - line.stripLeading().length();
        // An indentation that leaves no room to write in is none.
        var further = " ".repeat(Math.min(own + MORE, width / 2));
        var lines = new ArrayList<String>();
        var now = new StringBuilder(" ".repeat(Math.min(own, width / 2)));
        var isEmpty = true;
        for (var piece : pieces(line.strip(), width - further.length())) {
            if (!isEmpty && Harmless.width(now + piece.stripTrailing()) > width) {
                lines.add(now.toString().stripTrailing());
                now = new StringBuilder(further);
            }
            now.append(piece);
            isEmpty = false;
        }
        lines.add(now.toString().stripTrailing());
        return lines;
    }

    private static List<String> pieces(String text, int room) {
        return Stream.of(text.split("(?<= )(?! )"))
                .flatMap(word -> fits(word, room) ? Stream.of(word) : Stream.of(word.split("(?=\\.)|(?<=[(,<])")))
                .flatMap(part -> fits(part, room) ? Stream.of(part) : Harmless.pieces(part, room).stream()).toList();
    }

    private static boolean fits(String text, int room) {
        return Harmless.width(text.stripTrailing()) <= room;
    }

    /** How far all of these lines are indented, at least. */
    public static int indentation(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
    }
}
