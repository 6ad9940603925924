package structured.taskgroup;

import static org.assertj.core.api.Assertions.fail;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** What these tests ask of forEachDone, and what they say of what came out. */
final class Trial {

    private Trial() {}

    /** Where a thread is that waits to enter a monitor, which on JDK 21 keeps its carrier from others; null if there is none. */
    record Pinned(StackTraceElement[] where) {

        static final Pinned NONE = new Pinned(null);

        static Pinned among(Collection<Thread> threads) {
            return threads.stream().filter(thread -> thread.getState() == Thread.State.BLOCKED).findFirst().map(thread -> new Pinned(thread.getStackTrace())).orElse(NONE);
        }

        /** The line of yours that is told is that where they wait. */
        void assertNone(String whatHappened) {
            if (where != null) {
                var failure = new AssertionError(whatHappened + ": one waits to enter a synchronized block or method, and keeps its carrier while it waits "
                        + "for the monitor. If all carriers are kept, nothing runs. A ReentrantLock keeps none.");
                failure.setStackTrace(where);
                throw failure;
            }
        }
    }

    /** Holds a callback until the caller waits in its scope's close, or shows that it goes elsewhere. */
    static void holdUntilItWaitsInClose(Thread caller) {
        Patience.holdUntilClose(caller);
        for (var end = System.nanoTime() + 500_000_000; System.nanoTime() < end && caller.getState() == Thread.State.RUNNABLE; ) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** What says that this should not have been thrown: the line of yours that is told is where it was, and not where its cause was. */
    static AssertionError thrownThere(ExecutionException thrown, String whatHappened) {
        var failure = new AssertionError(whatHappened.formatted(thrown.getCause()));
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }

    /** Makes a call in a callback, which can't throw what a call may throw. */
    static void inACallback(Executable call) {
        try {
            call.execute();
        } catch (Throwable e) {
            throw new IllegalStateException("a call inside a callback failed", e);
        }
    }

    /** Before tests that would wait for a callback in vain: does one ever come? */
    static void assertCallbacksCome() throws Exception {
        var came = new AtomicInteger();
        TaskGroup.forEachDone(List.of(() -> "a"), result -> came.incrementAndGet());
        if (came.get() == 0) {
            fail("A task succeeded, and no callback came. They come from step 2 on; this test is about what they do.");
        }
    }

    /** Makes a call whose callbacks do nothing, and returns nothing, as an expression. */
    static Object forEachDone(List<? extends Callable<?>> tasks) throws InterruptedException, ExecutionException {
        TaskGroup.forEachDone(tasks, result -> {});
        return null;
    }

    /** What a call reports when this was thrown: the cause of the ExecutionException that it has to end with. */
    static Throwable reportOf(String who, Throwable thrown, List<? extends Callable<?>> tasks, Consumer<Object> whenDone)
            throws Exception {
        try {
            TaskGroup.forEachDone(tasks, whenDone);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Throwable e) {
            if (e == thrown) {
                throw new AssertionError("%s threw %s, and forEachDone threw it as it is, not in an ExecutionException.".formatted(who, thrown), e);
            }
            throw e;
        }
        return fail("%s threw %s%s, and forEachDone returned as if all were well.%s", who, thrown,
                who.equals("A callback") && thrown instanceof Error ? ", which is an Error, and no Exception" : "", isReportedByLuck(who, thrown)
                ? " Another call reports it: it depends on who comes first. Who shuts the group down before the failure is kept wakes the owner too early: "
                        + "keep it, and then shut down." : "");
    }

    /** Whether one and the same call reports a task's failure in some runs, and not in others. Of a callback's, each run might print a trace. */
    private static boolean isReportedByLuck(String who, Throwable thrown) throws InterruptedException {
        int reported = 0;
        for (int call = 1; who.equals("A task") && call <= 200; call++) {
            try {
                TaskGroup.forEachDone(List.of(Inputs.throwing(thrown)), result -> {});
            } catch (ExecutionException e) {
                reported++;
            }
            if (reported > 0 && reported < call) {
                return true;
            }
        }
        return false;
    }

    /** How what came differs from what should have come, in whatever order: a message in words; null if it doesn't. */
    static String difference(Collection<?> expected, Collection<?> came) {
        var counts = new HashMap<Object, Integer>();
        expected.forEach(one -> counts.merge(one, 1, Integer::sum));
        came.forEach(one -> counts.merge(one, -1, Integer::sum));
        return counts.values().stream().allMatch(count -> count == 0) ? null : inWords(counts, came.size(), expected.size());
    }

    /** How what came differs from what should have come: "9 came instead of 10: 1 is missing (such as a)". */
    private static String inWords(Map<Object, Integer> counts, int came, int expected) {
        var differences = Stream.of(count(counts, 1, "missing"), count(counts, -1, "too many")).filter(text -> !text.isEmpty()).collect(Collectors.joining(", and "));
        return "%s: %s".formatted(came == expected ? "%d came, as many as should, but not the same ones".formatted(came)
                : "%d came instead of %d".formatted(came, expected), differences);
    }

    /** Those of which there are more, or less, than there should be: "2 are missing (such as a)". */
    private static String count(Map<Object, Integer> counts, int sign, String what) {
        var some = counts.entrySet().stream().filter(one -> one.getValue() * sign > 0).toList();
        var number = some.stream().mapToInt(one -> one.getValue() * sign).sum();
        return some.isEmpty() ? "" : "%d %s %s (such as %s)".formatted(number, number == 1 ? "is" : "are", what, some.getFirst().getKey());
    }
}
