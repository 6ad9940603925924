package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import structured.coach.Tutorial.Exercise;
import structured.coach.Verdict;
import structured.coach.Verdict.Status;
import structured.coach.worker.Message.TestResult;

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
        var exercises = workbench.tutorial().exercises();
        var verdicts = workbench.verdictsOn(exercises);
        if (json) {
            printJson(exercises, verdicts);
        } else {
            print(exercises, verdicts, Style.ofOutput(), System.out);
        }
        return 0;
    }

    /** Prints the board for people. */
    public static void print(List<Exercise> exercises, List<Verdict> verdicts, Style style, PrintStream out) throws IOException {
        Exercise next = null;
        for (int i = 0; i < exercises.size(); i++) {
            var green = verdicts.get(i).status() == Status.GREEN;
            next = next == null && !green ? exercises.get(i) : next;
            out.printf("  %s %-22s %s%n", green ? style.yes() : style.no(), exercises.get(i).name(), Report.inShort(verdicts.get(i)));
        }
        if (next == null) {
            out.println("All green. Compare your answers with those in solutions/.");
        } else {
            out.printf("Next: read %s, then run%n      ./workshop watch %s%n", new Lesson(next).file(), next.name());
        }
    }

    private static void printJson(List<Exercise> exercises, List<Verdict> verdicts) throws IOException {
        var rows = new ArrayList<>();
        for (int i = 0; i < exercises.size(); i++) {
            var verdict = verdicts.get(i);
            var row = new LinkedHashMap<String, Object>();
            row.put("exercise", exercises.get(i).name());
            row.put("status", verdict.status());
            row.put("passed", verdict.tests().stream().filter(TestResult::passed).count());
            row.put("tests", verdict.tests().size());
            row.put("sentence", verdict.sentence());
            rows.add(row);
        }
        System.out.println(Json.of(rows));
    }
}
