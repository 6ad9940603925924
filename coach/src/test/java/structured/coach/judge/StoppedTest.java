package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;

/** As by Ctrl-Z and {@code fg}, or when a laptop sleeps. */
@DisplayName("a coach that is stopped in the middle of a run, and its worker with it")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "nothing is stopped like that there")
class StoppedTest {

    @Test
    @DisplayName("goes on where it was: right code isn't said to hang")
    void goesOn(@TempDir Path folder) throws Exception {
        var tutorial = TutorialCopy.in(folder);
        var exercise = tutorial.exercise("03");
        Files.copy(exercise.solution().getFirst(), exercise.main().getFirst(), StandardCopyOption.REPLACE_EXISTING);
        var output = folder.resolve("output").toFile();
        var check = new ProcessBuilder(tutorial.command(false, "check", "03")).redirectErrorStream(true).redirectOutput(output).start();
        var stops = 0;
        while (!check.waitFor(500, TimeUnit.MILLISECONDS) && stops < 4) {
            // Longer than any test may take.
            kill("-STOP", check);
            Thread.sleep(5000);
            kill("-CONT", check);
            stops++;
        }
        check.waitFor();
        assertThat(Files.readString(output.toPath(), StandardCharsets.UTF_8)).as("after %d stops", stops).contains("GREEN");
    }

    private static void kill(String signal, Process process) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", signal, String.valueOf(process.pid())));
        process.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
        new ProcessBuilder(command).start().waitFor();
    }
}
