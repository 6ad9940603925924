package structured.coach.timeline;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * What goes along in a program that is recorded, and tells the flight recorder what that can't know: who forked a thread, and what
 * a virtual thread waits for. {@link Watched} puts the calls of it into the program's classes. It needs nothing but the JDK.
 */
public final class Inside {

    /** The seed of random numbers, where two programs are to have the same. */
    static final String SEED = "workshop.seed";

    /** That a thread has begun, and which one made it. */
    @Name("workshop.Began")
    @Label("Began")
    @Category("Workshop")
    @StackTrace(false)
    static final class Began extends Event {
        @Label("Parent")
        long parent;
    }

    /** That a thread waited. */
    @Name("workshop.Waited")
    @Label("Waited")
    @Category("Workshop")
    static final class Waited extends Event {
        /** Whether it did so for an answer of somebody else's, and not for another thread of the program. */
        @Label("For a service")
        boolean forService;
    }

    /** Where a thread comes from. */
    private static final class Origin {
        private final long parent;
        private boolean isTold;

        private Origin(long parent, boolean isTold) {
            this.parent = parent;
            this.isTold = isTold;
        }
    }

    private static final InheritableThreadLocal<Origin> ORIGIN = new InheritableThreadLocal<>() {
        /** Called by a thread that makes another. */
        @Override
        protected Origin childValue(Origin parent) {
            return new Origin(Thread.currentThread().threadId(), false);
        }
    };

    /** Each task has its own, so that it makes no difference which of them comes first. */
    private static final Map<Integer, SameRandom> RANDOMS = new ConcurrentHashMap<>();

    private Inside() {}

    /** Called at the program's start: from now on it is known of each thread which one made it. */
    public static void start() {
        ORIGIN.set(new Origin(0, true));
        // The recorder takes its time with the first of a kind, in which tasks would be waiting.
        new Began().shouldCommit();
        after(before(), false);
    }

    /** Called where a task may begin. */
    public static void enter() {
        var origin = ORIGIN.get();
        if (origin != null && !origin.isTold) {
            origin.isTold = true;
            var began = new Began();
            began.parent = origin.parent;
            began.commit();
        }
    }

    /** Called before a wait. */
    public static Object before() {
        var waited = new Waited();
        waited.begin();
        return waited;
    }

    /** Called after it, however it ended. */
    public static void after(Object before, boolean forService) {
        var waited = (Waited) before;
        waited.forService = forService;
        waited.commit();
    }

    /** Random numbers that are the same in two programs, for a task of this number. */
    public static SameRandom random(int task) {
        return RANDOMS.computeIfAbsent(task, key -> new SameRandom(mixed(Long.getLong(SEED, 0) + key * 0x9E3779B97F4A7C15L)));
    }

    /** From seeds that are close to each other, a Random makes first numbers that are, too. */
    private static long mixed(long seed) {
        var mixed = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Stands for ThreadLocalRandom. */
    public static final class SameRandom extends Random {
        private static final long serialVersionUID = 1;

        private SameRandom(long seed) {
            super(seed);
        }

        /** For code that belongs to no task. */
        public static SameRandom current() {
            return random(-1);
        }
    }
}
