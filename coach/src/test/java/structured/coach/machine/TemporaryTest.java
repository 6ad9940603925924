package structured.coach.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a temporary folder")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TemporaryTest {

    /** Makes a folder with a file in it, says where, and ends when it is told how. */
    static final class Makes {
        public static void main(String[] args) throws Exception {
            var folder = Temporary.folder("mine").path();
            Files.writeString(folder.resolve("file"), "text");
            System.out.println(folder);
            switch (System.in.read()) {
                case 'h' -> Runtime.getRuntime().halt(0);
                case 'e' -> System.exit(0);
                default -> new java.util.concurrent.CountDownLatch(1).await();
            }
        }
    }

    @TempDir
    private Path parent;

    private Process start() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + parent,
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Makes.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static Path folderOf(Process process) throws IOException {
        return Path.of(process.inputReader().readLine());
    }

    private static void end(Process process, char how) throws IOException, InterruptedException {
        try (var in = process.getOutputStream()) {
            in.write(how);
        }
        process.waitFor();
    }

    private List<Path> there() throws IOException {
        try (var files = Files.list(parent)) {
            return files.toList();
        }
    }

    @Test
    @DisplayName("goes with its process, by whatever that ends")
    void ends() throws Exception {
        var process = start();
        assertThat(folderOf(process)).isDirectoryContaining("glob:**file");
        end(process, 'e');
        assertThat(there()).isEmpty();
    }

    @Test
    @DisplayName("goes at Ctrl-C, too")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process can only be killed")
    void interrupted() throws Exception {
        var process = start();
        folderOf(process);
        process.destroy();
        process.waitFor();
        assertThat(there()).isEmpty();
    }

    @Test
    @DisplayName("of a process that was killed goes with the next one, and that of one that still runs does not")
    void killed() throws Exception {
        var killed = start();
        var left = folderOf(killed);
        end(killed, 'h');
        assertThat(left).isDirectory();
        var running = start();
        var used = folderOf(running);
        var next = start();
        folderOf(next);
        for (int i = 0; i < 100 && Files.exists(left.getParent()); i++) {
            Thread.sleep(50);
        }
        assertThat(left.getParent()).doesNotExist();
        assertThat(used.resolve("file")).exists();
        end(next, 'e');
        assertThat(used.resolve("file")).exists();
        end(running, 'e');
        assertThat(there()).isEmpty();
    }
}
