package structured.coach.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;

/** The learner's code beside the solution. */
@Command(name = "solution", description = {
    "Shows what the solution does otherwise than you, once the exercise is green.", "", "Examples:", "  ./workshop solution 04",
    "  ./workshop solution 04 --reveal"},
    footer = {"", "Exit status: 0 shown, 1 not shown since the exercise is not green, 2 it could not be tried."})
public final class SolutionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODULE", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather")
    private Exercise exercise;

    @Mixin
    private PortOption port;

    @Option(names = "--reveal", description = "also when the exercise is not green yet")
    private boolean reveal;

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        var asked = port.of(exercise);
        var view = new SolutionView(asked, Style.ofOutput());
        if (reveal || workbench.verdictsOn(List.of(asked)).getFirst().status() == Status.GREEN) {
            view.print(System.out);
            return 0;
        }
        view.printNotYet(System.out);
        return 1;
    }
}
