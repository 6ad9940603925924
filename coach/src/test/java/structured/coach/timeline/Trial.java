package structured.coach.timeline;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Small programs, run and recorded in a folder of the test's own. */
final class Trial {

    /** Longer than any of these programs takes, unless it hangs. */
    static final Duration LIMIT = Duration.ofSeconds(50);

    private Trial() {}

    /** A program of one class with a {@code main} of these statements. */
    static Program program(Path folder, String statements) throws IOException {
        var source = Files.writeString(folder.resolve("Demo.java"), """
                package trial;

                import java.util.concurrent.*;

                public final class Demo {
                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """.formatted(statements));
        return new Program("a trial", List.of(source), source);
    }

    /** Compiles and runs a program, and reads its recording. What it prints goes to the file {@code out} in the folder. */
    static Timeline timeline(Path folder, Program program, Duration limit) throws IOException, InterruptedException {
        return Reader.read(program, run(folder, program, limit));
    }

    static Run run(Path folder, Program program, Duration limit) throws IOException, InterruptedException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var problem = program.compile(classes);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return new Recorder(folder, Redirect.to(folder.resolve("out").toFile()), limit).run(program, classes);
    }

    static Timeline timeline(Path folder, String statements) throws IOException, InterruptedException {
        return timeline(folder, program(folder, statements), LIMIT);
    }
}
