package structured.coach.command;

import java.util.ArrayList;
import java.util.List;
import structured.coach.machine.Beginning;
import structured.coach.terminal.Style;

/** What a learner's code has printed. */
record Printed(Style style) {

    /** The lines to show: a few words on them, and no more than {@code limit} of them. */
    List<String> lines(String output, int limit) {
        var lines = new ArrayList<String>();
        var all = output.lines().toList();
        if (!all.isEmpty() && limit > 0) {
            // Of very much only the beginning is known.
            var isCut = all.getLast().equals(Beginning.AND_MORE);
            lines.add("  " + (isCut ? "Your code printed more than is kept. The first lines:"
                    : all.size() <= limit ? "Your code printed:" : "Your code printed %d lines. The last:".formatted(all.size())));
            all.stream().skip(isCut ? 0 : Math.max(0, all.size() - limit)).limit(limit)
                    .forEach(line -> lines.add("    " + style.aside(style.cut(line, 4))));
        }
        return lines;
    }
}
