package structured.coach.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** The columns of the board for the learner's ports: one for each JDK that there is a port to, and so mostly none. */
record PortColumns(Map<Exercise, Optional<Verdict>> verdicts) {

    private static final Wording SAY = Wording.of(PortColumns.class);

    private List<Integer> jdks() {
        return verdicts.keySet().stream().map(Exercise::jdk).distinct().sorted().toList();
    }

    /** The line above the board, if there is any port; what is beside the columns takes {@code width}. */
    Optional<String> heading(int width) {
        var heading = new StringBuilder(" ".repeat(4 + 23 + width));
        jdks().forEach(jdk -> heading.append("  jdk").append(jdk));
        return jdks().isEmpty() ? Optional.empty() : Optional.of(heading.toString());
    }

    /** A cell of the board's, with the ports of its exercise beside it. */
    String beside(Exercise exercise, String cell, int width, Style style) {
        var row = new StringBuilder(cell);
        // Signs may be coloured, so the text's length is not what it takes.
        var taken = cell.length();
        for (int i = 0; i < jdks().size(); i++) {
            var verdict = verdicts.get(exercise.on(jdks().get(i)));
            if (verdict != null) {
                row.append(" ".repeat(width + 2 + 7 * i - taken));
                row.append(verdict.map(it -> it.status() == Status.GREEN ? style.yes() : style.no()).orElse(style.unknown()));
                taken = width + 2 + 7 * i + (verdict.isPresent() && style.utf8() ? 1 : 2);
            }
        }
        return row.toString();
    }

    /** What to say where there is a port without a verdict. */
    Optional<String> unknown() {
        return verdicts.entrySet().stream().filter(entry -> entry.getValue().isEmpty()).map(Map.Entry::getKey).findFirst()
                .map(port -> SAY.of("port.unjudged", port.arguments()));
    }
}
