package structured.gather;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What the threads of one run did, in the order in which they did it: a column a thread, a row a step. Public, as your
 * classes, loaded once more by {@link Yielding}, are strangers in this package. Modules that explore have a copy.
 */
public final class Interleaving {

    private static final int ROWS = 15;

    /** What a record does without a line of its own, such as equals, is said to be done there. Nothing of it can be changed by others. */
    private static final String HEAD_OF_A_RECORD = "(?:[a-z]+ )*record \\w+.*";

    /** That of the run which is going on, or null. One run at a time, so threads that come late write into the wrong one, at worst. */
    private static volatile Interleaving current;

    /** The last few steps, the next one's place being {@code next}: which thread, and where, or what a test has to say. Arrays are quick. */
    private final int[] threads = new int[ROWS];
    private final String[] files = new String[ROWS];
    private final int[] lines = new int[ROWS];
    private final String[] said = new String[ROWS];
    private int next;

    private final Schedule schedule;

    private final Map<Object, ReentrantLock> locks = Collections.synchronizedMap(new IdentityHashMap<>());

    /** What the run was seen to break, and whether strangers took steps. */
    private volatile AssertionError broken;
    private volatile boolean strangers;

    private Interleaving(Schedule schedule) {
        this.schedule = schedule;
    }

    /** From now on, steps are written down here. */
    static Interleaving start(Schedule schedule) {
        return current = new Interleaving(schedule);
    }

    static void stop() {
        current = null;
    }

    /** What your classes call before each step. */
    public static void step(String file, int line) {
        giveWay();
        write(file, line, null);
    }

    /** Lets another thread go on, if it is one's turn. */
    public static void giveWay() {
        var run = current;
        if (run != null && !run.schedule.goesOn()) {
            Thread.yield();
        }
    }

    /** In place of a monitor that your code enters, and leaves: a lock, since a thread gives way in that. */
    public static void enter(Object monitor) {
        var run = current;
        if (run != null) {
            run.locks.computeIfAbsent(monitor, first -> new ReentrantLock()).lock();
        }
    }

    public static void exit(Object monitor) {
        var run = current;
        var lock = run == null ? null : run.locks.get(monitor);
        // It may have been entered in an earlier run, by a thread that was late.
        if (lock != null && lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }

    /** For tests: writes down what just happens, with the words of a row. Another thread may go on before and after it. */
    public static void note(String said) {
        giveWay();
        write(null, 0, said);
        giveWay();
    }

    /**
     * For tests: waits for three threads that only now start. So others get on meanwhile, mostly those of low priority, too; and
     * whoever calls this comes late. Where the calling thread is interrupted, it doesn't wait, and stays interrupted; nor where it keeps
     * its carrier.
     */
    public static void letOthersGoOn() {
        if (keepsItsCarrier()) {
            return;
        }
        var three = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            Thread.ofVirtual().start(() -> {
                giveWay();
                three.countDown();
            });
        }
        try {
            three.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the calling thread can't give way: in a monitor of the JDK's, such as that of a synchronizedMap, on JDK 21. */
    private static boolean keepsItsCarrier() {
        var run = current;
        int before = run == null ? 0 : run.schedule.steps();
        Thread.yield();
        return run != null && run.schedule.steps() == before;
    }

    /** For tests: somebody interrupts this thread, before or after any of its steps. Tells whether that has happened. */
    public static BooleanSupplier interruptSomewhere(Thread thread) {
        var happened = new boolean[1];
        Thread.ofVirtual().start(() -> {
            note("somebody interrupts the caller");
            thread.interrupt();
            happened[0] = true;
        });
        return () -> happened[0];
    }

    /** For tests: the run has just broken what was promised. This ends the rows, whatever becomes of the exception. */
    public static void broken(String promise) {
        var failure = new AssertionError(promise);
        var run = current;
        if (run != null && run.broken == null) {
            write(null, 0, "which breaks the promise");
            run.broken = failure;
        }
        throw failure;
    }

    private static void write(String file, int line, String said) {
        var run = current;
        if (run == null) {
            return;
        }
        int thread = run.schedule.thread();
        if (thread < 0) {
            run.strangers = true;
        } else if (run.broken == null) {
            run.write(thread, file, line, said);
        }
    }

    private void write(int thread, String file, int line, String text) {
        int before = (next + ROWS - 1) % ROWS;
        // A row for all steps at a line.
        if (next == 0 || text != null || said[before] != null || threads[before] != thread || lines[before] != line || !file.equals(files[before])) {
            int place = next++ % ROWS;
            threads[place] = thread;
            files[place] = file;
            lines[place] = line;
            said[place] = text;
        }
    }

    AssertionError broken() {
        return broken;
    }

    /** Whether threads took steps that the run's order doesn't rule. */
    boolean hasStrangers() {
        return strangers;
    }

    /** The rows, with the text that a file has at a line. */
    String table(BiFunction<String, Integer, String> textAt) {
        var places = IntStream.range(Math.max(0, next - ROWS), next).map(place -> place % ROWS)
                .filter(place -> said[place] != null || !textAt.apply(files[place], lines[place]).matches(HEAD_OF_A_RECORD)).toArray();
        var columns = IntStream.of(places).map(place -> threads[place]).distinct().sorted().toArray();
        var table = new StringBuilder("\n    ");
        IntStream.of(columns).forEach(i -> table.append("%-8s".formatted(i == 0 ? "caller" : "task " + i)));
        for (int place : places) {
            table.append("\n    ");
            for (int column : columns) {
                table.append("%-8s".formatted(column != threads[place] ? "" : said[place] != null ? "  *" : String.format(Locale.ROOT, "%4d", lines[place])));
            }
            var text = said[place] != null ? said[place] : textAt.apply(files[place], lines[place]);
            int room = Math.max(20, 72 - 8 * columns.length);
            table.append(text.length() <= room ? text : text.substring(0, room - 3) + "...");
        }
        return table.append('\n').toString().replaceAll(" +\n", "\n");
    }
}
