package structured.coach.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

/** One more hint each time. */
@Command(name = "hint", description = {
    "Gives the next hint for an exercise, one more each time.", "",
    "Without --step, it is for the step in which the first test failed when last judged.", "", "Examples:",
    "  ./workshop hint 04", "  ./workshop hint 04 --step 2"})
public final class HintCommand implements Callable<Integer> {

    private static final Pattern PARAGRAPHS = Pattern.compile("(?<=\\n)\\n");

    @Parameters(paramLabel = "MODULE", arity = "0..1", converter = ExerciseName.class,
            completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather; without one, the first that is not green")
    private Exercise exercise;

    @Option(names = "--step", paramLabel = "N", description = "the step that you are at")
    private Integer step;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        if (exercise == null) {
            exercise = workbench.next().orElse(workbench.tutorial().exercises().getLast());
        }
        var hints = workbench.hints(exercise);
        if (step != null && !hints.steps().contains(step)) {
            throw new ParameterException(spec.commandLine(), "%s has no step %d. Its steps are %s."
                    .formatted(exercise.name(), step, hints.steps().toString().replaceAll("[\\[\\]]", "")));
        }
        print(workbench, exercise, step, Style.ofOutput(), System.out);
        return 0;
    }

    /** Prints the next hint for a step, or for the one that the learner seems to be at if that is null. */
    public static void print(Workbench workbench, Exercise exercise, Integer step, Style style, PrintStream out) throws Exception {
        if (exercise.isPort()) {
            // They would be about JDK 21.
            out.println("Hints are for the exercise. Each construct, before and after: docs/later-jdks.md");
            out.println("The project's own port: ./workshop solution %s --reveal".formatted(exercise.arguments()));
            return;
        }
        var hints = workbench.hints(exercise);
        var at = step != null ? step : workbench.verdicts().known(exercise).map(Judged::verdict).flatMap(Report::firstFailure)
                .map(failure -> failure.step()).filter(hints.steps()::contains).orElse(hints.steps().getFirst());
        var hint = hints.next(at);
        out.println(style.bold("%s, step %d, hint %d of %d".formatted(exercise.name(), hint.step(), hint.number(), hint.of())));
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
            out.println(style.dim("That was the last one for this step. There is also: ./workshop solution %s --reveal".formatted(exercise.name())));
        }
    }
}
