package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import structured.coach.tutorial.Page;
import structured.coach.words.Language;

/**
 * Figures that were measured. A page says one as in {@code 4.4 s<!-- measured: KEY -->}: the figure has to lie within what the runs of
 * benchmarks/run gave, when these are rounded as the figure is. Where a page says it in words, the mark says what is meant, as in
 * {@code a third<!-- measured: KEY at most 0.34 -->}, and the median decides. What benchmarks/run has drawn and written has to be of the
 * results that there are, and as it was written.
 */
final class Measured {

    static final String RESULTS = "benchmarks/results/";
    private static final String AGAIN = "Draw and write it again: benchmarks/run --draw";
    private static final Pattern MARK = Pattern.compile("<!-- measured: (\\S+)(?: (at most|at least) (\\S+)( \\S+)?)? -->");
    private static final Pattern SUM = Pattern.compile("(?m)^([0-9a-f]{8}) ([^#\\s]+)(?:#(\\w+))?$");

    private final Site site;
    private final Tally tally = new Tally("measured");
    private final Map<String, Figure> figures = new HashMap<>();

    private Measured(Site site) {
        this.site = site;
    }

    static Tally check(Site site) throws IOException {
        var measured = new Measured(site);
        if (site.has(RESULTS + "figures.txt")) {
            site.read(RESULTS + "figures.txt").lines().map(Figure.LINE::matcher).filter(line -> line.matches())
                    .forEach(line -> measured.figures.put(line.group(1), Figure.of(line)));
        }
        for (var page : site.pages()) {
            page.all(HtmlInline.class).filter(html -> html.getLiteral().startsWith("<!-- measured:"))
                    .forEach(html -> measured.check(page, Page.line(html), html.getLiteral(), before(html)));
            // At the beginning of a line a comment is a block of its own, and no figure is before it.
            page.all(HtmlBlock.class).filter(html -> html.getLiteral().contains("<!-- measured:"))
                    .forEach(html -> measured.check(page, Page.line(html), html.getLiteral(), ""));
        }
        if (site.has(RESULTS + "made.txt")) {
            measured.checkMade(site.read(RESULTS + "made.txt"));
        }
        return measured.tally;
    }

    private static String before(Node mark) {
        var text = new StringBuilder();
        for (var part = mark.getPrevious(); part != null && (text.isEmpty() || part instanceof Text || part instanceof SoftLineBreak); part = part.getPrevious()) {
            text.insert(0, part instanceof Text plain ? plain.getLiteral() : part instanceof SoftLineBreak ? " " : Page.text(part));
        }
        return text.toString();
    }

    private void check(Page page, int line, String html, String before) {
        var mark = MARK.matcher(html.strip());
        if (!mark.matches()) {
            tally.flawed(page.file(), line, "%s can't be understood".formatted(html.strip()), "Write the figure, and behind it <!-- measured: KEY -->");
            return;
        }
        var figure = figures.get(mark.group(1));
        if (figure == null) {
            tally.flawed(page.file(), line, "\"%s\" is marked as measured, but %sfigures.txt has no %s".formatted(last(before), RESULTS, mark.group(1)),
                    "Correct the key, or measure it: benchmarks/run");
            return;
        }
        var said = mark.group(2) == null ? Said.before(before, hasCommas(page.file())) : Said.before(mark.group(3) + (mark.group(4) == null ? "" : mark.group(4)), false);
        if (said.isEmpty()) {
            tally.flawed(page.file(), line, "there is no figure right before %s".formatted(html.strip()), "Write it there, with its unit.");
        } else if (!supported(mark, figure, said.get())) {
            tally.flawed(page.file(), line, "\"%s\" is not what was measured: %s is %s".formatted(last(before), mark.group(1), figure),
                    "Correct it, or, if the measurement went wrong, measure again: benchmarks/run");
        } else {
            tally.fine();
        }
    }

    /** Whether a page is in a language that has a comma before the decimals. */
    private static boolean hasCommas(String file) {
        return Language.all().stream().filter(language -> file.contains("." + language.tag() + "."))
                .anyMatch(language -> DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator() == ',');
    }

    private static boolean supported(MatchResult mark, Figure figure, Said said) {
        return said.isOf(figure.unit()) && switch (mark.group(2)) {
            case "at most" -> figure.median() <= said.value();
            case "at least" -> figure.median() >= said.value();
            case null, default -> said.rounded(figure.least()) <= said.written() && said.written() <= said.rounded(figure.most());
        };
    }

    private static String last(String text) {
        var words = text.strip().split("\\s+");
        return String.join(" ", Arrays.copyOfRange(words, Math.max(0, words.length - 3), words.length));
    }

    private void checkMade(String made) throws IOException {
        var known = new HashSet<String>();
        for (var sum : SUM.matcher(made).results().toList()) {
            known.add(sum.group(2));
            if (!site.has(sum.group(2))) {
                tally.flawed(RESULTS + "made.txt", 1, "there is no %s".formatted(sum.group(2)), AGAIN);
            } else if (!sum.group(1).equals(sum(section(site.read(sum.group(2)), sum.group(3))))) {
                tally.flawed(sum.group(2), 1, sum.group(3) == null ? "it has changed since plots and tables were made"
                        : "what is between \"begin measured: %s\" and its end is not what was made".formatted(sum.group(3)), AGAIN);
            } else {
                tally.fine();
            }
        }
        for (var file : site.files(RESULTS + ".*\\.csv")) {
            if (!known.contains(file)) {
                tally.flawed(file, 1, "nothing was made of these results", AGAIN);
            }
        }
    }

    private static String section(String text, String name) {
        if (name == null) {
            return text;
        }
        var section = Pattern.compile("(?s)<!-- begin measured: %s -->\n(.*?)<!-- end measured: %s -->".formatted(name, name)).matcher(text);
        return section.find() ? section.group(1) : "";
    }

    private static String sum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
