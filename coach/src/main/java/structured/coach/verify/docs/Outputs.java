package structured.coach.verify.docs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import structured.coach.tutorial.Originals;
import structured.coach.tutorial.Page;

/** What a lesson says that a {@code main} prints is what it prints, but for the figures. */
final class Outputs {

    private static final Pattern CLASS = Pattern.compile("java .*?(\\w+)(\\.java)?");

    private static final Set<String> PLAIN = Set.of("", "text", "console");

    private Outputs() {}

    static Tally check(Site site) {
        var tally = new Tally("output");
        for (var page : site.pages()) {
            if (page.file().matches("modules/[^/]+/README.*")) {
                page.all(FencedCodeBlock.class).filter(TypedLines::isShell).forEach(block -> check(page, block, tally));
            }
        }
        return tally;
    }

    private static void check(Page page, FencedCodeBlock commands, Tally tally) {
        var classes = TypedLines.inBlock(page, commands).stream().map(line -> CLASS.matcher(line.text())).filter(Matcher::matches)
                .map(found -> found.group(1)).filter(name -> Originals.expected(name).isPresent()).collect(Collectors.toCollection(LinkedHashSet::new));
        var output = following(commands);
        if (classes.isEmpty() || output == null) {
            return;
        }
        if (classes.stream().anyMatch(name -> output.getLiteral().matches(Originals.expected(name).orElseThrow()))) {
            tally.fine();
        } else {
            tally.flawed(page.file(), Page.line(output), "%s prints other lines than these".formatted(String.join(" or ", classes)),
                    "Run the solution, and copy what it prints. The wording is in coach/src/main/java/structured/coach/tutorial/Originals.java.");
        }
    }

    /** The next block of plain text, if it comes before the next heading. */
    private static FencedCodeBlock following(Node commands) {
        for (var node = commands.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            if (node instanceof FencedCodeBlock block && PLAIN.contains(block.getInfo().strip())) {
                return block;
            }
        }
        return null;
    }
}
