package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** The board: every exercise with its state, and what to do next. */
@Command(name = "list", description = {
    "Shows which exercises are green, and what comes next.", "",
    "Only what has changed since the last verdict is judged again.", "", "Examples:", "  ./workshop list",
    "  ./workshop list --json"})
public final class ListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "print the board as JSON, for other programs")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        if (json) {
            printJson(workbench);
        } else {
            print(workbench, Style.ofOutput(), System.out);
        }
        return 0;
    }

    /** Prints the board for people. */
    public static void print(Workbench workbench, Style style, PrintStream out) throws IOException, InterruptedException {
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
        } else {
            out.printf("Next: read %s, then run%n      ./workshop watch %s%n", new Lesson(next).file(), next.name());
        }
        ports.unknown().ifPresent(out::println);
    }

    private static void printJson(Workbench workbench) throws IOException, InterruptedException {
        var exercises = workbench.tutorial().exercises();
        var verdicts = workbench.verdictsOn(exercises);
        var ports = workbench.verdictsOnPorts();
        var rows = new ArrayList<>();
        for (int i = 0; i < exercises.size(); i++) {
            var exercise = exercises.get(i);
            var row = new LinkedHashMap<String, Object>();
            row.put("exercise", exercise.name());
            row.putAll(inJson(Optional.of(verdicts.get(i))));
            var ported = new ArrayList<>();
            ports.forEach((port, verdict) -> {
                if (port.name().equals(exercise.name())) {
                    var one = new LinkedHashMap<String, Object>(Map.of("jdk", port.jdk()));
                    one.putAll(inJson(verdict));
                    ported.add(one);
                }
            });
            if (!ported.isEmpty()) {
                row.put("ports", ported);
            }
            rows.add(row);
        }
        System.out.println(Json.of(rows));
    }

    private static Map<String, Object> inJson(Optional<Verdict> verdict) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("status", verdict.map(Verdict::status).orElse(null));
        fields.put("passed", verdict.map(it -> it.tests().stream().filter(TestResult::passed).count()).orElse(null));
        fields.put("tests", verdict.map(it -> it.tests().size()).orElse(null));
        fields.put("sentence", verdict.map(Verdict::sentence).orElse("Its JDK was not found on this machine, or does not start."));
        return fields;
    }
}
