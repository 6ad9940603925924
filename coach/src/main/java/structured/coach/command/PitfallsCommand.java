package structured.coach.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** The wrong answers to an exercise. */
@Command(name = "pitfalls", description = {
    "Lists the wrong answers to an exercise, once it is green: what is wrong with each, why people write it, and which test catches it.", "",
    "Those of all exercises are in docs/pitfalls.md.", "", "Examples:", "  ./workshop pitfalls 04",
    "  ./workshop pitfalls 04 --show join-per-task"},
    footer = {"", "Exit status: 0 shown, 1 not shown since the exercise is not green, 2 it could not be tried."})
public final class PitfallsCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(PitfallsCommand.class);

    /** A longer name is no pitfall's. */
    private static final int LONGEST = 60;

    @Parameters(paramLabel = "MODULE", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather")
    private Exercise exercise;

    @Option(names = "--show", paramLabel = "NAME", description = "the code of this one")
    private String name;

    @Option(names = "--reveal", description = "also when the exercise is not green yet")
    private boolean reveal;

    @Option(names = "--json", description = "print them as JSON, for other programs")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var pitfalls = Pitfall.of(exercise);
        var shown = name == null ? pitfalls : pitfalls.stream().filter(pitfall -> pitfall.name().equals(name)).toList();
        var status = Workbench.here().verdictsOn(List.of(exercise)).getFirst().status();
        var view = new PitfallsView(exercise, Style.ofOutput());
        if (!reveal && status != Status.GREEN) {
            if (json) {
                printJson(status, List.of());
            } else {
                view.printNotYet(System.out);
            }
            return 1;
        }
        if (name != null && shown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), SAY.of("pitfalls.unknown", exercise.name(), Harmless.cut(name, LONGEST), exercise.number()));
        }
        if (json) {
            printJson(status, view.inJson(name != null, shown));
        } else if (name != null) {
            view.printCode(shown.getFirst(), System.out);
        } else {
            view.print(System.out);
        }
        return 0;
    }

    private void printJson(Status status, List<Map<String, Object>> pitfalls) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("exercise", exercise.name());
        fields.put("status", status);
        fields.put("pitfalls", pitfalls);
        System.out.println(Json.of(fields));
    }
}
