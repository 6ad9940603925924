package structured.coach.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.terminal.Style;
import structured.coach.words.Wording;

/** The keys of the watch: what is pressed, the word for it at the foot, and what it does. */
enum Key {
    HINT('h', "key.hint", "key.hint.does"),
    RUN('r', "", "key.run.does"),
    OPEN('o', "key.open", "key.open.does"),
    TIMELINE('t', "key.timeline", "key.timeline.does"),
    SOLUTION('s', "", "key.solution.does"),
    LIST('l', "", "key.list.does"),
    NEXT('n', "key.next", "key.next.does"),
    BACK('p', "", "key.back.does"),
    RESET('x', "", "key.reset.does"),
    NOT_IT('d', "", "key.not-it.does"),
    MORE(' ', "", "key.more.does"),
    KEYS('?', "key.keys", "key.keys.does"),
    QUIT('q', "key.quit", "key.quit.does");

    private static final Wording SAY = Wording.of(Key.class);

    /** Those that stand at the foot, with a word: for more there is no room. */
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
        lines.addAll(style.wrap("", AT_THE_FOOT.stream().map(key -> key.character + " " + SAY.of(key.word)).collect(Collectors.joining("   "))
                + (needsEnter ? "   " + SAY.of("foot.enter") : "") + (board.isEmpty() ? "" : "   ! " + SAY.of("key.hand.does"))));
        board.forEach(line -> lines.addAll(style.wrap("", line)));
        return lines;
    }

    /** All keys, a line each; those of the board where there is one. */
    static List<String> all(Style style, boolean hasBoard) {
        var lines = new ArrayList<String>();
        for (var key : values()) {
            lines.add(line(key == MORE ? SAY.of("key.space") : String.valueOf(key.character), SAY.of(key.sentence), style));
        }
        lines.add(line(SAY.of("key.numbers"), SAY.of("key.numbers.does"), style));
        if (hasBoard) {
            lines.add(line("!", SAY.of("key.hand.does"), style));
        }
        return lines;
    }

    private static String line(String what, String does, Style style) {
        return style.cut("  %-7s %s".formatted(what, does), 0);
    }
}
