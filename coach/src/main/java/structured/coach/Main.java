package structured.coach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import structured.coach.Tutorial.Exercise;

/** The coach's command line. The launcher starts it, and tells it where the tutorial is. */
@Command(name = "workshop", subcommands = Main.VerifyCommand.class, description = "A tutorial on structured concurrency.")
public final class Main {

    /** The tutorial's own tests. */
    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Verifies the tutorial itself: every solution and "
            + "alternative is green, every pitfall is caught by the test that it names, every exercise as shipped is red, "
            + "every main prints its lines.")
    static final class VerifyCommand implements Callable<Integer> {

        @Option(names = "--module", paramLabel = "MODULE", description = "only this exercise: 4, 04, gather or 04-gather; may be repeated")
        private List<String> modules = List.of();

        @Spec
        private CommandSpec spec;

        @Option(names = "--repeat", paramLabel = "N", defaultValue = "1",
                description = "run solutions and alternatives N times, and nothing else, to hunt flakes")
        private int repeat;

        @Override
        public Integer call() throws Exception {
            var root = Path.of(System.getProperty("workshop.root", ".")).toAbsolutePath().normalize();
            var tutorial = new Tutorial(root);
            if (repeat < 1) {
                throw new ParameterException(spec.commandLine(), "--repeat takes a number from 1 on, and not " + repeat + ".");
            }
            return new Verify(tutorial, System.out, System.console() != null).run(exercises(tutorial), repeat) ? 0 : 1;
        }

        private List<Exercise> exercises(Tutorial tutorial) throws IOException {
            var all = tutorial.exercises();
            for (var module : modules) {
                if (all.stream().noneMatch(exercise -> exercise.isCalled(module))) {
                    throw new ParameterException(spec.commandLine(), "There is no exercise '%s'. There are: %s.".formatted(
                            module, all.stream().map(Exercise::name).collect(Collectors.joining(", "))));
                }
            }
            return all.stream().filter(exercise -> modules.isEmpty() || modules.stream().anyMatch(exercise::isCalled)).toList();
        }
    }

    /** Exits with 0 if all is well, 1 if something fell short, 2 if the command was wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
