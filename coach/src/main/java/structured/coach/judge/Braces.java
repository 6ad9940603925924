package structured.coach.judge;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import structured.coach.machine.JavaText;

/** Where a closing brace is missing: compilers notice much further down. By how lines are indented, somebody meant to have it earlier. */
final class Braces {

    /** A line that opens a block. */
    record Opening(int line, int indentation, String text) {}

    private Braces() {}

    /** The line whose brace nobody closed, if there is one. */
    static Optional<Opening> unclosed(String source) {
        var texts = source.lines().toList();
        var open = new ArrayDeque<Opening>();
        var number = 0;
        for (var line : code(source)) {
            number++;
            var indentation = line.length() - line.stripLeading().length();
            var isFirst = true;
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) == '{') {
                    open.push(opening(texts, number));
                } else if (line.charAt(i) == '}' && !open.isEmpty()) {
                    var opening = open.pop();
                    if (isFirst && indentation < opening.indentation()) {
                        return Optional.of(opening);
                    }
                }
                isFirst &= Character.isWhitespace(line.charAt(i));
            }
        }
        return Optional.ofNullable(open.peek());
    }

    /** A line that goes on from the one before, as that of a throws, begins there. */
    private static Opening opening(List<String> texts, int number) {
        var text = texts.get(number - 1);
        return number > 1 && text.strip().startsWith("throws ") ? opening(texts, number - 1)
                : new Opening(number, text.length() - text.stripLeading().length(), text.strip());
    }

    /** Of a source that has too many, the line that closes what nothing has opened. */
    static Optional<Integer> tooMany(String source) {
        var depth = 0;
        var code = code(source);
        for (int i = 0; i < code.length; i++) {
            for (var c : code[i].toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            if (depth < 0) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** The lines without what is quoted, or in comments: that has braces of its own. */
    private static String[] code(String source) {
        return JavaText.codeOnly(source).split("\n", -1);
    }
}
