package structured.coach.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import structured.coach.tutorial.Exercise;

/** The exercise as shipped, or the other way round. */
@Command(name = "reset", description = {
    "Makes an exercise what it was when you got it, also after commits. Your version is put aside first.", "", "Examples:",
    "  ./workshop reset 04", "  ./workshop reset 04 --undo"})
public final class ResetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODULE", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather")
    private Exercise exercise;

    @Option(names = "--undo", description = "bring back the version that was put aside last; what is there now is put aside too")
    private boolean undo;

    @Override
    public Integer call() throws Exception {
        return new Reset(Workbench.here(), exercise, System.out, System.err).perform(undo);
    }
}
