package structured.coach.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.terminal.Style;

/** The keys of the watch: what is pressed, the word for it at the foot, and what it does. */
enum Key {
    HINT('h', "hint", "the next hint for the step that leads"),
    RUN('r', "run again", "run the tests once more"),
    OPEN('o', "open", "your file, at the line in question, in your editor"),
    TIMELINE('t', "timeline", "your main, run and drawn; any other key ends it"),
    SOLUTION('s', "solution", "the solution beside your code"),
    LIST('l', "list", "all exercises, and what comes next"),
    NEXT('n', "next", "on to the next exercise"),
    BACK('p', "previous", "back to the exercise before"),
    RESET('x', "reset", "the exercise as it came; yours is put aside"),
    NOT_IT('d', "different", "no, my code isn't like what is said that it behaves like"),
    MORE(' ', "more", "the next page of what a key has shown"),
    KEYS('?', "keys", "these keys"),
    QUIT('q', "quit", "the end");

    /** Those that stand at the foot: for more there is no room. */
    private static final List<Key> AT_THE_FOOT = List.of(HINT, OPEN, TIMELINE, NEXT, KEYS, QUIT);

    private final char character;
    private final String word;
    private final String sentence;

    Key(char character, String word, String sentence) {
        this.character = character;
        this.word = word;
        this.sentence = sentence;
    }

    /** The key that this character stands for, if it is one. */
    static Optional<Key> of(int character) {
        return Stream.of(values()).filter(key -> key.character == Character.toLowerCase(character)).findFirst();
    }

    /** The foot: below its first lines what to press, and below that what the board says. */
    static List<String> foot(List<String> first, List<String> board, Style style, boolean needsEnter) {
        var lines = new ArrayList<>(first);
        lines.addAll(style.wrap("", AT_THE_FOOT.stream().map(key -> key.character + " " + key.word).collect(Collectors.joining("   "))
                + (needsEnter ? "   (and Enter)" : "") + (board.isEmpty() ? "" : "   ! raise your hand, or lower it")));
        board.forEach(line -> lines.addAll(style.wrap("", line)));
        return lines;
    }

    /** All keys, a line each; those of the board where there is one. */
    static List<String> all(Style style, boolean hasBoard) {
        var lines = new ArrayList<String>();
        for (var key : values()) {
            lines.add(line(key == MORE ? "space" : String.valueOf(key.character), key.sentence, style));
        }
        lines.add(line("1 to 9", "to the exercise of that number", style));
        if (hasBoard) {
            lines.add(line("!", "raise your hand, or lower it", style));
        }
        return lines;
    }

    private static String line(String what, String does, Style style) {
        return style.cut("  %-7s %s".formatted(what, does), 0);
    }
}
