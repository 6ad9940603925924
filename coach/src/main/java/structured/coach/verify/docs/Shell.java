package structured.coach.verify.docs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import structured.coach.machine.Jvm;
import structured.coach.machine.Temporary;

/** Runs command lines in a folder, as somebody would who has the JDK 21 on the path, and types nothing more. */
final class Shell {

    /** How long a command may take, on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Semaphore processors;
    private final Duration patience;

    /** How a command ended. */
    record Ended(int status, boolean late, String output) {

        /** As much of what it printed as helps. */
        String lastLines() {
            // Without colours.
            var lines = output.replaceAll("\033\\[[0-9;]*m", "").lines().filter(line -> !line.isBlank()).toList();
            return lines.stream().skip(Math.max(0, lines.size() - 12)).map(line -> "    | " + line).collect(Collectors.joining("\n"));
        }
    }

    /** A shell in this folder that runs no command while others keep all of these processors busy. */
    Shell(Path folder, Semaphore processors, Duration patience) {
        this.folder = folder;
        this.processors = processors;
        this.patience = patience;
    }

    /** Whether there is a shell here that the documentation's command lines are for. */
    boolean isThere() {
        return File.separatorChar == '/';
    }

    /** Runs a command to its end, or until that takes too long. */
    Ended run(String command) throws IOException, InterruptedException {
        var java = Jvm.OUR_HOME;
        processors.acquire();
        try (var temporary = Temporary.folder("command")) {
            // A file, not a pipe: a process that outlives the command could keep a pipe open.
            var output = temporary.path().resolve("output.txt");
            var builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", java.toString());
            builder.environment().put("PATH", java.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
            var process = builder.start();
            process.getOutputStream().close();
            var late = !process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (late) {
                // The shell before what it has started, or it would go on with its next command.
                var started = process.descendants().toList();
                process.destroyForcibly().waitFor();
                started.forEach(ProcessHandle::destroyForcibly);
            }
            return new Ended(late ? -1 : process.exitValue(), late, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            processors.release();
        }
    }
}
