package structured.coach.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import structured.coach.judge.Judged;
import structured.coach.machine.Beginning;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** A verdict in words: the tree of tests, the first failure in full with the learner's line, and the step to read. */
public final class Report {

    /** What a failing test adds to its message for those who read it elsewhere: its line and its step. */
    private static final Pattern ADDED = Pattern.compile("(?m)^    (at .*|See step \\d+ in README\\.md\\.)\\R?");

    private final Judged judged;
    private final Exercise exercise;
    private final Verdict verdict;
    private final Style style;
    private final Lesson lesson;
    private final List<String> lines = new ArrayList<>();

    /** What shows all of what is told only in part here. */
    private final String more;
    private int linesOfLongestMessage;

    /** Of a message, whoever reads it to its end. All of it is in JSON. */
    private static final int LONGEST_MESSAGE = 60;

    /** So much of it there has to be, however low the terminal is. */
    private static final int SHORTEST_MESSAGE = 5;

    private Report(Judged judged, Lesson lesson, Style style, int height) {
        this.judged = judged;
        exercise = judged.exercise();
        verdict = Shown.of(judged.verdict());
        this.style = style;
        this.lesson = lesson;
        more = "./workshop check %s%s".formatted(exercise.arguments(), height == Integer.MAX_VALUE ? " --json" : "");
    }

    /**
     * The report's lines. Where all of it would be more than {@code height}, steps that are done, or far, take one line each, and
     * what was printed a few; if it is still more, what happened is told only as far as there is room.
     */
    public static List<String> of(Judged judged, Style style, int height) throws IOException {
        var lesson = new Lesson(judged.exercise());
        var all = new Report(judged, lesson, style, height).write(false, LONGEST_MESSAGE);
        if (all.size() <= height) {
            return all;
        }
        var summary = new Report(judged, lesson, style, height);
        var tooMany = summary.write(true, LONGEST_MESSAGE).size() - height;
        return tooMany <= 0 ? summary.lines
                : new Report(judged, lesson, style, height).write(true, Math.max(SHORTEST_MESSAGE, summary.linesOfLongestMessage - tooMany));
    }

    /** A verdict in a few words, such as "3 of 10 tests pass". */
    public static String inShort(Verdict verdict) {
        var passed = verdict.tests().stream().filter(TestResult::passed).count();
        return switch (verdict.status()) {
            case GREEN -> "all " + passed + " tests pass" + (verdict.unexplored().isEmpty() ? ""
                    : ", and " + verdict.unexplored().size() + " could not be explored here");
            case RED -> passed + " of " + verdict.tests().size() + " tests pass";
            case AMBER -> "does not compile";
            case HUNG -> "does not come to an end";
            case CRASHED -> "ends the whole JVM";
            case UNJUDGED -> "only Maven can judge this";
        };
    }

    /** Whether the first failure says something of its own. The last one, if the run did not come to its end, is the verdict's. */
    private boolean hasFailureToShow() {
        return switch (verdict.status()) {
            case RED -> true;
            case HUNG, CRASHED -> verdict.tests().size() > 1 && !verdict.firstFailure().equals(Optional.of(verdict.tests().getLast()));
            case GREEN, AMBER, UNJUDGED -> false;
        };
    }

    /** Of a message no more than {@code room} lines. */
    private List<String> write(boolean summary, int room) throws IOException {
        lines.add(style.heading(exercise.title()) + "  " + paint(verdict.status().name()) + "  " + inShort(verdict));
        tree(summary);
        verdict.firstFailure().filter(failure -> hasFailureToShow()).ifPresent(failure -> failure(failure, room));
        if (verdict.status() != Status.RED || verdict.tests().stream().noneMatch(TestResult::failed)) {
            sentence(room);
        }
        lines.addAll(exercise.isPort() ? LaterForms.of(judged, style) : List.of());
        verdict.unexplored().forEach(this::unexplored);
        printed(summary ? 6 : 30);
        verdict.firstFailure().filter(failure -> failure.stepToRead() > 0).ifPresent(failure -> {
            lines.add("");
            lines.addAll(style.wrap("  ", "Read step %d in %s%s.".formatted(failure.stepToRead(), lesson.file(),
                    exercise.isPort() ? ", and in docs/later-jdks.md what has become of it" : "")));
        });
        return lines;
    }

    private String paint(String status) {
        return switch (verdict.status()) {
            case GREEN -> style.good(status);
            case AMBER, UNJUDGED -> style.unsure(status);
            case RED, HUNG, CRASHED -> style.bad(status);
        };
    }

    private void tree(boolean summary) {
        var steps = new TreeMap<Integer, List<TestResult>>();
        for (var test : verdict.tests()) {
            steps.computeIfAbsent(test.place(), step -> new ArrayList<>()).add(test);
        }
        var unfolded = verdict.firstFailure().map(TestResult::step).orElse(0);
        steps.forEach((step, tests) -> {
            var title = step == Integer.MAX_VALUE ? "After the tests" : "Step %d: %s".formatted(step, lesson.titleOf(step));
            var passed = tests.stream().filter(TestResult::passed).count();
            lines.add("");
            if (summary && !unfolded.equals(tests.getFirst().step())) {
                lines.removeLast();
                lines.add("  %s %s".formatted(tests.stream().anyMatch(TestResult::failed) ? style.no() : style.yes(),
                        style.aside(style.cut("%s (%d of %d)".formatted(title, passed, tests.size()), 5))));
            } else {
                lines.add("  " + style.cut(title, 2));
                tests.forEach(test -> lines.add("    %s %s".formatted(sign(test), style.cut(test.name(), 7))));
            }
        });
    }

    private String sign(TestResult test) {
        return switch (test.outcome()) {
            case PASSED -> style.yes();
            case FAILED -> style.no();
            case UNEXPLORED -> style.unknown();
        };
    }

    private void unexplored(TestResult test) {
        lines.add("");
        lines.addAll(style.wrap("  ", "%s \"%s\" could not be explored here: %s".formatted(style.unknown(), test.name(), test.message())));
    }

    private void failure(TestResult failure, int room) {
        lines.add("");
        var name = style.wrap("    ", failure.name());
        lines.add("  " + style.no() + " " + style.heading(name.getFirst().strip()));
        name.stream().skip(1).forEach(line -> lines.add(style.heading(line)));
        message(style.wrap("    ", ADDED.matcher(failure.message()).replaceAll("").strip()), "    ", room);
        failure.frames().stream().findFirst().ifPresent(frame -> lines.addAll(new Excerpt(judged.sources(), style).of(frame)));
    }

    private void message(List<String> message, String indent, int room) {
        linesOfLongestMessage = Math.max(linesOfLongestMessage, Math.min(message.size(), room));
        if (message.size() <= room) {
            lines.addAll(message);
        } else {
            lines.addAll(message.subList(0, room - 1));
            lines.addAll(style.wrap(indent, "... and %d lines more: %s".formatted(message.size() - room + 1, more)));
        }
    }

    private void sentence(int room) {
        if (verdict.status() != Status.GREEN) {
            lines.add("");
            message(style.wrap("  ", verdict.sentence()), "  ", room);
            lines.addAll(new Excerpt(judged.sources(), style).of(verdict.sentence()));
        }
    }

    private void printed(int limit) {
        var all = verdict.output().lines().toList();
        if (!all.isEmpty()) {
            // Of very much only the beginning is known.
            var isCut = all.getLast().equals(Beginning.AND_MORE);
            lines.add("");
            lines.add("  " + (isCut ? "Your code printed more than is kept. The first lines:"
                    : all.size() <= limit ? "Your code printed:" : "Your code printed %d lines. The last:".formatted(all.size())));
            all.stream().skip(isCut ? 0 : Math.max(0, all.size() - limit)).limit(limit).forEach(line -> lines.add("    " + style.aside(style.cut(line, 4))));
        }
    }
}
