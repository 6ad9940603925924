package structured.coach.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A terminal for who waits for one key after another, and has nothing else to do. */
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

    /** No key yet, or one that means nothing here. */
    private static final int NONE = -16;

    private static final String CTRL_D = "\4";

    /** Set by the threads that signals come in. */
    private volatile boolean isInterrupted;
    private volatile boolean isResized;

    private final RawTerminal terminal;

    /** Takes over the terminal of this process. */
    public KeyTerminal() throws IOException {
        terminal = new RawTerminal(() -> isInterrupted = true, () -> isResized = true);
    }

    /** Waits for a key. */
    public int key() {
        try {
            while (!isInterrupted) {
                if (isResized) {
                    isResized = false;
                    return RESIZED;
                }
                var key = key(terminal.read());
                if (key != NONE) {
                    return key;
                }
            }
        } catch (IOException e) {
            // The terminal is gone, which comes to the same as its end.
        }
        return END;
    }

    private static int key(String sent) {
        return switch (sent) {
            case "" -> NONE;
            case CTRL_D -> END;
            case "\033[A", "\033OA" -> UP;
            case "\033[B", "\033OB" -> DOWN;
            case "\033[5~" -> PAGE_UP;
            case "\033[6~" -> PAGE_DOWN;
            default -> sent.startsWith(RawTerminal.ESCAPE) ? NONE : sent.charAt(0);
        };
    }

    /** What can be shown here at the moment. */
    public Style style() {
        return terminal.style();
    }

    /** Whether it hands on a line at a time, and so each key takes an Enter. */
    public boolean needsEnter() {
        return terminal.needsEnter();
    }

    /** How many lines can be seen at once. */
    public int height() {
        return terminal.height();
    }

    /** Shows these lines, and what was there before no more. The cursor is below them. */
    public void show(List<String> lines) {
        terminal.clear();
        var shown = new ArrayList<>(lines);
        shown.add("");
        terminal.write(shown);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
