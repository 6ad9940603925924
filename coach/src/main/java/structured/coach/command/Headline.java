package structured.coach.command;

import java.util.List;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** The first line of a report: the exercise and its verdict, and which run that was. */
record Headline(Judged judged, Lead lead, Style style) {

    private static final Wording SAY = Wording.of(Headline.class);

    /** What is known of the run stands beside the verdict where there is room, or else below. */
    List<String> lines(String when) {
        var status = lead.status(judged);
        var title = judged.exercise().title() + (lead.asked() > 0 ? SAY.of("headline.step", lead.asked()) : "");
        var said = style.cut(said(), title.length() + word(status).length() + 4);
        var line = "%s  %s  %s".formatted(style.heading(title), paint(status), said);
        var width = title.length() + word(status).length() + said.length() + 4;
        if (when.isEmpty()) {
            return List.of(line);
        }
        return width + 2 + when.length() > style.width() ? List.of(line, "  " + style.aside(style.cut(when, 2)))
                : List.of(line + " ".repeat(style.width() - width - when.length()) + style.aside(when));
    }

    private String said() {
        var asked = lead.testsAsked(judged);
        return lead.asked() > 0 && judged.verdict().status() == Status.RED && !asked.isEmpty()
                ? SAY.of("headline.step-of-all", inShort(asked), passed(judged.verdict().tests()), judged.verdict().tests().stream().filter(test -> test.step() > 0).count())
                : inShort(judged.verdict());
    }

    /** A verdict in one word: JSON has its own. */
    private static String word(Status status) {
        return SAY.of(switch (status) {
            case GREEN -> "status.green";
            case RED -> "status.red";
            case AMBER -> "status.amber";
            case HUNG -> "status.hung";
            case CRASHED -> "status.crashed";
            case UNJUDGED -> "status.unjudged";
        });
    }

    private String paint(Status status) {
        return switch (status) {
            case GREEN -> style.good(word(status));
            case AMBER, UNJUDGED -> style.unsure(word(status));
            case RED, HUNG, CRASHED -> style.bad(word(status));
        };
    }

    /** A verdict in a few words, such as "3 of 10 tests pass". */
    static String inShort(Verdict verdict) {
        return switch (verdict.status()) {
            case GREEN -> verdict.unexplored().isEmpty() ? SAY.of("short.green", passed(verdict.tests()))
                    : SAY.of("short.green-but", passed(verdict.tests()), verdict.unexplored().size());
            case RED -> inShort(verdict.tests());
            case AMBER -> SAY.of("short.amber");
            case HUNG -> SAY.of("short.hung");
            case CRASHED -> SAY.of("short.crashed");
            case UNJUDGED -> SAY.of("short.unjudged");
        };
    }

    /** What is looked at after the tests, such as whether a thread goes on, is no test, and isn't counted as one. */
    private static String inShort(List<TestResult> all) {
        var tests = all.stream().filter(test -> test.step() > 0).toList();
        return tests.size() < all.size() && passed(tests) == tests.size() ? SAY.of("short.red-after", tests.size()) : SAY.of("short.red", passed(tests), tests.size());
    }

    private static long passed(List<TestResult> tests) {
        return tests.stream().filter(TestResult::passed).count();
    }
}
