package structured.coach.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * What learners' code can name or print, on its way to a terminal: nothing in it moves the cursor, sets a colour, turns the
 * line round or takes more columns than it is said to. All such text comes through here.
 */
public final class Harmless {

    /** They join letters and signs to one, in many languages and in emoji, and do nothing else. */
    private static final String JOINERS = "\u200C\u200D";

    /** More marks on a letter are no language, but a way to fill a screen in a single column. */
    private static final int MOST_MARKS = 8;

    private static final int TAB = 8;

    private Harmless() {}

    /** Whether a character would do something to a terminal, to a page, or to the order in which others are shown. */
    public static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> JOINERS.indexOf(character) < 0;
            // Those that are none, and never will be.
            default -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        };
    }

    /** The text as a single line, with a visible sign for each character that is none: {@code ^[} for escape, as editors have it. */
    public static String line(String text) {
        if (text.chars().allMatch(Harmless::isPlain)) {
            return text;    // As almost all of them are.
        }
        var line = new StringBuilder();
        var columns = 0;
        var marks = 0;
        for (int i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            i += Character.charCount(character);
            var from = line.length();
            if (character == '\t') {
                line.repeat(' ', width(character, columns));
            } else if (isHarmful(character) || marks >= MOST_MARKS && width(character) == 0) {
                line.append(sign(character));
            } else {
                line.appendCodePoint(character);
            }
            var added = width(line.substring(from));
            marks = added == 0 ? marks + 1 : 0;
            columns += added;
        }
        return line.toString();
    }

    /** The lines of a text, each of them harmless. */
    public static List<String> lines(String text) {
        return text.lines().map(Harmless::line).toList();
    }

    /** The text with its line breaks, and harmless otherwise. */
    public static String text(String text) {
        return String.join("\n", lines(text));
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~';
    }

    static String sign(int character) {
        return character < ' ' || character == 0x7F ? "^" + (char) (character ^ 0x40) : "<U+%04X>".formatted(character);
    }

    private static int width(int character) {
        return isPlain(character) ? 1 : Math.max(0, WCWidth.wcwidth(character));
    }

    /** A tab goes on to the next place that it stops at. */
    private static int width(int character, int column) {
        return character == '\t' ? TAB - column % TAB : width(character);
    }

    /** How many columns a text takes: two for an ideograph, none for a mark on a letter, none for our own colours and links. */
    public static int width(String text) {
        var columns = 0;
        for (int i = 0; i < text.length(); ) {
            var sequence = sequenceAt(text, i);
            if (sequence > 0) {
                i += sequence;
            } else {
                columns += width(text.codePointAt(i), columns);
                i += Character.charCount(text.codePointAt(i));
            }
        }
        return columns;
    }

    /** As much of a text without colours, from its beginning on, as fits into so many columns. */
    public static String head(String text, int columns) {
        var at = 0;
        for (var taken = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            taken += width(text.codePointAt(at), taken);
            if (taken > columns) {
                break;
            }
        }
        return text.substring(0, at);
    }

    /** The text, cut with an ellipsis where it takes more columns than that. */
    public static String cut(String text, int columns) {
        return width(text) <= columns ? text : head(text, Math.max(0, columns - 3)) + "...";
    }

    /** The text, cut or filled up to just so many columns. */
    public static String fitted(String text, int columns) {
        var head = head(text, columns);
        return head + " ".repeat(columns - width(head));
    }

    /** A text without colours in pieces that fit into so many columns each, at least two: for words longer than a line. */
    public static List<String> pieces(String text, int columns) {
        var pieces = new ArrayList<String>();
        var rest = text;
        do {
            var piece = head(rest, columns);
            pieces.add(piece);
            rest = rest.substring(piece.length());
        } while (!rest.isEmpty());
        return pieces;
    }

    /** The length of the sequence here if it is one that sets a colour, or a link, or 0. */
    static int sequenceAt(String text, int at) {
        return text.charAt(at) == '\033' ? Math.max(colourAt(text, at), Hyperlink.at(text, at)) : 0;
    }

    private static int colourAt(String text, int at) {
        if (!text.startsWith("\033[", at)) {
            return 0;
        }
        var end = at + 2;
        while (end < text.length() && (Character.digit(text.charAt(end), 10) >= 0 || text.charAt(end) == ';')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == 'm' ? end + 1 - at : 0;
    }
}
