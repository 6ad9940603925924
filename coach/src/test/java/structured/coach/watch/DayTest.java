package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.TutorialCopy;

/** {@code -Dworkshop.day=20} is a whole one: five hundred saves, fifty hangs, twenty kills. A verification has a twentieth of it. */
@DisplayName("a day of watches")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@EnabledOnOs(value = OS.LINUX, disabledReason = "handles are counted in /proc")
class DayTest extends InATerminal {

    private static final int HOURS = Integer.getInteger("workshop.day", 1);

    private final Random random = new Random(HOURS);
    private TutorialCopy tutorial;
    private Path temporary;
    private int saves;
    private int hangs;

    @Test
    @DisplayName("leaves no process, no folder and no handle, however often code hangs and the coach is killed")
    void leavesNothing() throws Exception {
        patience = 300;
        tutorial = TutorialCopy.in(folder);
        temporary = Files.createDirectory(folder.resolve("temporary"));
        for (int hour = 1; hour <= HOURS; hour++) {
            startWatch();
            saves(HOURS == 1 ? 1 : 3);
            var handles = handles(pid());
            var handlesOfWorker = handles(worker());
            saves(HOURS == 1 ? 3 : 22);
            assertThat(handles(worker())).as("the worker's handles").isLessThanOrEqualTo(handlesOfWorker + 2);
            for (int i = 0; i < (HOURS == 1 ? 1 : 2 + hour % 2); i++) {
                hang(hour);
            }
            assertThat(handles(pid())).as("the coach's handles").isLessThanOrEqualTo(handles + 2);
            kill();
        }
        startWatch();
        press('q');
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        noneIsLeft();
        try (var files = Files.list(temporary)) {
            assertThat(files).as("what is left in the temporary folder").isEmpty();
        }
        try (var files = Files.walk(tutorial.root().resolve(".workshop"))) {
            assertThat(files.map(Path::toString)).as("what was begun").noneMatch(name -> name.endsWith(".draft"));
        }
        System.out.printf("%d saves, %d hangs, %d kills%n", saves, hangs, HOURS);
    }

    private void startWatch() throws Exception {
        save(tutorial, tutorial.solution() + "// " + random.nextLong());
        var command = tutorial.command(true, "watch", "04");
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        start(tutorial, command);
        expect("GREEN", "q quit");
    }

    /** One after another of each kind. */
    private void saves(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            var kind = saves++ % 3;
            save(tutorial, tutorial.solution().replace("scope.join().throwIfFailed();", List.of("scope.join();", "scope.join(;", "scope.join().throwIfFailed(); ").get(kind)));
            expect(List.of("RED", "AMBER", "GREEN").get(kind), "q quit");
        }
    }

    private void hang(int hour) throws Exception {
        // A loop takes a processor for four seconds.
        var hanging = HOURS > 1 && random.nextBoolean() ? "while (tasks != null) Thread.onSpinWait();" : "new java.util.concurrent.CountDownLatch(1).await();";
        save(tutorial, tutorial.solution().replace("scope.join().throwIfFailed();", hanging));
        expect("HUNG", "q quit");
        hangs++;
        save(tutorial, tutorial.solution() + "// %d %d".formatted(hour, hangs));
        saves++;
        expect("GREEN", "q quit");
        assertThat(ProcessHandle.of(pid()).orElseThrow().descendants().count()).as("workers").isEqualTo(1);
    }

    /** At any moment, also of a run that hangs. */
    private void kill() throws Exception {
        save(tutorial, tutorial.solution().replace("scope.join().throwIfFailed();", random.nextBoolean() ? "scope.join();" : "while (tasks != null) Thread.onSpinWait();"));
        Thread.sleep(random.nextInt(500));
        new ProcessBuilder("kill", "-KILL", String.valueOf(pid())).start().waitFor();
        watch.waitFor();
        noneIsLeft();
        written.setLength(0);
    }

    private long pid() {
        return watch.pid();
    }

    private long worker() {
        return ProcessHandle.of(pid()).orElseThrow().children().findFirst().orElseThrow().pid();
    }

    private static long handles(long pid) throws IOException {
        try (var handles = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return handles.count();
        }
    }

    /** No coach, and no worker of one. */
    private void noneIsLeft() {
        for (var process : ours().toList()) {
            assertThat(process.onExit()).as("process %s", process.info()).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(ours()).isEmpty();
    }

    private Stream<ProcessHandle> ours() {
        return ProcessHandle.allProcesses().filter(it -> it.info().commandLine().orElse("").contains(temporary.toString()));
    }
}
