package structured.coach.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import structured.coach.machine.SourceText;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;

/** The learner's code beside the solution. */
@Command(name = "solution", description = {
    "Shows what the solution does otherwise than you, once the exercise is green.", "", "Examples:", "  ./workshop solution 04",
    "  ./workshop solution 04 --reveal"},
    footer = {"", "Exit status: 0 shown, 1 not shown since the exercise is not green, 2 it could not be tried."})
public final class SolutionCommand implements Callable<Integer> {

    /** Enough context for a whole file. */
    private static final int ALL = 1000;
    private static final int FEW = 2;

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
        if (reveal || workbench.verdictsOn(List.of(asked)).getFirst().status() == Status.GREEN) {
            print(asked, Style.ofOutput(), System.out);
            return 0;
        }
        printNotYet(asked, System.out);
        return 1;
    }

    /** Prints what there is to do instead, while the exercise is not green. */
    public static void printNotYet(Exercise exercise, PrintStream out) {
        out.println(exercise.title() + " is not green yet. " + (exercise.isPort() ? "What has changed since JDK 21 is in docs/later-jdks.md."
                : "A hint may do: ./workshop hint " + exercise.name()));
        out.println("To see the solution all the same: ./workshop solution " + exercise.arguments() + " --reveal");
    }

    /** Prints it. */
    public static void print(Exercise exercise, Style style, PrintStream out) throws IOException {
        printDifferences(exercise, ALL, style, out);
        if (!exercise.alternatives().isEmpty()) {
            out.println(style.dim("Other right answers: solutions/" + exercise.name() + "/alternatives"));
        }
    }

    /** Prints no more than what the solution has otherwise. */
    public static void printInShort(Exercise exercise, Style style, PrintStream out) throws IOException {
        out.println(style.dim("Beside the solution:"));
        printDifferences(exercise, FEW, style, out);
    }

    private static void printDifferences(Exercise exercise, int context, Style style, PrintStream out) throws IOException {
        var same = true;
        for (var solution : exercise.solution()) {
            same &= printDifference(exercise, solution, context, style, out);
        }
        if (same) {
            out.println("Your code is the same as the solution, to the letter.");
        }
    }

    private static boolean printDifference(Exercise exercise, Path solution, int context, Style style, PrintStream out) throws IOException {
        var yours = exercise.fileLike(solution);
        var from = Files.exists(yours) ? lines(yours) : List.<String>of();
        var difference = UnifiedDiffUtils.generateUnifiedDiff(exercise.root().relativize(yours).toString(),
                exercise.root().relativize(solution).toString(), from, DiffUtils.diff(from, lines(solution)), context);
        for (var raw : difference) {
            var line = Harmless.line(raw);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '@' -> {
                    if (context < ALL) {
                        out.println(style.dim(line));
                    }
                }
                case '-' -> out.println(style.red(line));
                case '+' -> out.println(style.green(line));
                default -> out.println(line);
            }
        }
        return difference.isEmpty();
    }

    private static List<String> lines(Path file) throws IOException {
        // Not every file of a learner's is in UTF-8: what isn't is replaced. And lines may end as on Windows.
        return new String(SourceText.bytes(file), StandardCharsets.UTF_8).lines().toList();
    }
}
