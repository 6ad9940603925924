package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.SocketTimeoutException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What a call is tried with: something of each kind that its contract allows. Every module has a copy. */
@SuppressWarnings("preview")
final class Inputs {

    private Inputs() {}

    /** Tasks, what they return in their order, how many of them were run so far, and how to call them in a message. */
    record Tasks(String name, List<Callable<Object>> tasks, List<Object> results, AtomicInteger runs) {

        private static Tasks returning(String name, List<Object> results) {
            var runs = new AtomicInteger();
            var tasks = results.stream().<Callable<Object>>map(result -> () -> { runs.incrementAndGet(); return result; }).toList();
            return new Tasks(name, tasks, results, runs);
        }

        private static Tasks interrupted(String name, int number) {
            var all = returning(name, nCopies(number, "done"));
            return new Tasks(name, all.tasks.stream().<Callable<Object>>map(task -> () -> {
                var before = Thread.currentThread().isInterrupted();
                Thread.currentThread().interrupt();
                return before ? "interrupted before it began, " + task.call() : task.call();
            }).toList(), all.results, all.runs);
        }

        /** Each takes a moment, whoever interrupts it meanwhile. */
        private static Tasks deaf(String name, List<Object> results) {
            var all = returning(name, results);
            return new Tasks(name, all.tasks.stream().<Callable<Object>>map(task -> () -> {
                for (var end = System.nanoTime() + 1_000_000; System.nanoTime() < end; ) {
                    LockSupport.parkNanos(100_000);
                }
                return task.call();
            }).toList(), all.results, all.runs);
        }

        private static Tasks same(String name, int times) {
            var runs = new AtomicInteger();
            return new Tasks(name, nCopies(times, () -> { runs.incrementAndGet(); return "again"; }), nCopies(times, "again"), runs);
        }

        /** The same, each of them made anew when the list is asked for it. */
        private static Tasks onDemand(String name, List<Object> results) {
            var all = returning(name, results);
            return new Tasks(name, new AbstractList<>() {
                @Override
                public Callable<Object> get(int index) {
                    return () -> all.tasks.get(index).call();
                }

                @Override
                public int size() {
                    return all.tasks.size();
                }
            }, all.results, all.runs);
        }

        /** Each of so many calls, made by this caller, has to have run each task once, and to have left alone what they returned. */
        void assertRunIn(int calls, Caller caller) {
            if (runs.get() != calls * tasks.size()) {
                fail("%s calls%s with %s ran tasks %s times.", calls, caller.by(), name, runs);
            }
            assertNoneClosed(caller.by());
        }

        /** What tasks return is left as it is. */
        void assertNoneClosed(String by) {
            if (results.stream().anyMatch(result -> result instanceof Resource resource && resource.closed)) {
                fail("Of %s, a call%s has closed it. That is the business of those who get it.", name, by);
            }
        }
    }

    /** Lists of tasks that succeed: none, one, some and a thousand; with results that are null, equal, or in no order. */
    static List<Tasks> tasks() {
        return List.of(
                Tasks.returning("no tasks", List.of()),
                Tasks.returning("a single task", List.of("a")),
                Tasks.returning("a single task that returns null", Collections.singletonList(null)),
                Tasks.returning("two tasks that return b and a", List.of("b", "a")),
                Tasks.returning("three tasks, the second of which returns null", Arrays.asList("a", null, "c")),
                Tasks.returning("five tasks with equal results", nCopies(5, "x")),
                Tasks.returning("twelve tasks that return 12 to 1", new ArrayList<>(IntStream.range(0, 12).mapToObj(i -> 12 - i).toList())),
                Tasks.returning("tasks that return an exception, nothing optional, a future that has failed, and a list",
                        List.of(new IOException("returned"), Optional.empty(), CompletableFuture.failedFuture(new IOException("of a future")), List.of("a", "list"))),
                Tasks.deaf("three tasks that return the same thing, which can be closed", nCopies(3, new Resource())),
                Tasks.same("the same task, three times", 3),
                Tasks.onDemand("three tasks of a list that makes each when it is asked for it", List.of("a", "b", "c")),
                Tasks.interrupted("three tasks that end with their thread's interrupt set", 3),
                Tasks.returning("a thousand tasks that return their numbers", new ArrayList<>(IntStream.range(0, 1000).boxed().toList())));
    }

    /** What can be closed, by whom it belongs to. */
    private static final class Resource implements AutoCloseable {
        private volatile boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Somebody who makes a call, in a message: "a virtual thread". */
    record Caller(String name, How how) {

        static final String ORDINARY = "a platform thread";

        interface How {
            Object call(Callable<?> call) throws Exception;
        }

        /** Makes the call, and returns what it returns, or throws what it throws. */
        Object call(Callable<?> call) throws Exception {
            return how.call(call);
        }

        /** What a sentence ends with that tells of its call: nothing, where it is an ordinary one. */
        String by() {
            return name.equals(ORDINARY) ? "" : " (called by " + name + ")";
        }
    }

    /** The kinds of threads that may call, and two that call at the same time. The result is that of the one that fails, or of any. */
    static List<Caller> callers() {
        return List.of(
                new Caller(Caller.ORDINARY, call -> callIn(List.of(Thread.ofPlatform().daemon()), call)),
                new Caller("a virtual thread", call -> callIn(List.of(Thread.ofVirtual()), call)),
                new Caller("a thread that somebody has unparked before", call -> callIn(List.of(Thread.ofVirtual()), () -> {
                    LockSupport.unpark(Thread.currentThread());
                    return call.call();
                })),
                new Caller("two threads at the same time", call -> callIn(List.of(Thread.ofPlatform().daemon(), Thread.ofVirtual()), call)));
    }

    /** Makes the call in each of these threads at the same time. The result is that of one of them, or what one of them throws. */
    static Object callIn(List<? extends Thread.Builder> threads, Callable<?> call) throws Exception {
        var patience = new Patience();
        var together = new CountDownLatch(threads.size());
        var calls = new ArrayList<FutureTask<Object>>();
        for (var thread : threads) {
            var one = new FutureTask<Object>(() -> {
                together.countDown();
                patience.await(together);
                return call.call();
            });
            calls.add(one);
            thread.start(one);
        }
        Object result = null;
        for (var one : calls) {
            try {
                result = one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        }
        return result;
    }

    /** What a task may throw, something of each kind: whatever it is, it is this task's failure. */
    static List<Throwable> failures() {
        var itsCause = new IOException("its cause");
        return List.of(
                new IOException("disk 100% full", null),    // which can be given none any more
                new IOException("disk full", new InterruptedException("its cause")),
                new IllegalStateException("closed"),
                new AssertionError("two and two"),
                new StackOverflowError("too deep"),
                new InterruptedException("thrown by the task itself"),
                new ExecutionException("of another call", itsCause),
                new CompletionException("of a future", itsCause),
                new UncheckedIOException("of a stream", itsCause),
                new InvocationTargetException(itsCause, "of a method that was looked up"),
                new UndeclaredThrowableException(itsCause, "of a proxy"),
                new CancellationException("of a future"),
                new TimeoutException("of the task's own"),
                new SocketTimeoutException("an InterruptedIOException, as which a read tells that it took too long"),
                new StructureViolationException("of the task's own"),
                new Endless(),
                new InterruptSet());
    }

    /** Nobody knows where it comes from, and who asks for the cause of its cause, and so on, never comes to an end. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Endless() {
            super("without a stack trace", new IOException("its cause"), true, false);
            getCause().initCause(this);
        }
    }

    /** Thrown in a thread whose interrupt has been set, by the task itself: that doesn't make it a cancelled one. */
    static final class InterruptSet extends IOException {
        private static final long serialVersionUID = 1;

        InterruptSet() {
            super("disk full, and the thread's interrupt set");
        }
    }

    /** A task that throws this, be it an Error. */
    static <T> Callable<T> throwing(Throwable thrown) {
        return () -> {
            if (thrown instanceof InterruptSet) {
                Thread.currentThread().interrupt();
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        };
    }

    /** The same, but only so many times: whoever tries again what has failed hears of no failure. */
    static <T> Callable<T> throwing(Throwable thrown, int times) {
        var left = new AtomicInteger(times);
        return () -> left.getAndDecrement() > 0 ? Inputs.<T>throwing(thrown).call() : null;
    }

    /** Makes the call, which has to close the scopes that it opens, however it ends. */
    static Object closed(Callable<?> call) throws Exception {
        try {
            // What is open when a binding ends has been left open in it.
            return ScopedValue.where(ScopedValue.newInstance(), "bound").call(() -> call.call());
        } catch (Throwable e) {
            for (var suppressed : e.getSuppressed()) {
                if (suppressed instanceof StructureViolationException left) {
                    throw left;
                }
            }
            throw e;
        }
    }

    /** What a call reports of a task that throws this: the cause of the ExecutionException that it has to end with. */
    static Throwable reportOf(Throwable thrown, Callable<?> call) throws Exception {
        Object result;
        try {
            result = closed(call);
        } catch (Throwable e) {
            if (e == thrown) {
                throw new AssertionError("A task threw %s, and the call threw it as it is, not in an ExecutionException.".formatted(thrown), e);
            }
            if (e instanceof ExecutionException) {
                return e.getCause();
            }
            throw e;
        }
        return fail("A task threw %s, and the call returned: %s", thrown, result);
    }
}
