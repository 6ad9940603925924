package structured.coach.verify;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import structured.coach.command.ExerciseName;
import structured.coach.machine.Launch;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Tutorial;
import structured.coach.verify.docs.PitfallsPage;
import structured.coach.verify.docs.Translated;

/** The tutorial's own tests. */
@Command(name = "verify", description = {
    "Verifies the tutorial itself: every solution and alternative is green, every pitfall is caught by the test that it names, "
        + "every exercise as shipped is red, every main prints its lines, every solution for a later JDK is green on each that is here, "
        + "what docs say of Java is so, and the documentation speaks of what is there.", "", "Examples:",
    "  ./workshop verify", "  ./workshop verify --module 04", "  ./workshop verify --docs", "  ./workshop verify --repeat 100",
    "  ./workshop verify --ides", "  ./workshop verify --rewrite"})
public final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--module", paramLabel = "MODULE", converter = ExerciseName.class,
            completionCandidates = ExerciseName.Candidates.class,
            description = "only this exercise: 4, 04, gather or 04-gather; may be repeated")
    private List<Exercise> exercises = List.of();

    private final Function<String[], CommandLine> commandLines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1",
            description = "run solutions and alternatives N times, and nothing else, to hunt flakes")
    private int repeat;

    @Option(names = "--docs",
            description = "only the documentation: links, snippets, output, steps, commands, slides, and what is seen of the mistakes in the "
            + "workshop guide (with --module, that exercise too)")
    private boolean docs;

    @Option(names = "--ides",
            description = "only what IDEs make of it: VS Code's Java server imports a clone, on JDK 21 alone and beside a JDK 25, and finds "
                    + "neither an error nor a warning; the workflow and the scripts are checked, too. It takes a minute or two, and npm")
    private boolean ides;

    @Option(names = "--rewrite", description = "only writes docs/pitfalls.md again, which is made of the pitfalls' first lines; with --module also "
            + "which tests the pitfalls of that exercise are red at, and how they fail there, which takes minutes")
    private boolean rewrite;

    @Option(names = "--translated", arity = "0..*", paramLabel = "FILE", description = "only writes down that these pages, such as docs/setup.md, or bundles, or all, "
            + "were translated as they are now, and says what has changed since the last time: what changes later makes the translation stale")
    private List<String> translated;

    /** One that knows of all commands, by the command line for any arguments. */
    public VerifyCommand(Function<String[], CommandLine> commandLines) {
        this.commandLines = commandLines;
    }

    @Override
    public Integer call() throws Exception {
        if (repeat < 1) {
            throw new ParameterException(spec.commandLine(), "--repeat takes a number from 1 on, and not " + repeat + ".");
        }
        var tutorial = Tutorial.here();
        if (translated != null) {
            try {
                return Translated.write(tutorial, translated, commandLines, System.out) ? 0 : 1;
            } catch (Translated.Refused e) {
                throw new ParameterException(spec.commandLine(), e.getMessage());
            }
        }
        if (rewrite) {
            System.out.println(PitfallsPage.rewrite(tutorial) ? "docs/pitfalls.md was written again." : "docs/pitfalls.md was right already.");
            return new Verify(tutorial, List.of(), commandLines, System.out, Launch.here().colour()).rewrite(exercises) ? 0 : 1;
        }
        if (ides) {
            var jdk25 = LaterJdk.found().stream().filter(jdk -> jdk.release() == 25).map(LaterJdk::home).findFirst();
            return new Ides(tutorial.root(), jdk25.orElse(null), System.out).check();
        }
        var asked = docs ? exercises
                : tutorial.exercises().stream().filter(exercise -> exercises.isEmpty() || exercises.contains(exercise)).toList();
        var withDocs = docs || exercises.isEmpty() && repeat == 1;
        if (withDocs && !docs) {
            System.out.println("This is for who gives or changes the tutorial, and takes about %d minutes here. To learn, ./workshop is all you need."
                    .formatted(Took.minutes(tutorial.state())));
            Strain.now().warning().ifPresent(System.out::println);
            System.out.println("What IDEs make of it isn't asked here: that is ./workshop verify --ides, for which it takes npm.");
        }
        return new Verify(tutorial, LaterJdk.found(), commandLines, System.out,
                Launch.here().colour()).run(asked, repeat, withDocs) ? 0 : 1;
    }
}
