package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.Verdict.Status;

/**
 * What a learner sees of all exercises: the state of each, and what comes next.
 *
 * @param hasKeys whether a key leads there
 */
public record ListView(Workbench workbench, Style style, boolean hasKeys) {

    /** Prints the board for people. */
    public void print(PrintStream out) throws IOException, InterruptedException {
        var exercises = workbench.tutorial().exercises();
        var verdicts = workbench.verdictsOn(exercises);
        var ports = new PortColumns(workbench.verdictsOnPorts());
        var width = verdicts.stream().mapToInt(verdict -> Report.inShort(verdict).length()).max().orElse(0);
        ports.heading(width).ifPresent(out::println);
        Exercise next = null;
        for (int i = 0; i < exercises.size(); i++) {
            var green = verdicts.get(i).status() == Status.GREEN;
            next = next == null && !green ? exercises.get(i) : next;
            var row = "%-22s %s".formatted(exercises.get(i).name(), ports.beside(exercises.get(i), Report.inShort(verdicts.get(i)), width, style));
            out.printf("  %s %s%n", green ? style.yes() : style.no(), row);
        }
        if (next == null) {
            out.println("All green. Compare your answers with those in solutions/.");
            out.println("Where to go on: docs/pitfalls.md, docs/worked-examples.md, docs/later-jdks.md");
        } else {
            out.printf(hasKeys ? "Next: read %s, and press %s.%n" : "Next: read %s, then run%n      ./workshop watch %s%n",
                    new Lesson(next).file(), hasKeys ? next.number().replaceFirst("^0", "") : next.name());
        }
        ports.unknown().ifPresent(out::println);
    }
}
