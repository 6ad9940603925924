package structured.coach;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The coach's command line. The launcher starts it, and tells it where the tutorial is. */
@Command(name = "workshop", subcommands = Main.VerifyCommand.class, description = "A tutorial on structured concurrency.")
public final class Main {

    /** The tutorial's own tests. */
    @Command(name = "verify", description = {
        "Verifies the tutorial itself: every solution and alternative is green, every pitfall is caught by the test that it names,",
        "every exercise as shipped is red, every main prints its lines."})
    static final class VerifyCommand implements Callable<Integer> {

        @Option(names = "--module", paramLabel = "MODULE", description = "only this exercise, such as 04-gather; may be repeated")
        private List<String> modules = List.of();

        @Option(names = "--repeat", paramLabel = "N", defaultValue = "1",
                description = "run solutions and alternatives N times, and nothing else, to hunt flakes")
        private int repeat;

        @Override
        public Integer call() throws Exception {
            var root = Path.of(System.getProperty("workshop.root", ".")).toAbsolutePath().normalize();
            return new Verify(new Tutorial(root), System.out, System.console() != null).run(modules, repeat) ? 0 : 1;
        }
    }

    /** Exits with 0 if all is well, 1 if something fell short, 2 if the command was wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
