package structured.coach.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import structured.coach.terminal.Style;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** What it means for a learner that tests could not be tried, on this machine or on this code. */
record Untried(Verdict verdict, Style style) {

    /** The lines; none if all tests were tried. Beside what is red they are of no interest, and where nothing is, several mostly say the same. */
    List<String> lines(boolean besideAFailure) {
        var tests = verdict.unexplored();
        if (tests.isEmpty()) {
            return List.of();
        }
        if (besideAFailure || verdict.status() != Status.GREEN) {
            return style.wrap("  ", "%s %s could not be tried on this code, which is no failure. Mend first what is red.".formatted(style.unknown(),
                    tests.size() == 1 ? "One test" : tests.size() + " tests"));
        }
        var lines = new ArrayList<String>();
        tests.stream().collect(Collectors.groupingBy(TestResult::message, LinkedHashMap::new, Collectors.mapping(TestResult::name, Collectors.joining("\", \""))))
                .forEach((why, names) -> lines.addAll(style.wrap("  ", "%s \"%s\" could not be explored here: %s It is green by the other tests.".formatted(style.unknown(), names, why))));
        return lines;
    }
}
