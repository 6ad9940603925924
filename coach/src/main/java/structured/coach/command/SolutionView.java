package structured.coach.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import structured.coach.machine.SourceText;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

/** What a learner sees of the solution: what it has otherwise than the learner's own code. */
public record SolutionView(Exercise exercise, Style style) {

    /** Enough context for a whole file. */
    private static final int ALL = 1000;
    private static final int FEW = 2;

    /** Prints what there is to do instead, while the exercise is not green. */
    public void printNotYet(PrintStream out) {
        out.println(exercise.title() + " is not green yet. " + (exercise.isPort() ? "What has changed since JDK 21 is in docs/later-jdks.md."
                : "A hint may do: ./workshop hint " + exercise.name()));
        out.println("To see the solution all the same: ./workshop solution " + exercise.arguments() + " --reveal");
    }

    /** Prints it. */
    public void print(PrintStream out) throws IOException {
        printDifferences(ALL, out);
        if (!exercise.alternatives().isEmpty()) {
            out.println(style.aside("Other right answers: solutions/" + exercise.name() + "/alternatives"));
        }
    }

    /** Prints no more than what the solution has otherwise. */
    public void printInShort(PrintStream out) throws IOException {
        out.println(style.aside("Beside the solution:"));
        printDifferences(FEW, out);
    }

    private void printDifferences(int context, PrintStream out) throws IOException {
        var same = true;
        for (var solution : exercise.solution()) {
            same &= printDifference(solution, context, out);
        }
        if (same) {
            out.println("Your code is the same as the solution, to the letter.");
        }
    }

    private boolean printDifference(Path solution, int context, PrintStream out) throws IOException {
        var yours = exercise.fileLike(solution);
        var from = Files.exists(yours) ? lines(yours) : List.<String>of();
        var difference = UnifiedDiffUtils.generateUnifiedDiff(exercise.root().relativize(yours).toString(),
                exercise.root().relativize(solution).toString(), from, DiffUtils.diff(from, lines(solution)), context);
        for (var raw : difference) {
            var line = Harmless.line(raw);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '@' -> {
                    if (context < ALL) {
                        out.println(style.aside(line));
                    }
                }
                case '-' -> out.println(style.onlyInOne(line));
                case '+' -> out.println(style.onlyInOther(line));
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
