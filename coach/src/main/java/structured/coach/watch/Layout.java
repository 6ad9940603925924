package structured.coach.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import structured.coach.command.Report;
import structured.coach.command.WhatNext;
import structured.coach.judge.Judged;
import structured.coach.tutorial.Exercise;

/**
 * What comes below what on the screen: the verdict, what was asked for, the keys, and what the board says.
 *
 * @param board the lines of the board's; none if no board was joined
 */
record Layout(Screen screen, List<String> board) {

    /** All lines; {@code judged} is null as long as there is no verdict. */
    List<String> lines(Exercise exercise, Judged judged, Optional<Exercise> next, List<String> panel) throws IOException {
        var lines = new ArrayList<String>();
        var hasKeys = !screen.keys().isEmpty();
        var foot = hasKeys ? board.stream().flatMap(line -> screen.style().wrap("", line).stream()).toList() : List.<String>of();
        if (judged != null) {
            // Room for a panel, for the keys, and for the board.
            lines.addAll(Report.of(judged, screen.style(), screen.height() - panel.size() - foot.size() - 4));
            lines.addAll(WhatNext.after(exercise, judged.verdict(), screen.style(), next, hasKeys));
        }
        if (!panel.isEmpty()) {
            lines.add("");
            lines.addAll(panel);
        }
        if (hasKeys) {
            lines.add("");
            lines.addAll(screen.style().wrap("", screen.keys() + (foot.isEmpty() ? "" : "   ! raise your hand, or lower it")));
            lines.addAll(foot);
        }
        return lines;
    }
}
