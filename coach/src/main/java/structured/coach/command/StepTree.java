package structured.coach.command;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import structured.coach.terminal.Style;
import structured.coach.terminal.Words;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.TestResult;
import structured.coach.words.Wording;

/** The tests of a verdict, below the steps of the lesson. */
record StepTree(Lesson lesson, Style style, Lead lead, Fold fold) {

    private static final Wording SAY = Wording.of(StepTree.class);

    /** Of tests that fail in one step, where there is little room. */
    private static final int MOST_FAILED = 3;

    /** The lines; where there is room, with an empty one before each step that isn't folded. */
    List<String> of(List<TestResult> tests) {
        var steps = new TreeMap<Integer, List<TestResult>>();
        tests.forEach(test -> steps.computeIfAbsent(test.place(), step -> new ArrayList<>()).add(test));
        var lines = new ArrayList<String>();
        if (fold.folds(Fold.STEPS)) {
            return fold == Fold.ALL || steps.isEmpty() ? lines
                    : Words.wrap(steps.entrySet().stream().map(step -> inShort(step.getKey(), step.getValue())).toList(), style.width() - 2, "  ")
                    .stream().map(line -> "  " + line).toList();
        }
        var wasFolded = false;
        for (var step : steps.entrySet()) {
            var isFolded = isFolded(step.getValue().getFirst().step());
            if (isFolded ? fold == Fold.NOTHING && !wasFolded : !fold.folds(Fold.PASSED)) {
                lines.add("");
            }
            if (isFolded) {
                lines.add("  %s %s".formatted(sign(step.getValue()), style.aside(style.cut("%s (%s)".formatted(title(step.getKey()), count(step.getValue())), 5))));
            } else {
                lines.add("  " + style.cut(title(step.getKey()), 2));
                lines.addAll(unfolded(step.getValue()));
            }
            wasFolded = isFolded;
        }
        return lines;
    }

    private boolean isFolded(int step) {
        return fold.folds(Fold.EACH_STEP) || lead.notBegun().contains(step) || (lead.asked() > 0 ? step != lead.asked()
                : fold.folds(Fold.OTHER_STEPS) && step != lead.failure().map(TestResult::step).orElse(-1));
    }

    private List<String> unfolded(List<TestResult> tests) {
        var lines = new ArrayList<String>();
        if (!fold.folds(Fold.PASSED)) {
            tests.forEach(test -> lines.add(line(test)));
            return lines;
        }
        var passed = tests.stream().filter(TestResult::passed).count();
        if (passed > 0) {
            lines.add("    %s %s".formatted(style.yes(), style.aside(SAY.count("tree.pass", passed))));
        }
        var others = tests.stream().filter(test -> !test.passed()).toList();
        // A line for one test is no longer than a line that says that there is one more.
        var shown = others.size() <= MOST_FAILED + 1 ? others.size() : MOST_FAILED;
        others.stream().limit(shown).forEach(test -> lines.add(line(test)));
        if (shown < others.size()) {
            lines.add("    %s %s".formatted(style.no(), style.aside(SAY.of("tree.more", others.size() - shown))));
        }
        return lines;
    }

    private String line(TestResult test) {
        // What is no test's is told by what was found: its name would say which class that was after.
        var told = test.step() > 0 || test.message() == null ? test.name() : test.message().lines().findFirst().orElse(test.name());
        return "    %s %s".formatted(sign(test), style.cut(told, 7));
    }

    private String title(int place) {
        return place == Integer.MAX_VALUE ? SAY.of("tree.after") : SAY.of("tree.step", place, lesson.titleOf(place));
    }

    private String count(List<TestResult> tests) {
        return lead.notBegun().contains(tests.getFirst().step()) ? SAY.of("tree.not-begun")
                : SAY.of("tree.count", tests.stream().filter(TestResult::passed).count(), tests.size());
    }

    private String inShort(int place, List<TestResult> tests) {
        return sign(tests) + " " + (place == Integer.MAX_VALUE ? SAY.of("tree.after-in-short") : SAY.of("tree.step-in-short", place));
    }

    private String sign(List<TestResult> tests) {
        return lead.notBegun().contains(tests.getFirst().step()) ? style.aside(style.utf8() ? "·" : "..")
                : tests.stream().anyMatch(TestResult::failed) ? style.no() : style.yes();
    }

    private String sign(TestResult test) {
        return switch (test.outcome()) {
            case PASSED -> style.yes();
            case FAILED -> style.no();
            case UNEXPLORED -> style.unknown();
        };
    }
}
