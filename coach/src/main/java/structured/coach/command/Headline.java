package structured.coach.command;

import java.util.List;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** The first line of a report: the exercise and its verdict, and which run that was. */
record Headline(Judged judged, Lead lead, Style style) {

    /** What is known of the run stands beside the verdict where there is room, or else below. */
    List<String> lines(String when) {
        var status = lead.status(judged);
        var title = judged.exercise().title() + (lead.asked() > 0 ? ", step " + lead.asked() : "");
        var said = style.cut(said(), title.length() + status.name().length() + 4);
        var line = "%s  %s  %s".formatted(style.heading(title), paint(status), said);
        var width = title.length() + status.name().length() + said.length() + 4;
        if (when.isEmpty()) {
            return List.of(line);
        }
        return width + 2 + when.length() > style.width() ? List.of(line, "  " + style.aside(style.cut(when, 2)))
                : List.of(line + " ".repeat(style.width() - width - when.length()) + style.aside(when));
    }

    private String said() {
        var asked = lead.testsAsked(judged);
        return lead.asked() > 0 && judged.verdict().status() == Status.RED && !asked.isEmpty()
                ? "%s; %s in all".formatted(inShort(asked), inShort(judged.verdict().tests()).replace(" tests pass", ""))
                : inShort(judged.verdict());
    }

    private String paint(Status status) {
        return switch (status) {
            case GREEN -> style.good(status.name());
            case AMBER, UNJUDGED -> style.unsure(status.name());
            case RED, HUNG, CRASHED -> style.bad(status.name());
        };
    }

    /** A verdict in a few words, such as "3 of 10 tests pass". */
    static String inShort(Verdict verdict) {
        return switch (verdict.status()) {
            case GREEN -> "all " + passed(verdict.tests()) + " tests pass" + (verdict.unexplored().isEmpty() ? ""
                    : ", and " + verdict.unexplored().size() + " could not be explored here");
            case RED -> inShort(verdict.tests());
            case AMBER -> "does not compile";
            case HUNG -> "does not come to an end";
            case CRASHED -> "ends the whole JVM";
            case UNJUDGED -> "only Maven can judge this";
        };
    }

    private static String inShort(List<TestResult> tests) {
        return "%d of %d tests pass".formatted(passed(tests), tests.size());
    }

    private static long passed(List<TestResult> tests) {
        return tests.stream().filter(TestResult::passed).count();
    }
}
