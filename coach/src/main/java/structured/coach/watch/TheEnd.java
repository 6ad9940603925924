package structured.coach.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import structured.coach.terminal.Style;
import structured.coach.words.Wording;

/**
 * What there is to see when all exercises are green.
 *
 * @param root where the tutorial is
 * @param exercises how many there are
 * @param beside the learner's own 03 and 04 beside each other, or what is to be said instead; may be empty
 */
record TheEnd(Path root, int exercises, List<String> beside) {

    private static final Wording SAY = Wording.of(TheEnd.class);

    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("./workshop spot", "end.spot");
        WAYS.put("docs/worked-examples.md", "end.examples");
        WAYS.put("./workshop port 04", "end.port");
    }

    /** With an empty line before them. */
    List<String> lines(Style style) {
        var lines = new ArrayList<>(List.of("", style.good(style.heading(style.cut(SAY.of("end.all-green", style.utf8() ? "★" : "*", exercises), 0)))));
        if (!beside.isEmpty()) {
            lines.addAll(style.wrap("", SAY.of("end.by-your-code")));
            lines.addAll(beside);
        }
        lines.addAll(style.wrap("", SAY.of("end.ways")));
        WAYS.forEach((way, what) -> {
            var file = root.resolve(way);
            var name = way.startsWith("docs/") ? style.link(way, file) : way;
            lines.add("  " + name + " ".repeat(Math.max(1, 25 - way.length())) + style.aside(style.cut(SAY.of(what), 27)));
        });
        return lines;
    }
}
