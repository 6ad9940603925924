package structured.coach.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import structured.coach.terminal.Style;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** What it means for a learner that tests could not be tried, on this machine or on this code. */
record Untried(Verdict verdict, Style style) {

    private static final Wording SAY = Wording.of(Untried.class);

    /** The lines; none if all tests were tried. Beside what is red they are of no interest, and where nothing is, several mostly say the same. */
    List<String> lines(boolean besideAFailure) {
        var tests = verdict.unexplored();
        if (tests.isEmpty()) {
            return List.of();
        }
        if (besideAFailure || verdict.status() != Status.GREEN) {
            return style.wrap("  ", style.unknown() + " " + SAY.count("untried", tests.size()));
        }
        var lines = new ArrayList<String>();
        tests.stream().collect(Collectors.groupingBy(TestResult::message, LinkedHashMap::new, Collectors.mapping(TestResult::name, Collectors.joining("\", \""))))
                .forEach((why, names) -> lines.addAll(style.wrap("  ", SAY.of("report.unexplored", style.unknown(), names, why))));
        return lines;
    }
}
