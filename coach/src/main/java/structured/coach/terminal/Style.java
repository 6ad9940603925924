package structured.coach.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import structured.coach.machine.Launch;

/**
 * What the place that is written to can show. The launcher finds it out, since Java can't: it asks for a terminal on
 * standard output alone, and for the locale's character set.
 *
 * @param colour whether escape sequences are understood and wanted
 * @param utf8 whether there are more characters than ASCII's
 * @param columns those of a line of code, at least 40
 * @param links whether files' names can be clicked
 */
public record Style(boolean colour, boolean utf8, int columns, boolean links) {

    /** Longer lines of prose are hard to read. Those of code end by themselves. */
    private static final int MOST_COLUMNS = 120;

    public Style {
        columns = Math.max(40, columns);
    }

    /** One without links. */
    public Style(boolean colour, boolean utf8, int columns) {
        this(colour, utf8, columns, false);
    }

    /** The same with other columns. */
    public Style withColumns(int other) {
        return new Style(colour, utf8, other, links);
    }

    /** The columns of a line of prose. */
    public int width() {
        return Math.min(MOST_COLUMNS, columns);
    }

    /** The style of standard output. */
    public static Style ofOutput() {
        var launch = Launch.here();
        // Where colours aren't wanted, nor are links.
        return new Style(launch.colour(), launch.utf8(), launch.width(), launch.colour() && Hyperlink.areKnown(System.getenv()));
    }

    /** The sign of what is as it should be. */
    public String yes() {
        return good(utf8 ? "✔" : "ok");
    }

    /** The sign of what isn't. */
    public String no() {
        return bad(utf8 ? "✘" : "no");
    }

    /** The sign of what could not be tried. */
    public String unknown() {
        return unsure("--");
    }

    /** What the lines below are about. */
    public String heading(String text) {
        return sgr("1", text);
    }

    /** What may be passed over. */
    public String aside(String text) {
        return sgr("2", text);
    }

    /** What is as it should be. */
    public String good(String text) {
        return sgr("32", text);
    }

    /** What isn't. */
    public String bad(String text) {
        return sgr("31", text);
    }

    /** What is not known. */
    public String unsure(String text) {
        return sgr("33", text);
    }

    /** A line that only this one of two texts has: the learner's. */
    public String onlyInOne(String text) {
        return sgr("31", text);
    }

    /** A line that only the other one has: the solution. */
    public String onlyInOther(String text) {
        return sgr("32", text);
    }

    /** A text that leads to a file, where that can be clicked. */
    public String link(String text, Path file) {
        return links ? Hyperlink.of(text, file) : text;
    }

    /** Lines in which the name of a file leads to it, where it stands in one of them as a whole. */
    public List<String> linked(List<String> lines, String name, Path file) {
        return links ? lines.stream().map(line -> line.replace(name, link(name, file))).toList() : lines;
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
            var start = Harmless.head(indent + own, width() - 20);
            var pieces = Stream.of(paragraph.strip().split(" ")).flatMap(word -> Harmless.pieces(word, width() - start.length()).stream()).toList();
            var wrapped = Words.wrap(pieces, width() - start.length(), " ");
            (wrapped.isEmpty() ? List.of("") : wrapped).forEach(line -> lines.add((start + line).stripTrailing()));
        }
        return lines;
    }

    /** The text, cut with an ellipsis where it is longer than a line has columns left beside {@code taken}. */
    public String cut(String text, int taken) {
        return Harmless.cut(text, width() - taken);
    }

    /** The same of code, which may take all columns of the terminal. */
    public String cutCode(String line, int taken) {
        return Harmless.cut(line, columns - taken);
    }
}
