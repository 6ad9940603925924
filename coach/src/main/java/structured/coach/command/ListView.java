package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/**
 * What a learner sees of all exercises: the state of each, and what comes next.
 *
 * @param hasKeys whether a key leads there
 */
public record ListView(Workbench workbench, Style style, boolean hasKeys) {

    private static final Wording SAY = Wording.of(ListView.class);

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
            style.wrap("", SAY.of("list.all-green")).forEach(out::println);
            style.wrap("", SAY.of("list.go-on")).forEach(out::println);
        } else {
            out.println(hasKeys ? SAY.of("list.next-by-key", new Lesson(next).file(), next.number().replaceFirst("^0", ""))
                    : SAY.of("list.next", new Lesson(next).file(), next.name()));
        }
        ports.unknown().ifPresent(out::println);
    }
}
