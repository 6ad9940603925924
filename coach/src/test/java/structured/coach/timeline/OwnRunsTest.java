package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

@DisplayName("a learner's main that is run beside something else")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OwnRunsTest {

    private static final Style STYLE = new Style(false, false, 60);

    @TempDir
    Path folder;

    private Exercise exercise(String name, String main) throws Exception {
        var exercise = new Exercise(folder, name);
        Files.createDirectories(exercise.sources());
        Files.writeString(exercise.sources().resolve("Demo.java"), "class Demo { %s }".formatted(main));
        return exercise;
    }

    private static String main(String statements) {
        return "public static void main(String[] args) throws Exception { %s }".formatted(statements);
    }

    private static String drawn(Exercise exercise, int seconds) throws Exception {
        return String.join("\n", new OwnRuns(STYLE, Duration.ofSeconds(seconds)).timeline(exercise, Optional.empty()));
    }

    @Test
    @DisplayName("is drawn; one that has none, that doesn't compile, that exits or asks for input is told of")
    void told() throws Exception {
        assertThat(drawn(exercise("01-a", main("Thread.startVirtualThread(() -> { try { Thread.sleep(200); } catch (InterruptedException e) { } }).join();")), 40))
                .contains("01-a: Demo, yours", "in all").doesNotContain("It printed");
        assertThat(drawn(exercise("02-b", ""), 40)).isEqualTo("02-b has no main to run.");
        assertThat(drawn(exercise("03-c", main("int i = \"\";")), 40)).contains("doesn't compile");
        assertThat(drawn(exercise("04-d", main("System.out.println(\"Out of\\033[2J paper.\" + System.in.read()); System.exit(3);")), 40))
                .contains("It printed:", "Out of^[[2J paper.-1", "exit status 3");
    }

    @Test
    @DisplayName("has so much time, and takes no more of the screen than a few lines, however much it prints")
    void bounded() throws Exception {
        var drawn = drawn(exercise("01-a", main("while (true) System.out.println(\"again\");")), 3);
        assertThat(drawn).contains("had not ended after 3 s");
        assertThat(drawn.lines().count()).isLessThan(30);
    }

    @Test
    @DisplayName("goes when it isn't wanted any more")
    void interrupted() throws Exception {
        var marker = folder.resolve("marker");
        var exercise = exercise("01-a", main("java.nio.file.Files.writeString(java.nio.file.Path.of(\"%s\"), \"\" + ProcessHandle.current().pid()); Thread.sleep(60_000);".formatted(marker)));
        var run = new FutureTask<>(() -> drawn(exercise, 50));
        var thread = new Thread(run);
        thread.start();
        while (!Files.exists(marker) || Files.size(marker) == 0) {
            Thread.sleep(50);
        }
        var pid = Long.parseLong(Files.readString(marker));
        thread.interrupt();
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @DisplayName("stands beside another on one axis, a bar a task, or a bar for all")
    void beside() throws Exception {
        var sleep = "Thread.startVirtualThread(() -> { try { Thread.sleep(%d); } catch (InterruptedException e) { } }).join();";
        var both = List.of(exercise("03-long", main(sleep.formatted(1000) + sleep.formatted(1000))), exercise("04-short", main(sleep.formatted(500))));
        var runs = new OwnRuns(STYLE, Duration.ofSeconds(40));
        var lines = runs.besideEachOther(both, false);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("03-long  2.");
        assertThat(lines.get(3)).startsWith("04-short  0.");
        assertThat(lines.get(4).strip().length()).as("about a quarter of 58 columns").isBetween(10, 20);
        assertThat(lines.get(2)).startsWith(" ".repeat(25));
        assertThat(runs.besideEachOther(both, true)).hasSize(4);
        assertThat(String.join(" ", runs.besideEachOther(List.of(exercise("03-gone", main("System.exit(1);")), both.getLast()), true))).contains("03-gone has no picture", "04-short  0.");
    }
}
