package structured.coach.watch;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import structured.coach.terminal.Gate;
import structured.coach.terminal.Style;

/** Where the watch writes. */
sealed interface Screen extends AutoCloseable {

    /** What can be shown here at the moment. */
    Style style();

    /** How many lines can be seen at once. */
    int height();

    /** Whether there is somebody who can press keys. */
    boolean hasKeys();

    /** Whether keys are heard only after Enter. */
    boolean needsEnter();

    /** Shows these lines, and what was there before no more; the foot at the lower end. */
    void show(List<String> top, List<String> foot);

    @Override
    void close();

    /** A pipe, or a file: lines come one after another, and stay. */
    record Plain(PrintStream out) implements Screen {
        @Override
        public Style style() {
            return Style.ofOutput();
        }

        @Override
        public int height() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean hasKeys() {
            return false;
        }

        @Override
        public boolean needsEnter() {
            return false;
        }

        @Override
        public void show(List<String> top, List<String> foot) {
            out.println(String.join(System.lineSeparator(), top) + System.lineSeparator());
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    /** A terminal in which keys need no Enter. */
    final class Interactive implements Screen {
        private static final int ESCAPE = 27;

        /** Says where its library can't be unpacked, or may not be run. Commands of the system do the same then. Kept, or it would forget its level. */
        private static final Logger LOG = Logger.getLogger("org.jline");

        private final Terminal terminal;
        private final Attributes before;

        /** Set by whoever closes it, and read by the thread that reads keys. */
        private volatile boolean closed;

        /** Takes over the terminal; keys, changes of size and Ctrl-C go to {@code events}. */
        Interactive(BlockingQueue<Event> events) throws IOException {
            LOG.setLevel(Level.OFF);
            terminal = TerminalBuilder.builder().system(true).build();
            before = terminal.enterRawMode();
            terminal.handle(Terminal.Signal.INT, signal -> events.add(new Event.Quit()));
            terminal.handle(Terminal.Signal.WINCH, signal -> events.add(new Event.Resized()));
            Thread.ofPlatform().daemon().name("reads-keys").start(() -> readKeys(events));
        }

        private void readKeys(BlockingQueue<Event> events) {
            try {
                // Never for long, since the terminal can't be closed while it is read.
                for (int key; !closed && (key = terminal.reader().read(100)) != NonBlockingReader.EOF; ) {
                    if (key == ESCAPE) {
                        skipSequence();
                    } else if (key != NonBlockingReader.READ_EXPIRED) {
                        events.add(new Event.Pressed(key));
                    }
                }
            } catch (IOException e) {
                // The terminal is gone, which comes to the same as its end.
            }
            events.add(new Event.Quit());
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
            return new Style(style.colour(), style.utf8(), columns > 0 ? columns : style.width());
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
}
