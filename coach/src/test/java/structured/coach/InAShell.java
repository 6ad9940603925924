package structured.coach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the launcher have in common: its functions, in a folder and an environment that have nothing else in them. */
abstract class InAShell {

    /** The launcher without its last part, which runs a command. */
    static final String WITHOUT_COMMANDS = "eval \"$(sed '/^# ---- Commands/,$d' \"$0\")\"\n";

    @TempDir
    Path folder;

    Path launcher;

    /** What it prints, run in a shell where {@code $0} is the launcher. */
    String run(String script, Map<String, String> variables) throws IOException, InterruptedException {
        var run = new ProcessBuilder("sh", "-c", script, launcher.toString()).redirectErrorStream(true);
        run.environment().clear();
        run.environment().putAll(Map.of("HOME", folder.toString(), "PATH", System.getenv("PATH")));
        run.environment().putAll(variables);
        var process = run.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
