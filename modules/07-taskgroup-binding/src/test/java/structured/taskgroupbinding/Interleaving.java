package structured.taskgroupbinding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What the threads of one run did, in the order in which they did it: a column a thread, a row a step. Public, as your
 * classes, loaded once more by {@link Yielding}, are strangers in this package. Modules that explore have a copy.
 */
public final class Interleaving {

    private static final int ROWS = 15;

    /** That of the run which is going on, or null. One run at a time, so threads that come late write into the wrong one, at worst. */
    private static volatile Interleaving current;

    /** A step at a line of a file, or, without a file, something that the test has to say of it. */
    private record Step(int thread, String file, int line, String said) {
        boolean isLike(Step other) {
            return other != null && said == null && other.said == null && thread == other.thread && line == other.line && file.equals(other.file);
        }
    }

    private final Schedule schedule;

    /** The last few. Touched by one thread at a time, as all that a run does. */
    private final Deque<Step> steps = new ArrayDeque<>();

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
        var thread = run.schedule.thread();
        if (thread < 0) {
            run.strangers = true;
        } else if (run.broken == null) {
            var step = new Step(thread, file, line, said);
            if (!step.isLike(run.steps.peekLast())) {
                run.steps.add(step);
            }
            if (run.steps.size() > ROWS) {
                run.steps.removeFirst();
            }
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
        var columns = steps.stream().map(Step::thread).distinct().sorted().toList();
        var table = new StringBuilder("\n    " + columns.stream().map(i -> "%-8s".formatted(i == 0 ? "caller" : "task " + i)).collect(Collectors.joining()) + "\n");
        for (var step : steps) {
            table.append("    ");
            for (var column : columns) {
                table.append("%-8s".formatted(column != step.thread ? "" : step.said != null ? "  *" : String.format(Locale.ROOT, "%4d", step.line)));
            }
            var text = step.said != null ? step.said : textAt.apply(step.file, step.line);
            var room = Math.max(20, 76 - 4 - 8 * columns.size());
            table.append(text.length() <= room ? text : text.substring(0, room - 3) + "...").append('\n');
        }
        return table.toString().replaceAll(" +\n", "\n");
    }

    /** The JDK's code can't be given steps, so this is what ArrayList does if two threads add at the same time. */
    public static final class ListInSteps<E> extends ArrayList<E> {
        public ListInSteps() {}

        public ListInSteps(int capacity) {
            super(capacity);
        }

        public ListInSteps(Collection<? extends E> elements) {
            super(elements);
        }

        @Override
        public boolean add(E element) {
            var at = size();
            giveWay();
            if (at < size()) {
                set(at, element);
                return true;
            }
            return super.add(element);
        }
    }

    /** Likewise: of two first entries, which both make the table, one is lost. */
    public static final class MapInSteps<K, V> extends HashMap<K, V> {
        public MapInSteps() {}

        public MapInSteps(int capacity) {
            super(capacity);
        }

        public MapInSteps(int capacity, float load) {
            super(capacity, load);
        }

        public MapInSteps(Map<? extends K, ? extends V> entries) {
            super(entries);
        }

        @Override
        public V put(K key, V value) {
            var isFirst = isEmpty();
            giveWay();
            if (isFirst) {
                clear();
            }
            return super.put(key, value);
        }
    }
}
