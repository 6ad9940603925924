package structured.coach.room;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import structured.coach.terminal.Harmless;
import structured.coach.words.Wording;

/** What somebody is called on the board. The only text there that comes from outside, so it is made harmless here. */
final class Nickname {

    private static final Wording SAY = Wording.of(Nickname.class);

    private static final int LONGEST = 24;

    /** Marks on one letter. More than that is no language, but a tower. */
    private static final int MOST_MARKS = 2;

    /** Letters and signs that nobody sees. */
    private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x00AD, 0x034F, 0x17B4, 0x17B5);

    private Nickname() {}

    /** As much of a text as can be shown: composed, in one line, without what turns it round or hides, at most 24 code points. Maybe nothing. */
    static String clean(String raw) {
        var text = new StringBuilder();
        var marks = 0;
        for (int character : Normalizer.normalize(raw, Form.NFC).codePoints().toArray()) {
            var isMark = switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                default -> false;
            };
            marks = isMark ? marks + 1 : 0;
            if (Character.isWhitespace(character) || Character.isSpaceChar(character) || BLANKS.contains(character)) {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ");
            } else if (isShown(character) && (!isMark || marks <= MOST_MARKS && !text.isEmpty())) {
                text.appendCodePoint(character);
            }
        }
        var shown = cut(text.toString().strip(), LONGEST);
        return shown.codePoints().anyMatch(it -> !Character.isIdentifierIgnorable(it) && Character.getType(it) != Character.NON_SPACING_MARK) ? shown : "";
    }

    private static boolean isShown(int character) {
        return !Harmless.isHarmful(character)
                && Character.getType(character) != Character.UNASSIGNED && Character.getType(character) != Character.PRIVATE_USE;
    }

    private static String cut(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints)).strip();
    }

    /** A name that none of these is: the one that was asked for, with a number if it is taken; an animal if none was. */
    static String free(String asked, Set<String> taken, RandomGenerator random) {
        var known = taken.stream().map(Nickname::likeness).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            var animals = List.of(SAY.of("animals").split(" "));
            var free = animals.stream().filter(animal -> !known.contains(likeness(animal))).toList();
            return free.isEmpty() ? free(animals.get(random.nextInt(animals.size())), taken, random) : free.get(random.nextInt(free.size()));
        }
        var name = asked;
        for (int number = 2; known.contains(likeness(name)); number++) {
            name = cut(asked, LONGEST - 1 - String.valueOf(number).length()) + " " + number;
        }
        return name;
    }

    /** The same for names that look alike: in capitals, in wide letters. */
    private static String likeness(String name) {
        return Normalizer.normalize(name, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
