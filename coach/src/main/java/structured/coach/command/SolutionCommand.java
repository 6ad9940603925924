package structured.coach.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** The learner's code beside the solution. */
@Command(name = "solution", description = {
    "Shows what the solution does otherwise than you, once the exercise is green: side by side where a line has 110 columns.", "",
    "Examples:", "  ./workshop solution 04", "  ./workshop solution 04 --reveal", "  ./workshop solution 04 --alternative loop"},
    footer = {"", "Exit status: 0 shown, 1 not shown since the exercise is not green, 2 it could not be tried."})
public final class SolutionCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(SolutionCommand.class);

    @Parameters(paramLabel = "MODULE", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather")
    private Exercise exercise;

    @Mixin
    private PortOption port;

    @Option(names = "--reveal", description = "also when the exercise is not green yet")
    private boolean reveal;

    @Option(names = "--alternative", paramLabel = "NAME", description = "another right answer, of those that it lists")
    private String alternative;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        var asked = port.of(exercise);
        var view = new SolutionView(asked, Style.ofOutput());
        // A wrong name is told before anything is judged.
        var folder = alternative == null ? null : folder(asked);
        if (reveal || workbench.verdictsOn(List.of(asked)).getFirst().status() == Status.GREEN) {
            if (folder == null) {
                view.print(System.out);
            } else {
                view.printAlternative(folder, System.out);
            }
            return 0;
        }
        view.printNotYet(System.out);
        return 1;
    }

    private Path folder(Exercise asked) throws IOException {
        var folders = asked.alternatives();
        return folders.stream().filter(folder -> folder.getFileName().toString().equals(alternative)).findFirst().orElseThrow(() -> {
            var name = Harmless.cut(Harmless.line(alternative), 40);
            var names = folders.stream().map(folder -> folder.getFileName().toString()).collect(Collectors.joining(" "));
            return new ParameterException(spec.commandLine(), folders.isEmpty() ? SAY.of("solution.no-alternatives", asked.title())
                    : SAY.of("solution.unknown-alternative", asked.title(), name, String.join("\n", Style.ofOutput().wrap("  ", names))));
        });
    }
}
