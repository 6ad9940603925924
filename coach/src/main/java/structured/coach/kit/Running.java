package structured.coach.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import structured.coach.tutorial.Git;

/**
 * Other programs, each run to its end, and written down what it says.
 *
 * @param folder where they run
 * @param environment variables beside those of this process
 * @param log what all of them say goes there
 */
record Running(Path folder, Map<String, String> environment, Path log) {

    /** How a program ended, and what it said. */
    record Ended(int status, String output) {
        boolean says(String text) {
            return output.contains(text);
        }

        /** Its last lines, for whoever wants to know why it failed. */
        String lastLines() {
            var lines = output.lines().filter(line -> !line.isBlank()).toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        }
    }

    /** Runs a program of which nobody need know more than how it ended. */
    static Ended quietly(List<String> command) throws IOException, InterruptedException {
        return ended(new ProcessBuilder(command).redirectErrorStream(true));
    }

    Ended run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return noted(command, builder);
    }

    /** Runs a program that knows nothing of this process's environment. */
    Ended runAlone(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return noted(command, builder);
    }

    private Ended noted(List<String> command, ProcessBuilder builder) throws IOException, InterruptedException {
        var ended = ended(builder);
        Files.writeString(log, "$ %s%n%s%n[%d]%n".formatted(String.join(" ", command), ended.output(), ended.status()),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return ended;
    }

    private static Ended ended(ProcessBuilder builder) throws IOException, InterruptedException {
        Git.forgetAnotherIn(builder.environment());
        var process = builder.start();
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
