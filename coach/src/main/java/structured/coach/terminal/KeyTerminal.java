package structured.coach.terminal;

import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** A terminal in which keys need no Enter, for who waits for one key after another. */
public final class KeyTerminal implements AutoCloseable {

    /** What is no character. */
    public static final int UP = -10;
    public static final int DOWN = -11;
    public static final int PAGE_UP = -12;
    public static final int PAGE_DOWN = -13;
    /** The terminal has another size now. */
    public static final int RESIZED = -14;
    /** Ctrl-C, Ctrl-D, or the terminal is gone. */
    public static final int END = -15;

    private static final int CTRL_D = 4;
    private static final int ESCAPE = 27;

    /** Says where its library can't be unpacked, or may not be run. Commands of the system do the same then. Kept, or it would forget its level. */
    private static final Logger LOG = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final Attributes before;

    /** Set by the threads that signals come in. */
    private volatile boolean isInterrupted;
    private volatile boolean isResized;

    /** Takes over the terminal of this process. */
    public KeyTerminal() throws IOException {
        LOG.setLevel(Level.OFF);
        terminal = TerminalBuilder.builder().system(true).build();
        before = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, signal -> isInterrupted = true);
        terminal.handle(Terminal.Signal.WINCH, signal -> isResized = true);
    }

    /** Waits for a key. */
    public int key() {
        try {
            while (!isInterrupted) {
                if (isResized) {
                    isResized = false;
                    return RESIZED;
                }
                var key = terminal.reader().read(100);
                switch (key) {
                    case NonBlockingReader.READ_EXPIRED -> { }
                    case NonBlockingReader.EOF, CTRL_D -> {
                        return END;
                    }
                    case ESCAPE -> {
                        var special = special();
                        if (special != 0) {
                            return special;
                        }
                    }
                    default -> {
                        return key;
                    }
                }
            }
        } catch (IOException e) {
            // The terminal is gone, which comes to the same as its end.
        }
        return END;
    }

    /** The key that a sequence stands for, or 0: what a terminal answers that was asked what it can do is none, either. */
    private int special() throws IOException {
        var sequence = new StringBuilder();
        while (terminal.reader().peek(20) >= 0) {
            sequence.append((char) terminal.reader().read());
        }
        return switch (sequence.toString()) {
            case "[A", "OA" -> UP;
            case "[B", "OB" -> DOWN;
            case "[5~" -> PAGE_UP;
            case "[6~" -> PAGE_DOWN;
            default -> 0;
        };
    }

    /** What can be shown here at the moment. */
    public Style style() {
        var columns = terminal.getColumns();
        var style = Style.ofOutput();
        return new Style(style.colour(), style.utf8(), columns > 0 ? columns : style.width());
    }

    /** Whether it hands on a line at a time, and so each key takes an Enter. */
    public boolean needsEnter() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** How many lines can be seen at once. */
    public int height() {
        return terminal.getRows() > 0 ? terminal.getRows() : 24;
    }

    /** Shows these lines, and what was there before no more. */
    public void show(List<String> lines) {
        // A terminal that can't clear itself (TERM=dumb) gets an empty line instead.
        if (!terminal.puts(Capability.clear_screen)) {
            terminal.writer().println();
        }
        lines.stream().map(Gate::through).forEach(terminal.writer()::println);
        terminal.flush();
    }

    @Override
    public void close() {
        try (terminal) {
            terminal.setAttributes(before);
        } catch (IOException | IOError e) {
            // It is gone.
        }
    }
}
