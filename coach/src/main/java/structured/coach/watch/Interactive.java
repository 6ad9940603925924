package structured.coach.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import structured.coach.terminal.RawTerminal;
import structured.coach.terminal.Style;

/** A terminal whose keys are events, read by a thread of its own. */
final class Interactive implements Screen {

    private final RawTerminal terminal;

    /** Whoever has it may read what is pressed: keys of ours, or the program that the terminal is lent to. */
    private final Lock keys = new ReentrantLock(true);
    private volatile boolean isLent;

    /** What was shown last, and on how large a screen; an empty one if it can't be cleared. */
    private List<String> shownFoot = List.of();
    private int shownHeight;
    private int shownColumns;

    /** Set by whoever closes it, and read by the thread that reads keys. */
    private volatile boolean closed;

    /** Takes over the terminal; keys, changes of size and Ctrl-C go to {@code events}. */
    Interactive(BlockingQueue<Event> events) throws IOException {
        terminal = new RawTerminal(() -> {
            // Or else Ctrl-C is for the program that has the terminal.
            if (!isLent) {
                events.add(new Event.Quit());
            }
        }, () -> events.add(new Event.Resized()));
        Thread.ofPlatform().daemon().name("reads-keys").start(() -> readKeys(events));
    }

    private void readKeys(BlockingQueue<Event> events) {
        try {
            while (!closed) {
                var key = readKey();
                // None that sends a sequence is a key of ours.
                if (!key.isEmpty() && !key.startsWith(RawTerminal.ESCAPE)) {
                    events.add(new Event.Pressed(key.charAt(0)));
                }
            }
        } catch (IOException e) {
            // The terminal is gone, which comes to the same as its end.
        }
        events.add(new Event.Quit());
    }

    /** Nothing, once it is closed. */
    private String readKey() throws IOException {
        keys.lock();
        try {
            return closed ? "" : terminal.read();
        } finally {
            keys.unlock();
        }
    }

    @Override
    public <T> T lend(Borrower<T> borrower) throws IOException, InterruptedException {
        keys.lock();
        isLent = true;
        try {
            terminal.leave();
            return borrower.run();
        } finally {
            terminal.takeBack();
            isLent = false;
            keys.unlock();
        }
    }

    @Override
    public Style style() {
        return terminal.style();
    }

    @Override
    public int height() {
        return terminal.height();
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public boolean needsEnter() {
        return terminal.needsEnter();
    }

    @Override
    public void show(List<String> top, List<String> foot) {
        var lines = new ArrayList<>(top);
        var clears = terminal.clear();
        do {
            lines.add("");
        } while (clears && lines.size() + foot.size() < height());
        lines.addAll(foot);
        if (!clears) {
            lines.add("");
        }
        terminal.write(lines);
        shownFoot = foot;
        shownHeight = clears ? height() : 0;
        shownColumns = style().columns();
    }

    @Override
    public boolean changeFoot(List<String> foot) {
        if (foot.size() != shownFoot.size()) {
            return false;
        }
        if (shownHeight == 0) {
            return true;    // There, all comes below what was shown before: too much for a line that changes.
        }
        if (shownHeight != height() || shownColumns != style().columns()) {
            return false;
        }
        for (int i = 0; i < foot.size(); i++) {
            if (!foot.get(i).equals(shownFoot.get(i)) && !terminal.rewrite(shownHeight - foot.size() + i, foot.get(i))) {
                return false;
            }
        }
        shownFoot = foot;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        keys.lock();
        try {
            // To the line below the foot.
            terminal.write(List.of("", ""));
            terminal.close();
        } finally {
            keys.unlock();
        }
    }
}
