package structured.coach.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import structured.coach.machine.Beginning;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Sources;
import structured.coach.words.Wording;

/** What a learner's code has printed. */
record Printed(Sources sources, Style style) {

    private static final Wording SAY = Wording.of(Printed.class);

    /** The lines to show: a few words on them, and no more than {@code limit} of them. Of an exception what was thrown is among them. */
    List<String> lines(String output, int limit) {
        var lines = new ArrayList<String>();
        var all = output.lines().toList();
        if (all.isEmpty() || limit <= 0) {
            return lines;
        }
        // Of very much only the beginning is known.
        var isCut = all.getLast().equals(Beginning.AND_MORE);
        var shorter = LikeTraces.folded(traces().shortened(all), isCut);
        var from = isCut ? 0 : Math.max(0, shorter.size() - limit);
        var head = from == 0 ? 0 : Traces.head(shorter, from);
        lines.add("  " + (isCut ? SAY.of("printed.first") : from == 0 ? SAY.of("printed.all")
                : head < from ? SAY.of("printed.exception", all.size()) : SAY.of("printed.last", all.size())));
        shorter.stream().skip(head).limit(limit).forEach(line -> lines.add("    " + style.aside(style.cut(line, 4))));
        return lines;
    }

    Traces traces() {
        return new Traces(sources.main().stream().map(source -> source.path().getFileName().toString()).collect(Collectors.toSet()));
    }
}
