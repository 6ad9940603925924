package structured.coach.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import structured.coach.terminal.Style;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.words.Wording;

/** The board: every exercise with its state, and what to do next. */
@Command(name = "list", description = {
    "Shows which exercises are green, and what comes next.", "",
    "Only what has changed since the last verdict is judged again.", "", "Examples:", "  ./workshop list",
    "  ./workshop list --json"})
public final class ListCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(ListCommand.class);

    @Option(names = "--json", description = "print the board as JSON, for other programs")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        if (json) {
            printJson(workbench);
        } else {
            new ListView(workbench, Style.ofOutput(), false).print(System.out);
        }
        return 0;
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
        fields.put("sentence", verdict.map(Verdict::sentence).orElse(SAY.of("list.no-jdk")));
        return fields;
    }
}
