package structured.coach.watch;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;

/** What the tests of the real program in a terminal have in common: keys to press, files to save, and what is on the screen then. */
public abstract class InATerminal {

    @TempDir
    protected Path folder;

    /** How long something to be shown is waited for, in seconds: on a busy machine a hang takes ten times as long to be one. */
    protected int patience = 60;

    protected PtyProcess watch;

    /** All that the program has written since it was last {@linkplain #expect expected} to write something; guarded by itself. */
    final StringBuilder written = new StringBuilder();

    @AfterEach
    void endIt() {
        if (watch != null) {
            watch.destroyForcibly();
        }
    }

    protected void start(TutorialCopy tutorial, String... args) throws IOException {
        start(tutorial, tutorial.command(true, args));
    }

    protected void start(TutorialCopy tutorial, List<String> command) throws IOException {
        watch = new PtyProcessBuilder(command.toArray(String[]::new)).setDirectory(tutorial.root().toString())
                .setEnvironment(Map.of("TERM", "xterm", "PATH", System.getenv("PATH"), "HOME", folder.toString()))
                .setInitialColumns(100).setInitialRows(50).start();
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        var buffer = new char[4096];
        try (var screen = new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n; (n = screen.read(buffer)) > 0; ) {
                synchronized (written) {
                    written.append(buffer, 0, n);
                    written.notifyAll();
                }
            }
        } catch (IOException e) {
            // The other end is gone, and so is the program.
        }
    }

    /** Waits until all of this was written, in this order, and gives what was, without colours. */
    protected String expect(String... words) throws InterruptedException {
        return expect(text -> text.replaceAll("\033\\[[0-9;?$]*[A-Za-z]", "").replaceAll("\\s*\r?\n", "\n"), words);
    }

    /** The same, and gives all that was written as it was. */
    protected String expectRaw(String... words) throws InterruptedException {
        return expect(text -> text, words);
    }

    private String expect(UnaryOperator<String> plainOf, String... words) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        synchronized (written) {
            while (true) {
                var plain = plainOf.apply(written.toString());
                var at = 0;
                for (var word : words) {
                    at = at < 0 ? -1 : plain.indexOf(word, at);
                }
                if (at >= 0) {
                    written.setLength(0);
                    return plain;
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not shown within " + patience + " s: " + Arrays.toString(words) + "\nbut:\n" + plain);
                }
                written.wait(100);
            }
        }
    }

    protected void press(char key) throws IOException {
        watch.getOutputStream().write(key);
        watch.getOutputStream().flush();
    }

    /** A key that sends several characters, at once as it does. */
    protected void press(String sequence) throws IOException {
        watch.getOutputStream().write(sequence.getBytes(StandardCharsets.UTF_8));
        watch.getOutputStream().flush();
    }

    static void save(TutorialCopy tutorial, String text) throws IOException {
        Files.writeString(tutorial.gather(), text);
    }
}
