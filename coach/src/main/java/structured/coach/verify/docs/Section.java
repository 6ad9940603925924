package structured.coach.verify.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import structured.coach.tutorial.Page;

/**
 * A part of a page, from one heading to the next.
 *
 * @param heading what a translation keeps of it: its level, and its step; an empty text before the first heading
 * @param paragraphs how many there are, those of lists too
 */
record Section(String heading, int line, int paragraphs) {

    /** All of them, in their order. */
    static List<Section> of(Page page) {
        var steps = steps(page);
        var sections = new ArrayList<>(List.of(new Section("", 1, 0)));
        page.all(Node.class).forEach(node -> {
            if (node instanceof Heading heading) {
                sections.add(new Section("heading " + name(heading, steps), Page.line(heading), 0));
            } else if (node instanceof Paragraph) {
                var last = sections.removeLast();
                sections.add(new Section(last.heading, last.line, last.paragraphs + 1));
            }
        });
        return sections;
    }

    /** For pages of the same headings: sections come in the same order in both, and what one says in a paragraph is said in the other. */
    static void compare(Page source, Page translated, Tally tally) {
        var wanted = of(source);
        var found = of(translated);
        for (int i = 0; i < wanted.size(); i++) {
            var there = wanted.get(i);
            var here = found.get(i);
            if (!there.heading.equals(here.heading)) {
                tally.flawed(translated.file(), here.line, "has %s where %s has %s, in line %d".formatted(here.heading, source.file(), there.heading, there.line),
                        "Put the sections in the order that they have there.");
                return;
            }
            if (here.paragraphs >= there.paragraphs) {
                tally.fine();
            } else {
                tally.flawed(translated.file(), here.line, "has %d paragraphs in this section, where %s has %d, from line %d on"
                        .formatted(here.paragraphs, source.file(), there.paragraphs, there.line), "Translate the one that is missing.");
            }
        }
    }

    static Map<Integer, Heading> steps(Page page) {
        var steps = new LinkedHashMap<>(page.steps(2));
        steps.putAll(page.steps(3));
        return steps;
    }

    static String name(Heading heading, Map<Integer, Heading> steps) {
        return "#".repeat(heading.getLevel()) + steps.entrySet().stream()
                .filter(step -> step.getValue() == heading).map(step -> " of step " + step.getKey()).findFirst().orElse("");
    }
}
