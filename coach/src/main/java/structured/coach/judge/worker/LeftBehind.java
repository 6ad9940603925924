package structured.coach.judge.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;
import structured.coach.words.Wording;

/** Finds the threads that a run has started and not ended, and whether it has started processes. */
final class LeftBehind {

    private static final Wording SAY = Wording.of(LeftBehind.class);

    /** To know that there are some, and to name a few: with a hundred thousand of them each look would take seconds. */
    private static final int ENOUGH = 100;

    /** For threads that are about to end, where the verdict depends on it. */
    private static final int A_SECOND = 1000;

    /** Where it doesn't: long enough for what ends by itself, or a next run would need a new worker; and not so long that a learner waits for it. */
    private static final int A_MOMENT = 100;

    private final Frames frames;

    /** Those that were there before the run, and so are none of its business. */
    private final Set<Thread> before = Threads.all().stream().map(Threads.One::thread).collect(Collectors.toCollection(HashSet::new));

    /** Made before a run of a module of these classes. */
    LeftBehind(Frames frames) {
        this.frames = frames;
    }

    /**
     * The threads that are still alive although the run is over, each by its name and place, or an empty list. Since a
     * thread may be about to end, this looks again for a second before it says so; and only for a moment if the run
     * has failed anyway.
     */
    List<String> find(boolean hasFailed) {
        var found = look();
        for (int millis = 1; millis < (hasFailed ? A_MOMENT : A_SECOND) && !found.isEmpty(); millis *= 2) {
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
            if (found.size() == ENOUGH) {
                return found;
            }
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

    /**
     * Whether nothing goes on by which the next run could come to harm, such as a timer, which no test minds: it is a daemon,
     * and in none of the module's code until it is time. Where nothing is found, this takes a moment, and else hardly more.
     */
    boolean isNobody() {
        for (int i = 0; i < 10; i++) {
            if (Threads.all().stream().allMatch(one -> isHarmless(one.thread()))) {
                return true;
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                // As above.
            }
        }
        return false;
    }

    private boolean isHarmless(Thread thread) {
        if (before.contains(thread) || !thread.isAlive()) {
            return true;
        }
        if (thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool()) {
            return ForkJoinPool.commonPool().isQuiescent();
        }
        // Carriers of virtual threads, and others of the JDK's own, are in groups beside that of main.
        var group = thread.getThreadGroup();
        var ours = Thread.currentThread().getThreadGroup();
        return group == null || !thread.isVirtual() && !ours.parentOf(group);
    }

    /** Whether a process was started that may still run: the JDK has a thread that waits for each, and keeps it for a minute. */
    static boolean hasStartedProcesses() {
        return Threads.all().stream().anyMatch(one -> one.thread().getName().startsWith("process reaper"));
    }

    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? SAY.of("thread.virtual") : SAY.of("thread.named", thread.getName());
    }
}
