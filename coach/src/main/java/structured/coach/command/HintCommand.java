package structured.coach.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.words.Wording;

/** One more hint each time. */
@Command(name = "hint", description = {
    "Gives the next hint for an exercise, one more each time.", "",
    "Without --step, it is for the step that leads in check and watch: the one that was asked for there, or that of the class that was saved last.", "", "Examples:",
    "  ./workshop hint 04", "  ./workshop hint 04 --step 2"})
public final class HintCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(HintCommand.class);

    @Parameters(paramLabel = "MODULE", arity = "0..1", converter = ExerciseName.class,
            completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather; without one, the first that is not green")
    private Exercise exercise;

    @Option(names = "--step", paramLabel = "N", converter = StepOption.Number.class, description = "the step that you are at")
    private Integer step;

    @Spec
    private CommandSpec spec;

    /** One that takes its arguments from the command line. */
    public HintCommand() {}

    /** One for this exercise. */
    public HintCommand(Exercise exercise) {
        this.exercise = exercise;
    }

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        if (exercise == null) {
            exercise = workbench.next().orElse(workbench.tutorial().exercises().getLast());
        }
        var hints = workbench.hints(exercise);
        if (step != null && !hints.steps().contains(step)) {
            throw new ParameterException(spec.commandLine(), SAY.of("step.unknown", exercise.name(), step, hints.steps().toString().replaceAll("[\\[\\]]", "")));
        }
        new HintView(workbench, Style.ofOutput(), false).print(exercise, step, System.out);
        return 0;
    }
}
