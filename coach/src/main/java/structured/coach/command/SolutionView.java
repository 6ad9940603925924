package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import structured.coach.command.Comparison.Row;
import structured.coach.machine.Folders;
import structured.coach.machine.SourceText;
import structured.coach.terminal.CodeLines;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;

/** What a learner sees of the solution: what it has otherwise than the learner's own code. */
public record SolutionView(Exercise exercise, Style style) {

    private static final int CONTEXT = 3;
    private static final int FEW = 2;

    /** With fewer columns, most lines of code would be cut, and one below the other is easier to read. */
    private static final int SIDE_BY_SIDE = 110;

    /** Between the two sides. */
    private static final String GAP = "  ";

    /** Prints what there is to do instead, while the exercise is not green. */
    public void printNotYet(PrintStream out) {
        out.println(exercise.title() + " is not green yet. " + (exercise.isPort() ? "What has changed since JDK 21 is in docs/later-jdks.md."
                : "A hint may do: ./workshop hint " + exercise.name()));
        out.println("To see the solution all the same: ./workshop solution " + exercise.arguments() + " --reveal");
    }

    /** Prints it, and which other right answers there are. */
    public void print(PrintStream out) throws IOException {
        printDifferences(CONTEXT, out);
        var alternatives = exercise.alternatives();
        if (!alternatives.isEmpty()) {
            out.println();
            out.println(style.heading("Other right answers:"));
            for (var alternative : alternatives) {
                out.println("  " + Harmless.line(alternative.getFileName().toString()));
                style.wrap("      ", Harmless.line(Pitfall.alternative(alternative))).forEach(line -> out.println(style.aside(line)));
            }
            out.println("To see one: ./workshop solution %s --alternative %s".formatted(exercise.name(), alternatives.getFirst().getFileName()));
        }
    }

    /** Prints another right answer, which is in this folder: all of it, since it has no more than what it is about. */
    public void printAlternative(Path folder, PrintStream out) throws IOException {
        for (var file : Folders.javaFiles(folder)) {
            out.println(style.heading(Harmless.line(exercise.root().relativize(file).toString())));
            lines(file).forEach(line -> CodeLines.wrap(Harmless.line(line), style.columns()).forEach(out::println));
        }
    }

    /** Prints no more than what the solution has otherwise. */
    public void printInShort(PrintStream out) throws IOException {
        out.println(style.aside("Beside the solution:"));
        printDifferences(FEW, out);
    }

    private void printDifferences(int context, PrintStream out) throws IOException {
        var same = true;
        var alike = true;
        for (var solution : exercise.solution()) {
            var yours = exercise.fileLike(solution);
            var comparison = Comparison.of(Files.exists(yours) ? lines(yours) : List.of(), lines(solution));
            var hunks = comparison.hunks(context);
            same &= comparison.isSame();
            alike &= hunks.isEmpty();
            if (!hunks.isEmpty()) {
                printHead(yours, solution, out);
                hunks.forEach(hunk -> printHunk(hunk, out));
            }
        }
        if (alike) {
            out.println("Your code is the same as the solution, " + (same ? "to the letter." : "but for comments."));
        }
    }

    private void printHead(Path yours, Path solution, PrintStream out) {
        out.println();
        if (isSideBySide()) {
            out.println(style.heading(Harmless.fitted("  yours: " + yours.getFileName(), half() + GAP.length()) + "  the solution"));
        } else {
            out.println("--- " + exercise.root().relativize(yours));
            out.println("+++ " + exercise.root().relativize(solution));
        }
    }

    private boolean isSideBySide() {
        return style.columns() >= SIDE_BY_SIDE;
    }

    private int half() {
        return (style.columns() - GAP.length()) / 2;
    }

    private void printHunk(List<Row> hunk, PrintStream out) {
        out.println(style.aside("line " + hunk.getFirst().number()));
        if (isSideBySide()) {
            var indentation = CodeLines.indentation(hunk.stream().flatMap(row -> Stream.of(row.one(), row.other())).filter(Objects::nonNull).map(Harmless::line));
            hunk.forEach(row -> beside(row, indentation).forEach(out::println));
            return;
        }
        var later = new ArrayList<String>();
        for (var row : hunk) {
            if (row.isAlike()) {
                later.forEach(out::println);
                later.clear();
                below(" ", row.one()).forEach(out::println);
            } else {
                below("-", row.one()).forEach(line -> out.println(style.onlyInOne(line)));
                below("+", row.other()).forEach(line -> later.add(style.onlyInOther(line)));
            }
        }
        later.forEach(out::println);
    }

    private List<String> below(String sign, String line) {
        return line == null ? List.of() : CodeLines.wrap(Harmless.line(line), style.columns() - 1).stream().map(part -> (sign + part).stripTrailing()).toList();
    }

    private List<String> beside(Row row, int indentation) {
        var left = side(row.one(), indentation);
        var right = side(row.other(), indentation);
        var lines = new ArrayList<String>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            var one = (row.isAlike() || row.one() == null ? "  " : "- ") + (i < left.size() ? left.get(i) : "");
            var other = (row.isAlike() || row.other() == null ? "  " : "+ ") + (i < right.size() ? right.get(i) : "");
            one = Harmless.fitted(one, half());
            lines.add(row.isAlike() ? (one + GAP + other).stripTrailing()
                    : style.onlyInOne(one) + GAP + style.onlyInOther(other.stripTrailing()));
        }
        return lines;
    }

    private List<String> side(String line, int indentation) {
        return line == null ? List.of() : CodeLines.wrap(Harmless.line(line).substring(Math.min(indentation, Harmless.line(line).length())), half() - 2);
    }

    private static List<String> lines(Path file) throws IOException {
        // Not every file of a learner's is in UTF-8: what isn't is replaced. And lines may end as on Windows.
        return new String(SourceText.bytes(file), StandardCharsets.UTF_8).lines().toList();
    }
}
