package structured.coach.verify.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import structured.coach.tutorial.Page;

/** Java in the documentation stands in a source too, where it is compiled and tested. */
final class Snippets {

    /** The second word of a fence, on a block that can't come from a source. */
    private static final String SKETCH = "sketch";

    private static final Pattern LEFT_OUT = Pattern.compile("(// ?)?(\\.\\.\\.|…)");

    private final Tally tally = new Tally("snippets");

    /** The lines of each source; and once more without its comments, which a snippet may leave out. */
    private final Map<String, List<List<String>>> sources = new HashMap<>();

    private Snippets(Site site) throws IOException {
        for (var file : site.files(".*\\.java")) {
            var lines = significant(site.read(file));
            sources.put(file, List.of(lines, lines.stream().filter(line -> !line.startsWith("//")).toList()));
        }
    }

    static Tally check(Site site) throws IOException {
        var snippets = new Snippets(site);
        for (var page : site.pages()) {
            page.all(FencedCodeBlock.class).filter(block -> isJava(block.getInfo())).forEach(block -> snippets.check(page, block));
        }
        return snippets.tally;
    }

    private static boolean isJava(String info) {
        var words = info == null ? List.of("") : List.of(info.strip().split("\\s+"));
        // What changes from one JDK to the next is a text in a test.
        return words.getFirst().matches("java|diff") && !(words.size() > 1 && words.get(1).equals(SKETCH));
    }

    private void check(Page page, FencedCodeBlock block) {
        var exercise = page.file().matches("modules/[^/]+/.*") ? page.file().split("/")[1] : "";
        var lines = significant(block.getLiteral());
        if (isAnywhere(lines, exercise)) {
            tally.fine();
            return;
        }
        // Which line differs is what one wants to know.
        var unknown = lines.stream().filter(line -> !LEFT_OUT.matcher(line).matches())
                .filter(line -> !isAnywhere(List.of(line), exercise)).findFirst();
        tally.flawed(page.file(), Page.line(block), "no Java source of %s has these lines%s".formatted(
                exercise.isEmpty() ? "the tutorial" : exercise, unknown.map(line -> ", nor this one: " + line).orElse(" one after another")),
                "Copy them from one (____ stands for anything, a line of ... for lines left out); "
                        + "what can't come from one begins with ```java sketch.");
    }

    /** Whether these lines are in a source of this exercise, or, if that is empty, in any. */
    private boolean isAnywhere(List<String> lines, String exercise) {
        var wanted = lines.stream().map(Snippets::pattern).toList();
        var where = exercise.isEmpty() ? ".*" : "(modules|solutions)/%s/.*".formatted(Pattern.quote(exercise));
        return sources.entrySet().stream().filter(source -> source.getKey().matches(where))
                .anyMatch(source -> source.getValue().stream().anyMatch(forms -> isIn(forms, wanted)));
    }

    /** A line as a regular expression; null for a line that stands for lines left out. */
    private static Pattern pattern(String line) {
        return LEFT_OUT.matcher(line).matches() ? null
                : Pattern.compile(Stream.of(line.split("____", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static boolean isIn(List<String> source, List<Pattern> wanted) {
        for (int at = 0; at < source.size(); at++) {
            if (isAt(at, source, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(int at, List<String> source, List<Pattern> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) == null) {
                var rest = wanted.subList(i + 1, wanted.size());
                return rest.isEmpty() || isIn(source.subList(Math.min(at + i, source.size()), source.size()), rest);
            }
            if (at + i >= source.size() || !wanted.get(i).matcher(source.get(at + i)).matches()) {
                return false;
            }
        }
        return !wanted.isEmpty();
    }

    /** Lines without their indentation, and without those that are blank. */
    private static List<String> significant(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toCollection(ArrayList::new));
    }
}
