package structured.coach.watch;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.command.ExerciseName;
import structured.coach.command.PortOption;
import structured.coach.command.StepOption;
import structured.coach.command.Workbench;
import structured.coach.judge.Judge;
import structured.coach.judge.Limits;
import structured.coach.machine.Launch;
import structured.coach.room.Room;
import structured.coach.terminal.Harmless;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;

/** The learner's loop: save, and read what the code did. */
@Command(name = "watch", description = {
    "Checks an exercise at every save, and shows what the code did. Keys give hints, the solution, and the next exercise.", "",
    "Without a terminal, it prints one verdict for each save.", "", "Examples:", "  ./workshop watch", "  ./workshop watch 04",
    "  ./workshop watch 08 --step 5     that step first", "  ./workshop watch 04 --jdk 27     your port to JDK 27"},
    footer = {"", "Exit status: 0 the exercise is green at the end, 1 it is not, 2 it could not be watched. With --step, the step's tests decide."})
public final class WatchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODULE", arity = "0..1", converter = ExerciseName.class,
            completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather; without one, the first that is not green")
    private Exercise exercise;

    @Mixin
    private PortOption port;

    @Mixin
    private StepOption step;

    @Option(names = "--edit", paramLabel = "COMMAND", description = "the editor that the key o opens, such as 'vim +{line} {file}'; "
            + "without it, that of VISUAL or EDITOR, or else code or idea")
    private String edit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (edit != null && Editor.problem(edit).isPresent()) {
            throw new ParameterException(spec.commandLine(), Harmless.line(Editor.problem(edit).get()));
        }
        var workbench = Workbench.here();
        if (exercise != null) {
            exercise = port.of(exercise);
        } else {
            var all = port.all(workbench.tutorial());
            exercise = workbench.next(all).orElse(all.getFirst());
        }
        step.problem(exercise).ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), problem);
        });
        var events = new LinkedBlockingQueue<Event>();
        try (var screen = Launch.here().terminal() ? new Interactive(events) : new Screen.Plain(System.out);
                var rounds = new Rounds(workbench.verdicts(), new Judge(Limits.STANDARD, LaterJdk.home(exercise.jdk()).orElseThrow()), events);
                var saves = new Saves(workbench.tutorial().root().resolve("modules"), () -> events.add(new Event.Saved()));
                var room = Room.watched(workbench, () -> events.add(new Event.BoardNews()))) {
            return new Watch(workbench, screen, rounds, events, saves, room, Opening.with(edit, screen)).run(exercise, step.asked()) ? 0 : 1;
        }
    }
}
