package structured.coach.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** A verdict in words: the tree of tests, the first failure in full with the learner's line, and the step to read. */
public final class Report {

    private static final Wording SAY = Wording.of(Report.class);

    private final Judged judged;
    private final Exercise exercise;
    private final Shown shown;
    private final Verdict verdict;
    private final Lead lead;
    private final Style style;
    private final Lesson lesson;
    private final Fold fold;

    /** What the code behaves like, or an empty text. */
    private final String like;
    private final List<String> lines = new ArrayList<>();

    /** What shows all of what is told only in part here. */
    private final String more;

    /** How many lines of a message there are. */
    private final int room;

    /** How many lines of what was printed there are. */
    private final int mostPrinted;
    private int linesOfLongestMessage;

    private Report(Judged judged, Lead lead, Lesson lesson, Style style, int height, Fold fold, int room, int mostPrinted, String like) {
        this.judged = judged;
        this.lead = lead;
        exercise = judged.exercise();
        shown = new Shown(lesson);
        verdict = shown.of(judged.verdict());
        this.style = style;
        this.lesson = lesson;
        this.fold = fold;
        this.room = room;
        this.mostPrinted = mostPrinted;
        this.like = like;
        more = "./workshop check %s%s".formatted(exercise.arguments(), height == Integer.MAX_VALUE ? " --json" : "");
    }

    /** The report's lines, if nobody asks for a step. */
    public static List<String> of(Judged judged, Style style, int height) throws IOException {
        return of(judged, Lead.of(judged), "", style, height);
    }

    /** The same with what leads and what is said of the run, where nothing is known that the code is like. */
    public static List<String> of(Judged judged, Lead lead, String when, Style style, int height) throws IOException {
        return of(judged, lead, when, "", style, height);
    }

    /**
     * The report's lines, never more than {@code height}, and the headline always among them: more and more is {@linkplain Fold folded}
     * until all has room.
     *
     * @param lead what is told in full
     * @param when what the headline says of the run, or an empty text
     * @param like what the code behaves like, or an empty text
     */
    public static List<String> of(Judged judged, Lead lead, String when, String like, Style style, int height) throws IOException {
        var lesson = new Lesson(judged.exercise());
        var lines = List.<String>of();
        for (var fold : Fold.values()) {
            for (var room = Fold.LONGEST_MESSAGE; room >= fold.message; ) {
                var report = new Report(judged, lead, lesson, style, height, fold, room, fold.printed, like);
                lines = report.write(when);
                if (lines.size() <= height) {
                    // What is left is for more of what was printed.
                    return lines.size() == height || fold == Fold.NOTHING || fold.printed == 0 ? lines
                            : new Report(judged, lead, lesson, style, height, fold, room, fold.printed + height - lines.size(), like).write(when);
                }
                var shorter = Math.max(fold.message, report.linesOfLongestMessage - (lines.size() - height));
                room = shorter < room ? shorter : -1;
            }
        }
        return lines.subList(0, Math.max(0, height));
    }

    /** A verdict in a few words, such as "3 of 10 tests pass". */
    public static String inShort(Verdict verdict) {
        return Headline.inShort(verdict);
    }

    /** Whether the failure that leads says something of its own. The last one, if the run did not come to its end, is the verdict's. */
    private boolean hasFailureToShow() {
        return switch (verdict.status()) {
            case RED -> true;
            case HUNG, CRASHED -> verdict.tests().size() > 1 && !failure().equals(Optional.of(verdict.tests().getLast()));
            case GREEN, AMBER, UNJUDGED -> false;
        };
    }

    /** The failure that leads, as it may be shown. */
    private Optional<TestResult> failure() {
        return lead.failure().map(shown::of);
    }

    private List<String> write(String when) throws IOException {
        lines.addAll(new Headline(judged, lead, style).lines(when));
        lines.addAll(new StepTree(lesson, style, lead, fold).of(verdict.tests()));
        failure().filter(failure -> hasFailureToShow()).ifPresent(this::failure);
        if (verdict.status() != Status.RED || verdict.tests().stream().noneMatch(TestResult::failed)) {
            sentence();
        }
        if (!like.isEmpty()) {
            gap();
            lines.addAll(style.wrap("  ", like));
        }
        lines.addAll(exercise.isPort() ? LaterForms.of(judged, style) : List.of());
        var unexplored = new Untried(verdict, style).lines(failure().isPresent());
        if (!unexplored.isEmpty()) {
            gap();
            lines.addAll(unexplored);
        }
        var printed = new Printed(judged.sources(), style).lines(verdict.output(), mostPrinted);
        if (!printed.isEmpty()) {
            gap();
            lines.addAll(printed);
        }
        whatToRead();
        return lines;
    }

    private void gap() {
        if (!fold.folds(Fold.GAPS)) {
            lines.add("");
        }
    }

    private void failure(TestResult failure) {
        gap();
        var name = style.wrap("    ", failure.name());
        lines.add("  " + style.no() + " " + style.heading(name.getFirst().strip()));
        name.stream().skip(1).limit(fold.folds(Fold.GAPS) ? 0 : name.size()).forEach(line -> lines.add(style.heading(line)));
        // An assertion may quote a whole trace.
        message(style.wrap("    ", String.join("\n", new Printed(judged.sources(), style).traces().shortened(Shown.told(failure).lines().toList()))), "    ");
        failure.frames().stream().findFirst().ifPresent(this::excerpt);
    }

    private void message(List<String> message, String indent) {
        linesOfLongestMessage = Math.max(linesOfLongestMessage, Math.min(message.size(), room));
        if (message.size() <= room) {
            lines.addAll(message);
        } else if (room > 1) {
            lines.addAll(message.subList(0, room - 1));
            lines.addAll(style.wrap(indent, SAY.of("report.more-lines", message.size() - room + 1, more)));
        } else {
            lines.add(style.cut(message.getFirst() + " ...", 0));
        }
    }

    private void sentence() {
        if (verdict.status() != Status.GREEN) {
            gap();
            message(style.wrap("  ", verdict.sentence()), "  ");
            // Once is enough.
            if (!hasFailureToShow() || !failure().flatMap(failure -> failure.frames().stream().findFirst()).flatMap(place -> new Excerpt(judged.sources(), style).placeIn(place))
                    .equals(new Excerpt(judged.sources(), style).placeIn(verdict.sentence()))) {
                excerpt(verdict.sentence());
            }
        }
    }

    private void excerpt(String place) {
        var excerpt = new Excerpt(judged.sources(), style);
        lines.addAll(!fold.folds(Fold.GAPS) ? excerpt.of(place) : fold == Fold.ALL ? List.of() : excerpt.lineOf(place));
    }

    private void whatToRead() {
        var step = failure().map(TestResult::stepToRead).orElse(lead.toBegin());
        if (step > 0 && verdict.status() != Status.GREEN) {
            gap();
            var sentence = exercise.isPort() ? SAY.of(failure().isPresent() ? "report.read-of-port" : "report.go-on-with-port", step, lesson.file())
                    : SAY.of(failure().isPresent() ? "report.read" : "report.go-on-with", step, lesson.file());
            lines.addAll(style.linked(style.wrap("  ", sentence), lesson.file().toString(), exercise.root().resolve(lesson.file())));
        }
    }
}
