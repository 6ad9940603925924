package structured.gather;

import static java.util.Collections.nCopies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Calls that mind neither each other, nor what becomes of their lists when they are over. Modules whose calls take lists of tasks have a copy. */
final class TrialIndependence {

    /** A call that runs these tasks, and returns what comes of them. */
    interface Call {
        Object with(List<Callable<String>> tasks) throws Exception;
    }

    private final Call call;
    private final Patience patience = new Patience();

    private TrialIndependence(Call call) {
        this.call = call;
    }

    /** Makes calls of all these kinds. */
    static void assertOf(Call call) throws Exception {
        var trial = new TrialIndependence(call);
        trial.ofOneList();
        trial.manyAtOnce();
        TwoCalls.failureInside(task -> call.with(List.of(task)), "none the worse for it");
        trial.inside();
        trial.interruptedInside();
        trial.afterOthers();
        trial.whenListsChange();
    }

    /** Two tasks that run at the same time throw one and the same exception. */
    static void assertFailAlike(Call call) throws Exception {
        var patience = new Patience();
        var both = new CountDownLatch(2);
        var diskFull = new IOException("disk full");
        Callable<String> task = () -> {
            both.countDown();
            try {
                patience.await(both);
            } catch (InterruptedException e) {
                // The other one has failed already. So does this one.
            }
            throw diskFull;
        };
        var cause = Inputs.reportOf(diskFull, () -> call.with(List.of(task, task)));
        if (cause != diskFull) {
            throw new AssertionError("Two tasks threw one and the same %s, and the call reports: %s".formatted(diskFull, cause));
        }
    }

    /** Two threads may call with one and the same list: neither waits for the other. */
    private void ofOneList() throws Exception {
        var lists = new ConcurrentHashMap<Object, List<Callable<String>>>();
        TwoCalls.ofOneTask(task -> call.with(lists.computeIfAbsent(task, one -> List.of(task))), "done");
    }

    /** More than there are carriers, and none of them is kept. */
    private void manyAtOnce() throws Exception {
        var many = 2 * Runtime.getRuntime().availableProcessors() + 2;
        var all = new CountDownLatch(many);
        var missing = new AtomicInteger();
        Callable<String> task = () -> {
            all.countDown();
            missing.accumulateAndGet(patience.await(all), Math::max);
            return "done";
        };
        Inputs.callIn(nCopies(many, Thread.ofPlatform().daemon()), () -> call.with(List.of(task)));
        if (missing.get() > 0) {
            throw new AssertionError(("Of %d calls at the same time, each of a task that waits for all of them, %d came too late or never: "
                    + "one call waits for another, or a task that waits keeps its carrier.").formatted(many, missing.get()));
        }
    }

    /** A task makes a call, which runs its own task. */
    private void inside() throws Exception {
        var runs = new AtomicInteger();
        call.with(List.of(() -> String.valueOf(call.with(List.of(() -> "run " + runs.incrementAndGet())))));
        if (runs.get() != 1) {
            throw new AssertionError("A task makes a call of its own, whose task was run %d times.".formatted(runs.get()));
        }
    }

    /** A task makes a call, and is interrupted: that call ends, and none of its tasks goes on. */
    private void interruptedInside() throws Exception {
        var goOn = new AtomicInteger();
        var calling = new AtomicReference<Thread>();
        Callable<String> sleeper = () -> {
            goOn.incrementAndGet();
            calling.get().interrupt();
            try {
                patience.sleepUntilInterrupted();
                return "slept to the end";
            } finally {
                goOn.decrementAndGet();
            }
        };
        var wrong = new AtomicReference<String>();
        call.with(List.of(() -> {
            calling.set(Thread.currentThread());
            try {
                wrong.set("and it returned: " + call.with(List.of(sleeper)));
            } catch (InterruptedException expected) {
                if (goOn.get() > 0) {
                    wrong.set("and that was over before its task was");
                }
            }
            Thread.interrupted();
            return "done";
        }));
        if (wrong.get() != null) {
            throw new AssertionError("A task made a call, for another one that sleeps, was interrupted in it, %s.".formatted(wrong));
        }
    }

    /** A call that failed, or was interrupted, leaves nothing to the next one of its thread. */
    private void afterOthers() throws Exception {
        var before = String.valueOf(call.with(twoTasks()));
        try {
            call.with(List.of(() -> "left over", () -> "left over, too", Inputs.throwing(new IOException("disk full"))));
        } catch (Exception e) {
            // What it throws is judged elsewhere.
        }
        assertSame(before, "when a call before it had failed");
        // Many times: next to nothing may be over before anybody waits for it, or just then.
        for (int i = 0; i < 50; i++) {
            for (var tasks : List.of(List.<Callable<String>>of(), List.<Callable<String>>of(() -> "done"), twoTasks())) {
                try {
                    Inputs.assertNoInterruptIsLost("a call of " + Telling.counted(tasks.size(), "task"), () -> call.with(tasks));
                } catch (Exception e) {
                    // So is this.
                }
            }
        }
        assertSame(before, "when calls before it had been interrupted");
    }

    private void assertSame(String expected, String when) throws Exception {
        var now = String.valueOf(call.with(twoTasks()));
        if (!now.equals(expected)) {
            throw new AssertionError("Two tasks return \"done\", and the call returned %s. The same call, %s: %s".formatted(expected, when, now));
        }
    }

    /** What a call has returned is its caller's, and doesn't depend on the list of tasks any more. */
    private void whenListsChange() throws Exception {
        var tasks = new ArrayList<>(twoTasks());
        var results = call.with(tasks);
        var before = String.valueOf(results);
        tasks.clear();
        String after;
        try {
            after = String.valueOf(results);
        } catch (RuntimeException e) {
            after = e.toString();
        }
        if (!after.equals(before)) {
            throw new AssertionError("A call returned %s. When its caller cleared the list of tasks after that, this became of it: %s".formatted(before, after));
        }
    }

    private static List<Callable<String>> twoTasks() {
        return List.of(() -> "done", () -> "done");
    }
}
