package structured.coach.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the threads that a run has started and not ended. */
final class LeftBehind {

    private final Frames frames;

    /** Those that were there before the run, and so are none of its business. */
    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    /** Made before a run of a module of these classes. */
    LeftBehind(Frames frames) {
        this.frames = frames;
    }

    /**
     * The threads that are still alive although the run is over, each by its name and place, or an empty list. Since a
     * thread may be about to end, this looks again for a second before it says so.
     */
    List<String> find() {
        var found = look();
        for (int millis = 1; millis < 1000 && !found.isEmpty(); millis *= 2) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                // Learners' code may interrupt any thread. This one takes no orders from it.
            }
            found = look();
        }
        return found;
    }

    private List<String> look() {
        var found = new ArrayList<String>();
        for (var one : Threads.all()) {
            var thread = one.thread();
            // In a module's code: any thread, virtual ones too.
            var frame = Arrays.stream(thread.getStackTrace()).filter(frames::isModules).findFirst();
            if (frame.isPresent()) {
                found.add("%s, at %s".formatted(nameOf(thread), frame.get()));
            } else if (!thread.isDaemon() && thread.isAlive() && !before.contains(thread)) {
                // Elsewhere, such as an idle thread of a pool: those that keep a JVM from ending.
                found.add(nameOf(thread));
            }
        }
        return found;
    }

    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "a virtual thread" : "thread " + thread.getName();
    }
}
