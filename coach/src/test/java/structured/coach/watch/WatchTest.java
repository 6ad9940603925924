package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pty4j.WinSize;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.TutorialCopy;

/** The real program in a terminal, with keys pressed and files saved as learners do. */
@DisplayName("watch")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not tried there")
class WatchTest extends InATerminal {

    @Test
    @DisplayName("leads from red to green, with a hint, a reset, its undo and the solution on the way")
    void redToGreen() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        start(tutorial, "watch", "04");
        expect("RED", "0 of 18 tests pass", "Read step 1 in modules/04-gather/README.md", "h hint");

        press('h');
        expect("04-gather, step 1, hint 1 of 3");
        press('s');
        expect("is not green yet", "press s once more");

        save(tutorial, tutorial.solution().replace("scope.join().throwIfFailed();", "scope.join();"));
        expect("RED", "10 of 18 tests pass", "run 2, ", "Read step 3");
        save(tutorial, tutorial.solution().replace("scope.join()", "scope.join("));
        expect("AMBER", "Gather.java doesn't compile");
        Files.delete(tutorial.gather());
        expect("AMBER", "./workshop reset 04-gather");
        save(tutorial, tutorial.solution());
        expect("GREEN", "Well done", "A question: Ten thousand tasks", "press n");
        press('s');
        expect("the same as the solution");

        assertThat(tutorial.coach("reset", "04").status()).isZero();
        expect("RED", "0 of 18 tests pass");
        assertThat(tutorial.coach("reset", "04", "--undo").status()).isZero();
        expect("GREEN");
        assertThat(tutorial.gather()).hasContent(tutorial.solution());

        press('n');
        expect("05-gather-even", "RED");
        press('q');
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(watch.exitValue()).as("the exit status after a red exercise").isEqualTo(1);
    }

    @Test
    @DisplayName("fits a terminal of 60 columns, also when it was wider before")
    void narrow() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        watch.setWinSize(new WinSize(60, 30));
        var screen = expect("RED", "q quit");
        assertThat(screen.lines()).as("lines of at most 60 columns").allMatch(line -> line.length() <= 60);
    }

    @Test
    @DisplayName("a save during a run that hangs is judged at once, and its worker is the only one")
    void saveDuringARun() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        var beforeAll = System.nanoTime();
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        // Starting a worker and judging: what this machine takes for that, busy as it may be just now.
        var aVerdictFromCold = System.nanoTime() - beforeAll;
        save(tutorial, tutorial.solution().replace("scope.join().throwIfFailed();", "while (tasks != null) Thread.onSpinWait();"));
        expect("Running the tests of 04-gather");
        save(tutorial, tutorial.solution());
        var start = System.nanoTime();
        assertThat(expect("GREEN")).as("what was shown on the way").doesNotContain("HUNG");
        // A hang is given up after 4.2 seconds: waiting for that would take longer.
        assertThat(System.nanoTime() - start).as("how long the verdict took").isLessThan(aVerdictFromCold + TimeUnit.SECONDS.toNanos(3));
        assertThat(ProcessHandle.of(watch.pid()).orElseThrow().descendants().count()).as("workers").isEqualTo(1);
    }

    @Test
    @DisplayName("a key that is held down takes no more workers than one that is pressed")
    void heldKey() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        var workers = 0L;
        for (int i = 0; i < 60; i++) {
            press(i % 3 == 2 ? 's' : 'l');
            Thread.sleep(50);
            workers = Math.max(workers, ProcessHandle.of(watch.pid()).orElseThrow().descendants().count());
        }
        assertThat(workers).as("the exercise's, and two that look at all the exercises").isBetween(2L, 3L);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there is such a limit")
    @DisplayName("goes on where the system has used up what tells of saves, and looks by itself")
    void noWatches() throws Exception {
        var without = List.of("unshare", "-Ur", "sh", "-c", "echo 0 >/proc/sys/user/max_inotify_instances && exec \"$@\"", "sh");
        assumeTrue(isAllowed(without), "no user namespaces here");
        var tutorial = TutorialCopy.in(folder);
        var command = new ArrayList<>(without);
        command.addAll(tutorial.command(true, "watch", "04"));
        start(tutorial, command);
        expect("RED", "q quit");
        save(tutorial, tutorial.solution());
        expect("GREEN", "Well done");
    }

    @ParameterizedTest(name = "{0}")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it takes a mount of one's own")
    @DisplayName("does without a library for the terminal where none can be unpacked, and says nothing of it, nor at its end")
    @ValueSource(strings = {"java.io.tmpdir", "jline.tmpdir"})
    void noLibrary(String property) throws Exception {
        var readOnly = Files.createDirectory(folder.resolve("readonly"));
        var without = List.of("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o ro none %s && exec \"$@\"".formatted(readOnly), "sh");
        assumeTrue(isAllowed(without), "no user namespaces here");
        var tutorial = TutorialCopy.in(folder);
        var command = new ArrayList<>(without);
        command.addAll(tutorial.command(true, "watch", "04"));
        command.add(without.size() + 1, "-D" + property + "=" + readOnly);
        start(tutorial, command);
        var shown = expect("RED", "q quit");
        press('h');
        shown += expect("04-gather, step 1, hint 1 of 3", "q quit");
        press('q');
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        Thread.sleep(500);
        synchronized (written) {
            shown += written;
        }
        assertThat(shown).doesNotContain("WARNING", "JLine", "jline", "\tat ");
        assertThat(watch.exitValue()).isEqualTo(1);
    }

    private static boolean isAllowed(List<String> command) throws InterruptedException {
        try {
            var all = new ArrayList<>(command);
            all.add("true");
            return new ProcessBuilder(all).start().waitFor() == 0;
        } catch (IOException e) {
            return false;    // It isn't installed.
        }
    }
}
