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

/** Where to go on after an exercise. */
public final class WhatNext {

    private static final Wording SAY = Wording.of(WhatNext.class);

    /** Where the point has been seen, and a break is due. */
    private static final String POINT = "04";

    private WhatNext() {}

    /** The lines to show below a step that is green, while others aren't. */
    public static List<String> afterStep(Judged judged, Lead lead, Style style) {
        var open = judged.verdict().tests().stream().filter(TestResult::failed).map(test -> String.valueOf(test.step())).distinct().toList();
        var lines = new ArrayList<>(List.of("", style.good(SAY.of("next.step-done", lead.asked()))));
        lines.addAll(style.wrap("", SAY.of("next.steps-open", String.join(", ", open))));
        return lines;
    }

    /** The lines to show below a verdict, if it is green; none below any other. */
    public static List<String> after(Exercise exercise, Verdict verdict, Style style, Optional<Exercise> next, boolean hasKeys)
            throws IOException {
        var lines = new ArrayList<String>();
        if (verdict.status() == Status.GREEN) {
            lines.add("");
            lines.add(style.good(SAY.of("next.done", exercise.title())));
            if (exercise.isPort()) {
                lines.addAll(style.wrap("", LaterForms.whatNext(next, hasKeys)));
                return lines;
            }
            var lesson = new Lesson(exercise);
            lesson.question().ifPresent(question ->
                    lines.addAll(style.linked(style.wrap("", SAY.of("next.question", question, lesson.file())),
                            lesson.file().toString(), exercise.root().resolve(lesson.file()))));
            lines.addAll(style.wrap("", next.map(it -> hasKeys ? SAY.of("next.go-on-by-key", it.name()) : SAY.of("next.go-on", it.name())).orElse(
                    SAY.of(hasKeys ? "next.last-by-key" : "next.last"))));
            if (exercise.number().equals(POINT) || next.isEmpty()) {
                lines.addAll(style.wrap("", SAY.of("next.spot")));
            }
        }
        return lines;
    }
}
