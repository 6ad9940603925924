package structured.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that come with the JDK. */
final class Tool {

    private Tool() {}

    /** Runs one of them, and returns what it has printed; {@code folder} is for that. */
    static String run(Path folder, String tool, List<String> options, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(options);
        command.addAll(List.of(arguments));
        var output = folder.resolve(tool + ".txt");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(15, SECONDS)).as("whether %s ended in time", tool).isTrue();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** For a JVM that lives for a moment only. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The same for a tool that is run in a JVM. */
    static final List<String> QUICK_TOOL = QUICK.stream().map(option -> "-J" + option).toList();
}
