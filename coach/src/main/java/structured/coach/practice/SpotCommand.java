package structured.coach.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.command.ExerciseName;
import structured.coach.command.Json;
import structured.coach.command.Workbench;
import structured.coach.machine.Launch;
import structured.coach.terminal.Harmless;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** To spot what is wrong with other people's code. */
@Command(name = "spot", description = {
    "Shows an answer to an exercise that you have solved, right or wrong: will it be green? If not, which promise does it break?", "",
    "Then it says what is wrong, why people write it, and which test catches it. What you missed comes again sooner. "
        + "q ends it at any time, and keeps what was answered.", "",
    "Without a terminal, it asks line by line. With --json, it prints a question; --answer gives the answer to it.", "", "Examples:",
    "  ./workshop spot", "  ./workshop spot 04", "  ./workshop spot --json", "  ./workshop spot --json --answer 4f1c9a02be:red:2"},
    footer = {"", "Exit status: 0 asked, 1 there is nothing to ask since nothing is green yet, 2 it could not be tried."})
public final class SpotCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(SpotCommand.class);

    private static final int LONGEST = 40;

    @Parameters(paramLabel = "MODULE", arity = "0..1", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather; without one, all that are green")
    private Exercise exercise;

    @Option(names = "--questions", paramLabel = "N", defaultValue = "10", description = "how many questions (default: 10)")
    private int questions;

    @Option(names = "--json", description = "print a question, or what an answer is worth, as JSON, for other programs")
    private boolean json;

    @Option(names = "--answer", paramLabel = "ID:ANSWER", description = "with --json: the question's id, then green, or red: and the number of a promise")
    private String answer;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (questions < 1) {
            throw new ParameterException(spec.commandLine(), SAY.of("questions.too-few", questions));
        }
        if (answer != null && !json) {
            throw new ParameterException(spec.commandLine(), SAY.of("answer.alone"));
        }
        var workbench = Workbench.here();
        var items = items(workbench);
        if (items.isEmpty()) {
            return 1;
        }
        var deck = new Deck(workbench.tutorial().state().resolve("spot.properties"), new Random());
        if (json) {
            System.out.println(Json.of(answer == null ? InJson.of(next(items, deck)) : answered(items, deck)));
            return 0;
        }
        try (var table = Launch.here().terminal() ? new Keys() : new Lines(System.in, System.out)) {
            new Round(items, deck, table).play(questions);
        }
        return 0;
    }

    private static Question next(List<Item> items, Deck deck) {
        var item = deck.next(items);
        return item.question(deck.asked(item));
    }

    /** Of all that are green; where that is nothing, it says so. */
    private List<Item> items(Workbench workbench) throws IOException, InterruptedException {
        var asked = exercise == null ? workbench.tutorial().exercises() : List.of(exercise);
        var verdicts = workbench.verdictsOn(asked);
        var green = new ArrayList<Exercise>();
        for (int i = 0; i < asked.size(); i++) {
            if (verdicts.get(i).status() == Status.GREEN) {
                green.add(asked.get(i));
            }
        }
        var items = Corpus.of(workbench.tutorial().root(), green).items();
        if (items.isEmpty()) {
            var why = exercise != null && green.isEmpty() ? SAY.of("not-yet", exercise.name())
                    : green.isEmpty() ? SAY.of("none-yet")
                    : SAY.of("nothing", green.stream().map(Exercise::name).collect(Collectors.joining(", ")));
            System.out.println(json ? Json.of(InJson.none(why)) : why);
        }
        return items;
    }

    private Object answered(List<Item> items, Deck deck) throws IOException {
        var parts = answer.split(":", -1);
        var item = items.stream().filter(it -> it.id().equals(parts[0])).findFirst().orElseThrow(() -> new ParameterException(spec.commandLine(),
                SAY.of("question.unknown", Harmless.cut(parts[0], LONGEST))));
        var question = item.question(deck.asked(item));
        var choice = choice(parts);
        var isRight = question.isRight(choice);
        var problem = deck.answered(item, isRight);
        problem.ifPresent(System.err::println);
        return InJson.of(question, choice, isRight);
    }

    private OptionalInt choice(String[] parts) {
        if (parts.length == 2 && parts[1].equals("green")) {
            return OptionalInt.empty();
        }
        if (parts.length == 3 && parts[1].equals("red") && Stream.of("1", "2", "3", "4").anyMatch(parts[2]::equals)) {
            return OptionalInt.of(Integer.parseInt(parts[2]) - 1);
        }
        throw new ParameterException(spec.commandLine(), SAY.of("answer.none", Harmless.cut(answer, LONGEST), Corpus.CHOICES, Harmless.cut(parts[0], LONGEST)));
    }
}
