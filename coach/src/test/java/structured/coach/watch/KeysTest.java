package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.WinSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.TutorialCopy;

@DisplayName("a key of the watch")
@Timeout(value = 100, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not tried there")
class KeysTest extends InATerminal {

    private TutorialCopy tutorial;

    @BeforeEach
    void copy() throws Exception {
        tutorial = TutorialCopy.in(Files.createDirectories(folder.resolve("a 'b' \"c\" $(d)")));
    }

    @Test
    @DisplayName("opens the file at the line in question, in an editor that has the terminal, and the watch comes back")
    void open() throws Exception {
        var told = folder.resolve("told");
        // It reads what is typed, as an editor in a terminal does: no key may be lost to the watch.
        var editor = script("editor", "printf '%s\\n' \"$@\" >" + told + "; echo In the editor.; stty -a | grep -o -e '[-]*icanon'; read typed; echo \"$typed\" >>" + told
                + "; cp " + quoted(tutorial.exercise("04").solution().getFirst()) + " \"$2\"");
        start(tutorial, "watch", "04", "--edit", editor + " at:{line} {file}");
        expect("RED", "q quit");
        press('o');
        expect("In the editor.", "icanon");
        watch.getOutputStream().write("qhxn\n".getBytes());
        watch.getOutputStream().flush();
        expect("GREEN", "run 2,", "q quit");
        var line = 1 + Files.readAllLines(tutorial.exercise("04").solution().getFirst()).size();
        assertThat(Files.readAllLines(told)).satisfiesExactly(first -> assertThat(first).matches("at:\\d+").isNotEqualTo("at:1").isNotEqualTo("at:" + line),
                second -> assertThat(second).isEqualTo(tutorial.gather().toString()), third -> assertThat(third).isEqualTo("qhxn"));
        press('h');
        expect("there is nothing left to hint at");
    }

    @Test
    @DisplayName("is none if it is an arrow, or another that sends a sequence, and those pressed behind it aren't lost; Ctrl-C ends the watch")
    void sequences() throws Exception {
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        press("\033[B");
        press("\033n");
        press("\033]11;rgb:0000/0000/0000\033\\\033[B\033[B?");
        assertThat(expect("the next hint", "1 to 9", "q quit")).as("what was shown on the way").doesNotContain("There is no key", "Go on with");
        press("\033[1;5C\033OP\033[15~\033[[A\033");
        Thread.sleep(500);    // If they were taken for keys, this is when.
        press("\003");
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(watch.exitValue()).isEqualTo(1);
        synchronized (written) {
            assertThat(written).as("what was shown on the way").doesNotContain("There is no key", "Go on with");
        }
    }

    @Test
    @DisplayName("is Ctrl-Z: all stops until the shell has it go on; then all is shown anew, and keys need no Enter")
    void suspended() throws Exception {
        var command = tutorial.command(true, "watch", "04").stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
        var script = script("begin", "exec " + command);
        start(tutorial, List.of("bash", "--norc", "-i"));
        press(quoted(script) + "\n");
        expect("RED", "q quit");
        press('\032');
        expect("Stopped");
        press("fg\n");
        expect("04-gather  RED", "q quit");
        press('?');
        expect("the next hint", "1 to 9", "q quit");
        press('q');
        expect("bash-");
        press("echo \"Status $?.\"\n");
        expect("Status 1.");
    }

    @Test
    @DisplayName("says what is wrong with an editor that can't be started, or fails, and what to do")
    void noEditor() throws Exception {
        start(tutorial, "watch", "04", "--edit", folder.resolve("nowhere") + " {file}");
        expect("RED", "q quit");
        press('o');
        expect("could not be started", "Set VISUAL or EDITOR", "q quit");
        press('q');
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(tutorial.coach("watch", "04", "--edit", "vim").output()).contains("doesn't say where the file's name goes");
    }

    @Test
    @DisplayName("resets after it has asked, and names the way back; any other key leaves all as it was")
    void reset() throws Exception {
        save(tutorial, tutorial.solution());
        start(tutorial, "watch", "04");
        expect("GREEN", "q quit");
        press('x');
        expect("what it was when it came?", "--undo", "y: yes");
        press('?');
        expect("the next hint", "as it came", "1 to 9");
        press('y');
        expect("There is no key y here");
        assertThat(tutorial.gather()).hasContent(tutorial.solution());
        press('x');
        expect("y: yes");
        press('y');
        expect("RED", "0 of 18 tests pass", "04-gather is as it was shipped", "--undo");
        assertThat(tutorial.coach("reset", "04", "--undo").status()).isZero();
        expect("GREEN");
    }

    @Test
    @DisplayName("leads to the next exercise from a red one only after it has asked, and back, and to any by its number")
    void ways() throws Exception {
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        press('n');
        expect("04-gather is not green yet. Go on with 05-gather-even all the same?");
        press('y');
        expect("05-gather-even", "RED");
        press('p');
        expect("04-gather  RED", "q quit");
        press('9');
        expect("There is no exercise 9.");
        press('8');
        expect("08-considerations", "not begun", "q quit");
        press('w');
        expect("There is no key w here. ? lists");
    }

    @Test
    @DisplayName("says no to what the code is said to behave like: that is gone, and isn't said again")
    void different() throws Exception {
        var wrong = Files.readString(tutorial.root().resolve("solutions/04-gather/pitfalls/completion-order/Gather.java"));
        save(tutorial, wrong);
        start(tutorial, "watch", "04");
        assertThat(expect("RED", "q quit")).as("at the first red").doesNotContain("behaves like");
        press('d');
        expect("Nothing was said that 04-gather behaves like, so there is nothing to say no to.", "q quit");
        save(tutorial, wrong + "// Once more.\n");
        expect("RED", "run 2,", "This behaves like: results come in the order in which the tasks finish.", "(If it isn't that: d)", "q quit");
        press('d');
        var screen = expect("Then it is something else. That isn't said of 04-gather again.", "q quit");
        assertThat(screen).contains("RED").doesNotContain("behaves like");
        save(tutorial, wrong + "// And once more.\n");
        expect("RED", "run 3,", "q quit");
        press('d');
        assertThat(expect("so there is nothing to say no to.", "q quit")).doesNotContain("This behaves like: results");
    }

    @Test
    @DisplayName("draws the learner's own main; one that goes on for ever is ended by any key, and one that fails is told")
    void timeline() throws Exception {
        save(tutorial, tutorial.solution());
        start(tutorial, "watch", "04");
        expect("GREEN", "q quit");
        press('t');
        expect("Any other key ends it", "q quit");
        press('t');
        assertThat(expect("04-gather: Gather, yours", "task 1", "in all", "q quit")).as("what was shown on the way").doesNotContain("Ended.");
        var main = "public static void main(String[] args) throws InterruptedException, ExecutionException {";
        save(tutorial, tutorial.solution().replace(main, main + " if (true) { System.out.println(\"Out of paper.\"); System.exit(3); }"));
        expect("GREEN", "run 2,", "q quit");
        press('t');
        expect("It printed:", "Out of paper.", "exit status 3");
        save(tutorial, tutorial.solution().replace(main, main + " while (args != null) Thread.onSpinWait();"));
        expect("GREEN", "run 3,", "q quit");
        press('t');
        expect("Any other key ends it", "q quit");
        for (int i = 0; i < 100 && children() < 2; i++) {
            Thread.sleep(100);
        }
        assertThat(children()).as("the worker, and the main").isEqualTo(2);
        press('h');
        expect("there is nothing left to hint at");
        for (int i = 0; i < 100 && children() > 1; i++) {
            Thread.sleep(100);
        }
        assertThat(children()).as("the worker").isEqualTo(1);
        press('t');
        expect("Any other key ends it", "q quit");
        press('w');
        expect("Ended.", "q quit");
        press('t');
        expect("Any other key ends it", "q quit");
        save(tutorial, tutorial.solution());
        expect("GREEN", "run 4,", "A file was saved while your main ran, so that was ended", "q quit");
    }

    @Test
    @DisplayName("is heard while a run goes on, of which the foot tells in place how far it is: nothing else is written anew for that")
    void longRun() throws Exception {
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        // Each test takes a while, and the one that calls most often is given up.
        save(tutorial, tutorial.solution().replace("scope.join().throwIfFailed();", "Thread.sleep(400); scope.join().throwIfFailed();"));
        expect("Running the tests of 04-gather", "q quit");
        expect("Still running, for ", " s: test ", " of 18, ", "A call that never comes back is given up after 4 s");
        press('?');
        expect("RED", "the next hint", "1 to 9", "Still running, for ", " of 18, ", "is given up", "q quit");
        assertThat(expectRaw("Still running, for ")).as("what is written a second later").doesNotContain("\033[2J", "\n");
        watch.setWinSize(new WinSize(70, 24));
        var screen = expect("RED", "space: more", "Still running, for ", "is given up", "q quit");
        assertThat(screen.substring(screen.lastIndexOf("04-gather  RED")).replaceAll("\0337.*", "").lines()).as("lines of 70 columns").allMatch(line -> line.length() <= 70);
        press('q');
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
    }

    @Test
    @DisplayName("shows more of what has no room, and the headline stays")
    void pages() throws Exception {
        start(tutorial, "watch", "04");
        expect("RED", "q quit");
        watch.setWinSize(new WinSize(60, 20));
        expect("04-gather  RED", "q quit");
        press('s');
        expect("press s", "once more");
        press('s');
        expect("04-gather  RED", "run 1,", "space: more", "q quit");
        press(' ');
        assertThat(expect("04-gather  RED", "run 1,", "lines", "q quit").lines().count()).isLessThanOrEqualTo(21);
    }

    private long children() {
        return ProcessHandle.of(watch.pid()).orElseThrow().children().count();
    }

    private Path script(String name, String commands) throws Exception {
        var script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + commands + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
