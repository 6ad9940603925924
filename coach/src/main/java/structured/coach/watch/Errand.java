package structured.coach.watch;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/** Something that takes a while, in a thread of its own, while keys are heard: one at a time, and ended by a word. */
final class Errand {

    /** What it is run for. */
    enum For { PANEL, END }

    private final BlockingQueue<Event> events;

    /** Null, like what it is for, if there is none. */
    private Thread thread;
    private For underWay;

    /** Of the one that was begun last: whatever others bring is out of date. */
    private int number;

    Errand(BlockingQueue<Event> events) {
        this.events = events;
    }

    /** Begins another one; what it brings is an event. */
    void begin(For what, Supplier<List<String>> work) {
        end();
        var own = ++number;
        underWay = what;
        // A platform thread: waiting for a process keeps a virtual one's carrier.
        thread = Thread.ofPlatform().daemon().name("errand").start(() -> events.add(new Event.Brought(own, what, work.get())));
    }

    /** Ends the one that is under way, and says whether there was one. What it has started is gone a moment later. */
    boolean end() {
        if (thread == null) {
            return false;
        }
        number++;
        thread.interrupt();
        thread = null;
        underWay = null;
        return true;
    }

    /** Whether what was brought is still waited for; it is no more, from now on. */
    boolean takes(Event.Brought brought) {
        if (brought.errand() != number) {
            return false;
        }
        thread = null;
        underWay = null;
        return true;
    }

    /** Whether one for this is under way. */
    boolean isUnderWay(For what) {
        return underWay == what;
    }
}
