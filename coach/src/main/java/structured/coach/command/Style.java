package structured.coach.command;

import java.util.ArrayList;
import java.util.List;
import structured.coach.terminal.Harmless;

/**
 * What the place that is written to can show. The launcher finds it out, since Java can't: it asks for a terminal on
 * standard output alone, and for the locale's character set.
 *
 * @param colour whether escape sequences are understood and wanted
 * @param utf8 whether there are more characters than ASCII's
 * @param width the columns of a line, at least 40
 */
public record Style(boolean colour, boolean utf8, int width) {

    public Style {
        width = Math.clamp(width, 40, 120);
    }

    /** The style of standard output. */
    public static Style ofOutput() {
        return new Style(Boolean.getBoolean("workshop.colour"), Boolean.getBoolean("workshop.utf8"), Integer.getInteger("workshop.width", 80));
    }

    Style withWidth(int columns) {
        return new Style(colour, utf8, columns);
    }

    String yes() {
        return green(utf8 ? "✔" : "ok");
    }

    String no() {
        return red(utf8 ? "✘" : "no");
    }

    /** Neither: it could not be tried. */
    String unknown() {
        return yellow("--");
    }

    /** The text, more to be seen than others. */
    public String bold(String text) {
        return sgr("1", text);
    }

    String dim(String text) {
        return sgr("2", text);
    }

    String green(String text) {
        return sgr("32", text);
    }

    String red(String text) {
        return sgr("31", text);
    }

    String yellow(String text) {
        return sgr("33", text);
    }

    private String sgr(String code, String text) {
        return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    /** The text in lines that fit, each after {@code indent}; its own line breaks and indentation stay. */
    public List<String> wrap(String indent, String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.lines().toList()) {
            var own = paragraph.substring(0, paragraph.length() - paragraph.stripLeading().length());
            // An indentation that leaves no room to write in is none.
            var start = Harmless.head(indent + own, width - 20);
            var line = new StringBuilder(start);
            var taken = start.length();
            for (var word : paragraph.strip().split(" ")) {
                for (var piece : Harmless.pieces(word, width - start.length())) {
                    var columns = Harmless.width(piece);
                    if (taken > start.length() && taken + 1 + columns > width) {
                        lines.add(line.toString());
                        line = new StringBuilder(start);
                        taken = start.length();
                    }
                    line.append(taken > start.length() ? " " : "").append(piece);
                    taken += columns + (taken > start.length() ? 1 : 0);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** The text, cut with an ellipsis where it is longer than a line has columns left beside {@code taken}. */
    String cut(String text, int taken) {
        return Harmless.cut(text, width - taken);
    }
}
