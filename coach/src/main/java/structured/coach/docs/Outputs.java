package structured.coach.docs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import structured.coach.Mains;

/** What a lesson says that a {@code main} prints is what it prints, but for the figures. */
final class Outputs {

    private static final Pattern CLASS = Pattern.compile("(?m)^java .*?(\\w+)(\\.java)?[ \t]*$");

    private Outputs() {}

    static Tally check(Site site) {
        var tally = new Tally("output");
        for (var page : site.pages()) {
            if (page.file().matches("modules/[^/]+/README.*")) {
                page.all(FencedCodeBlock.class).filter(CommandLines::isShell).forEach(block -> check(page, block, tally));
            }
        }
        return tally;
    }

    private static void check(Page page, FencedCodeBlock commands, Tally tally) {
        var classes = CLASS.matcher(commands.getLiteral()).results().map(found -> found.group(1))
                .filter(name -> Mains.expected(name).isPresent()).collect(Collectors.toCollection(LinkedHashSet::new));
        var output = following(commands);
        if (classes.isEmpty() || output == null) {
            return;
        }
        if (classes.stream().anyMatch(name -> output.getLiteral().matches(Mains.expected(name).orElseThrow()))) {
            tally.fine();
        } else {
            tally.flawed(page.file(), Page.line(output), "%s prints other lines than these".formatted(String.join(" or ", classes)),
                    "Run the solution, and copy what it prints. The wording is in coach/src/main/java/structured/coach/Mains.java.");
        }
    }

    /** The next block of plain text, if it comes before the next heading. */
    private static FencedCodeBlock following(Node commands) {
        for (var node = commands.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            if (node instanceof FencedCodeBlock block && Set.of("", "text", "console").contains(List.of(block.getInfo().split(" ")).getFirst())) {
                return block;
            }
        }
        return null;
    }
}
