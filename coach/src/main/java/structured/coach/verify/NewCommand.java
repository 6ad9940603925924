package structured.coach.verify;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Tutorial;

/** For whoever carries on: one more exercise, of which everything is there but what only a person can write. */
@Command(name = "new", description = {
    "For authors: makes a new exercise after the last one, with all the files that it takes, still to be written.", "",
    "Verification then tells what is left to write.", "", "Examples:", "  ./workshop new 09-retries", "  ./workshop verify --module 09"},
    footer = {"", "Exit status: 0 made, 2 it could not be made."})
public final class NewCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("\\d\\d-[a-z]+(-[a-z]+)*");

    @Parameters(paramLabel = "NAME", description = "its number and its name, such as 09-retries")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var tutorial = Tutorial.here();
        var last = tutorial.exercises().getLast();
        var next = "%02d".formatted(Integer.parseInt(last.number()) + 1);
        if (!NAME.matcher(name).matches() || !name.startsWith(next)) {
            throw new ParameterException(spec.commandLine(),
                    "'%s' is no name for the next exercise: it is %s and a name of small letters, with a - between words, such as %1$s-retries."
                            .replace("%1$s", next).formatted(name, next));
        }
        var made = new Scaffold(last, new Exercise(tutorial.root(), name)).make();
        made.forEach(file -> System.out.println("  " + tutorial.root().relativize(file)));
        System.out.printf("%d files were made, or got a line. What is left to write: ./workshop verify --module %s%n", made.size(), next);
        System.out.printf("Wrong answers go into solutions/%s/pitfalls; each begins with \"// Pitfall: \", \"// Why: \", \"// Kind: \" and \"// Caught by: \", see CONTRIBUTING.md.%n", name);
        System.out.println("How it all belongs together: docs/architecture.md, \"To add an exercise\".");
        return 0;
    }
}
