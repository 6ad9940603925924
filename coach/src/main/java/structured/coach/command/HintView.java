package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/**
 * What a learner sees of a hint.
 *
 * @param hasKeys whether a key shows the solution
 */
public record HintView(Workbench workbench, Style style, boolean hasKeys) {

    private static final Wording SAY = Wording.of(HintView.class);

    private static final Pattern PARAGRAPHS = Pattern.compile("(?<=\\n)\\n");

    /** Prints the next hint for a step, or for the one that the learner seems to be at if that is null. */
    public void print(Exercise exercise, Integer step, PrintStream out) throws IOException {
        if (exercise.isPort()) {
            // They would be about JDK 21.
            out.println(SAY.of("hint.of-port"));
            out.println(SAY.of("hint.own-port", exercise.arguments()));
            return;
        }
        var hints = workbench.hints(exercise);
        var known = workbench.verdicts().known(exercise);
        if (step == null && known.filter(judged -> judged.verdict().status() == Status.GREEN).isPresent()) {
            out.println(SAY.of("hint.not-needed", exercise.name()));
            out.println(SAY.of("hint.all-the-same", exercise.name(), hints.steps().getFirst()));
            return;
        }
        var at = Optional.ofNullable(step).or(() -> known.map(workbench::lead).map(Lead::step))
                .or(() -> Optional.of(workbench.askedSteps().of(exercise))).filter(hints.steps()::contains).orElse(hints.steps().getFirst());
        var hint = hints.next(at);
        out.println(style.heading(SAY.of("hint.title", exercise.name(), hint.step(), hint.number(), hint.of())));
        var isCode = false;
        for (var paragraph : PARAGRAPHS.split(hint.text())) {
            isCode |= paragraph.startsWith("```");
            // Code keeps its lines; text is filled up anew, to the width that there is.
            var lines = isCode ? paragraph.lines().map(line -> "  " + line).toList()
                    : style.wrap("  ", paragraph.replaceAll("\\n(?![-*] )", " "));
            out.print(paragraph.equals(hint.text()) || hint.text().startsWith(paragraph) ? "" : System.lineSeparator());
            lines.stream().filter(line -> !line.startsWith("  ```")).forEach(out::println);
            isCode &= !paragraph.endsWith("```");
        }
        if (!hint.isNew()) {
            style.wrap("", hasKeys ? SAY.of("hint.last-by-key") : SAY.of("hint.last", exercise.name())).forEach(line -> out.println(style.aside(line)));
        }
    }
}
