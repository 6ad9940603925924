package structured.coach.terminal;

import java.io.EOFException;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal of this process in raw mode: keys come one by one, need no Enter, and are not shown. What is written passes the {@link Gate}.
 * While a thread reads a key, no other may read one, {@linkplain #leave leave} the terminal or {@linkplain #close close} it: who has several sees to that.
 */
public final class RawTerminal implements AutoCloseable {

    /** What the sequence begins with that an arrow key sends, and some others. */
    public static final String ESCAPE = "\033";

    /** Of a sequence, all is sent at once. But each character passes between two threads of the library, which a busy machine may keep from it for a while. */
    private static final long SAME_KEY = 100;

    /** Says where its library can't be unpacked, or may not be run. Commands of the system do the same then. Kept, or it would forget its level. */
    private static final Logger LOG = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final Attributes before;
    private final Runnable resized;

    /** Whether another program has it. Read by the thread that signals come in. */
    private volatile boolean isLeft;

    /**
     * Takes over the terminal. Ctrl-C runs {@code interrupted} and ends nothing, another size runs {@code resized}, and so does whatever else
     * has spoilt what is shown: each may be in some other thread.
     */
    public RawTerminal(Runnable interrupted, Runnable resized) throws IOException {
        this.resized = resized;
        LOG.setLevel(Level.OFF);
        terminal = TerminalBuilder.builder().system(true).build();
        before = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, signal -> interrupted.run());
        terminal.handle(Terminal.Signal.WINCH, signal -> resized.run());
        // Stopped, and going on: the shell had the terminal meanwhile, and has left it as it likes it itself.
        terminal.handle(Terminal.Signal.CONT, signal -> goOn());
    }

    /**
     * What the next key sends: a character, or a sequence that begins with {@link #ESCAPE}. Such a one may also be what a terminal answers that was asked
     * what it can do. Never reads for long, since the terminal can't be left meanwhile: without a key in a tenth of a second it is an empty text.
     *
     * @throws IOException if the terminal is gone, or nothing more comes from it
     */
    public String read() throws IOException {
        var key = terminal.reader().read(100);
        return switch (key) {
            case NonBlockingReader.READ_EXPIRED -> "";
            case NonBlockingReader.EOF -> throw new EOFException();
            default -> {
                var first = Character.toString(key);
                yield JobControl.isAskedFor(first) ? suspend() : first.equals(ESCAPE) ? sequence() : first;
            }
        };
    }

    /** Stops all that was started with this program, as the terminal does where it isn't raw. Where there is no shell that could have it go on, it does at once. */
    private String suspend() {
        write(List.of("", ""));
        terminal.setAttributes(before);
        JobControl.stopAll();
        goOn();
        return "";
    }

    private void goOn() {
        if (!isLeft) {
            enterRawMode();
            resized.run();
        }
    }

    /** The rest of it, too; or what there is, if no more comes. */
    private String sequence() throws IOException {
        var sequence = new StringBuilder(ESCAPE);
        while (!KeySequence.isWhole(sequence)) {
            var next = terminal.reader().read(SAME_KEY);
            if (next < 0) {
                break;
            }
            sequence.append((char) next);
        }
        return sequence.toString();
    }

    /** What can be shown here at the moment. */
    public Style style() {
        var columns = terminal.getColumns();
        var style = Style.ofOutput();
        return columns > 0 ? style.withColumns(columns) : style;
    }

    /** How many lines can be seen at once. */
    public int height() {
        return terminal.getRows() > 0 ? terminal.getRows() : 24;
    }

    /** Whether it hands on a line at a time, and so each key takes an Enter. */
    public boolean needsEnter() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** Clears the screen, and says whether it could. A terminal that can't (TERM=dumb) gets an empty line instead. */
    public boolean clear() {
        var clears = terminal.puts(Capability.clear_screen);
        if (!clears) {
            terminal.writer().println();
        }
        return clears;
    }

    /** Writes these lines, and nothing after the last one: where they fill the screen, the first one would leave it. */
    public void write(List<String> lines) {
        terminal.writer().print(lines.stream().map(Gate::through).collect(Collectors.joining(System.lineSeparator())));
        terminal.flush();
    }

    /** Writes a line in the place of another one, counted from 0 on, and leaves the cursor where it is; or does nothing, and says so, where that can't be. */
    public boolean rewrite(int row, String line) {
        var takes = Stream.of(Capability.save_cursor, Capability.cursor_address, Capability.clr_eol, Capability.restore_cursor)
                .allMatch(capability -> terminal.getStringCapability(capability) != null);
        if (takes) {
            terminal.puts(Capability.save_cursor);
            terminal.puts(Capability.cursor_address, row, 0);
            // Before the line: behind one that has filled all columns it would take its end.
            terminal.puts(Capability.clr_eol);
            terminal.writer().print(Gate.through(line));
            terminal.puts(Capability.restore_cursor);
            terminal.flush();
        }
        return takes;
    }

    /**
     * Leaves the terminal to another program, cleared, and as it was found, until it is {@linkplain #takeBack taken back}.
     * Once this has returned nobody here takes a key from that program.
     */
    public void leave() throws IOException, InterruptedException {
        if (terminal.input() instanceof NonBlockingInputStream input) {
            input.shutdown();
            awaitEndOfReader();
        }
        terminal.puts(Capability.clear_screen);
        terminal.flush();
        isLeft = true;
        terminal.setAttributes(before);
    }

    /** The library's own thread, which looks for keys, ends when it next looks whether it should. Till then it takes keys from the other program. */
    private static void awaitEndOfReader() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith("non blocking reader thread")) {
                thread.join(1000);
            }
        }
    }

    /** Has the terminal in raw mode again. */
    public void takeBack() {
        isLeft = false;
        enterRawMode();
    }

    private void enterRawMode() {
        try {
            terminal.enterRawMode();
        } catch (IOError e) {
            // It is gone: who reads from it next is told so.
        }
    }

    /** Gives the terminal back as it was found. */
    @Override
    public void close() {
        try (terminal) {
            terminal.setAttributes(before);
        } catch (IOException | IOError e) {
            // It is gone, or whatever waits for keys was interrupted on the way. All is told and kept.
        }
    }
}
