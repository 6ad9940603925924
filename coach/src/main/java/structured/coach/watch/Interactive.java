package structured.coach.watch;

import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;
import structured.coach.terminal.Gate;
import structured.coach.terminal.Style;

/** A terminal in which keys need no Enter. */
final class Interactive implements Screen {
    private static final int ESCAPE = 27;

    /** Says where its library can't be unpacked, or may not be run. Commands of the system do the same then. Kept, or it would forget its level. */
    private static final Logger LOG = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final Attributes before;

    /** Whoever has it may read what is pressed: keys of ours, or the program that the terminal is lent to. */
    private final Lock keys = new ReentrantLock(true);
    private volatile boolean isLent;

    /** Set by whoever closes it, and read by the thread that reads keys. */
    private volatile boolean closed;

    /** Takes over the terminal; keys, changes of size and Ctrl-C go to {@code events}. */
    Interactive(BlockingQueue<Event> events) throws IOException {
        LOG.setLevel(Level.OFF);
        terminal = TerminalBuilder.builder().system(true).build();
        before = terminal.enterRawMode();
        // Ctrl-C is for the program that has the terminal.
        terminal.handle(Terminal.Signal.INT, signal -> {
            if (!isLent) {
                events.add(new Event.Quit());
            }
        });
        terminal.handle(Terminal.Signal.WINCH, signal -> events.add(new Event.Resized()));
        Thread.ofPlatform().daemon().name("reads-keys").start(() -> readKeys(events));
    }

    private void readKeys(BlockingQueue<Event> events) {
        try {
            for (int key; !closed && (key = readKey()) != NonBlockingReader.EOF; ) {
                if (key != NonBlockingReader.READ_EXPIRED) {
                    events.add(new Event.Pressed(key));
                }
            }
        } catch (IOException e) {
            // The terminal is gone, which comes to the same as its end.
        }
        events.add(new Event.Quit());
    }

    /** Never reads for long, since the terminal can't be closed, nor lent, while it is read. */
    private int readKey() throws IOException {
        keys.lock();
        try {
            var key = terminal.reader().read(100);
            if (key == ESCAPE) {
                skipSequence();
                return NonBlockingReader.READ_EXPIRED;
            }
            return key;
        } finally {
            keys.unlock();
        }
    }

    @Override
    public <T> T lend(Borrower<T> borrower) throws IOException, InterruptedException {
        keys.lock();
        isLent = true;
        try {
            if (terminal.input() instanceof NonBlockingInputStream input) {
                input.shutdown();
                awaitEndOfReader();
            }
            terminal.puts(Capability.clear_screen);
            terminal.flush();
            terminal.setAttributes(before);
            return borrower.run();
        } finally {
            terminal.enterRawMode();
            isLent = false;
            keys.unlock();
        }
    }

    /** The library's own thread, which looks for keys, ends when it next looks whether it should. Till then it takes keys from the other program. */
    private static void awaitEndOfReader() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith("non blocking reader thread")) {
                thread.join(1000);
            }
        }
    }

    /** What an arrow key sends, or a terminal that was asked what it can do: none of it is a key of ours. */
    private void skipSequence() throws IOException {
        while (terminal.reader().peek(20) >= 0) {
            terminal.reader().read();
        }
    }

    @Override
    public Style style() {
        var columns = terminal.getColumns();
        var style = Style.ofOutput();
        return columns > 0 ? style.withWidth(columns) : style;
    }

    @Override
    public int height() {
        return terminal.getRows() > 0 ? terminal.getRows() : 24;
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public boolean needsEnter() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    public void show(List<String> top, List<String> foot) {
        var lines = new ArrayList<>(top);
        // A terminal that can't clear itself (TERM=dumb) gets an empty line instead.
        var clears = terminal.puts(Capability.clear_screen);
        do {
            lines.add("");
        } while (clears && lines.size() + foot.size() < height());
        lines.addAll(foot);
        if (!clears) {
            lines.addFirst("");
            lines.add("");
        }
        // Nothing after the last line, or the first one would leave the screen.
        terminal.writer().print(lines.stream().map(Gate::through).collect(Collectors.joining(System.lineSeparator())));
        terminal.flush();
    }

    @Override
    public void close() {
        closed = true;
        terminal.writer().println();
        try (terminal) {
            terminal.setAttributes(before);
        } catch (IOException | IOError e) {
            // It is gone, or whatever waits for keys was interrupted on the way. All is told and kept.
        }
    }
}
