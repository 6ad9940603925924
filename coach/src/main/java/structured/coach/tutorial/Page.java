package structured.coach.tutorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import structured.coach.words.Wording;

/** A Markdown file, as GitHub reads it: a lesson, hints, or any page of the documentation. */
public final class Page {

    private static final Wording SAY = Wording.of(Page.class);

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(src|href|id|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private static final Pattern STEP = Pattern.compile(SAY.anyOf("heading.step") + " (\\d{1,4})(?:: .*)?");
    private static final Pattern A_STEP = Pattern.compile("(?iu)\\b" + SAY.anyOf("heading.step") + "\\s(\\d{1,4})\\b");

    private final String file;
    private final List<String> lines;
    private final List<Node> nodes = new ArrayList<>();

    /** An attribute of an HTML tag: what links do in Markdown, {@code src} and {@code href} do there. */
    public record Attribute(int line, String name, String value) {}

    /** The page in {@code file}, which is a path seen from the tutorial's root. */
    public Page(String file, String text) {
        this.file = file;
        lines = text.lines().toList();
        add(PARSER.parse(text));
    }

    private void add(Node node) {
        nodes.add(node);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            add(child);
        }
    }

    /** Where it is. */
    public String file() {
        return file;
    }

    /** The parts of a kind, in their order. */
    public <T extends Node> Stream<T> all(Class<T> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The headings of a level whose text is like this. */
    public Stream<Heading> headings(int level, String regex) {
        return all(Heading.class).filter(heading -> heading.getLevel() == level && text(heading).matches(regex));
    }

    /** The steps that headings of a level are of, in whichever language, each with its first heading. */
    public Map<Integer, Heading> steps(int level) {
        var steps = new LinkedHashMap<Integer, Heading>();
        all(Heading.class).filter(heading -> heading.getLevel() == level).forEach(heading -> {
            var step = STEP.matcher(text(heading));
            if (step.matches()) {
                steps.putIfAbsent(Integer.valueOf(step.group(1)), heading);
            }
        });
        return steps;
    }

    /** The numbers of the steps that a text speaks of: "as in step 3". */
    public static List<Integer> stepsIn(String text) {
        return A_STEP.matcher(text).results().map(step -> Integer.valueOf(step.group(1))).toList();
    }

    /** What the heading of a step calls it, as it is written; an empty text if it has only its number. */
    public String titleOf(Heading step) {
        var written = source(step);
        var number = written.indexOf(": ");
        return number < 0 ? "" : written.substring(number + 2).strip();
    }

    /** What is written below a heading, as it is written: up to the next heading of its level or a higher one. */
    public String below(Heading heading) {
        var end = all(Heading.class).filter(next -> next.getLevel() <= heading.getLevel()).mapToInt(Page::line)
                .filter(line -> line > line(heading)).min().orElse(lines.size() + 1);
        return String.join("\n", lines.subList(Math.min(line(heading), end - 1), end - 1)).strip();
    }

    /** A part as it is written. */
    public String source(Node node) {
        return node.getSourceSpans().stream().map(span -> lines.get(span.getLineIndex()).substring(span.getColumnIndex()))
                .collect(Collectors.joining("\n"));
    }

    /** What may follow a {@code #}: GitHub's names of the headings, and names that HTML tags give. */
    public Set<String> anchors() {
        var anchors = new HashSet<String>();
        var names = IdGenerator.builder().build();
        all(Heading.class).forEach(heading -> anchors.add(names.generateId(text(heading).strip())));
        attributes().filter(attribute -> Set.of("id", "name").contains(attribute.name()))
                .forEach(attribute -> anchors.add(attribute.value()));
        return anchors;
    }

    /** The attributes of all HTML tags that this check has to do with. */
    public Stream<Attribute> attributes() {
        return nodes.stream().flatMap(node -> switch (node) {
            case HtmlBlock block -> attributes(line(block), block.getLiteral());
            case HtmlInline inline -> attributes(line(inline), inline.getLiteral());
            default -> Stream.empty();
        });
    }

    private static Stream<Attribute> attributes(int line, String html) {
        return ATTRIBUTE.matcher(html).results().map(found -> new Attribute(
                line + (int) html.substring(0, found.start(1)).chars().filter(c -> c == '\n').count(),
                found.group(1), found.group(2) != null ? found.group(2) : found.group(3)));
    }

    /** The line that a part begins in, from 1 on. */
    public static int line(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().getFirst().getLineIndex() + 1;
            }
        }
        return 1;
    }

    /** What is to be read of a part, without its markup. */
    public static String text(Node node) {
        var text = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            text.append(switch (child) {
                case Text plain -> plain.getLiteral();
                case Code code -> code.getLiteral();
                default -> text(child);
            });
        }
        return text.toString();
    }
}
