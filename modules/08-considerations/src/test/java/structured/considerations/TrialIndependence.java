package structured.considerations;

import static java.util.Collections.nCopies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that mind neither each other, nor what becomes of their lists when they are over. Modules whose calls take lists of tasks have a copy. */
final class TrialIndependence {

    /** A call that runs these tasks, and returns what comes of them. */
    interface Call {
        Object with(List<Callable<String>> tasks) throws Exception;
    }

    private final Call call;

    /** One that may have two tasks in flight, if it doesn't run them in their order. */
    private final Call ofTwo;
    private final Patience patience = new Patience();

    private TrialIndependence(Call call, Call ofTwo) {
        this.call = call;
        this.ofTwo = ofTwo;
    }

    /** Makes calls of all these kinds. */
    static void assertOf(Call call) throws Exception {
        assertOf(call, call);
    }

    /** The same, where one task at a time may be in flight, in whatever order, and in the other kind of call two. */
    static void assertOf(Call call, Call ofTwo) throws Exception {
        var trial = new TrialIndependence(call, ofTwo);
        trial.ofOneList();
        trial.manyAtOnce();
        TwoCalls.failureInside(task -> call.with(List.of(task)), "none the worse for it");
        TwoCalls.failureInside(task -> call.with(List.of(() -> "before it", task, () -> "after it")), "none the worse for it");
        trial.inside();
        trial.afterOthers();
        trial.afterItsFailure();
        trial.resultsStay();
    }

    /** The same of calls whose tasks all run at the same time. */
    static void assertOfTogether(Call call) throws Exception {
        assertOf(call);
        assertTogetherInside(call);
    }

    /** Three tasks run at the same time, also if it is a task that makes the call. */
    static void assertTogetherInside(Call call) throws Exception {
        assertTogetherInside(call, call);
    }

    /** The same, where it is another kind of call that is made inside this one. */
    static void assertTogetherInside(Call call, Call inside) throws Exception {
        var trial = new TrialIndependence(call, call);
        var three = new CountDownLatch(3);
        var missing = new AtomicInteger();
        Callable<String> task = () -> trial.after(three, missing);
        trial.within(20, () -> String.valueOf(inside.with(nCopies(3, task)))).call();
        if (missing.get() > 0) {
            throw new AssertionError("A task makes a call for three tasks that wait for each other, in a call in a call, twenty deep, and %s came too late or never."
                    .formatted(missing));
        }
    }

    /** A task that makes a call for a task that makes a call, and so on, until it comes to this one. */
    private Callable<String> within(int calls, Callable<String> task) {
        return calls == 0 ? task : () -> String.valueOf(call.with(List.of(within(calls - 1, task))));
    }

    /** Counts down, waits for the others that do so, and keeps how many of them are missing. */
    private String after(CountDownLatch others, AtomicInteger missing) throws InterruptedException {
        others.countDown();
        missing.accumulateAndGet(patience.await(others), Math::max);
        return "done";
    }

    /** Two threads may call with one and the same list: neither waits for the other. */
    private void ofOneList() throws Exception {
        var lists = new ConcurrentHashMap<Object, List<Callable<String>>>();
        TwoCalls.ofOneTask(task -> call.with(lists.computeIfAbsent(task, one -> List.of(task))), "done");
        // Its lock is its caller's, too. All others than that wait for it then.
        var locked = twoTasks();
        synchronized (locked) {
            call.with(locked);
        }
    }

    /** More than there are carriers, of either kind of thread, and none of them is kept. */
    private void manyAtOnce() throws Exception {
        var threads = new ArrayList<Thread.Builder>(nCopies(2 * Runtime.getRuntime().availableProcessors() + 2, Thread.ofPlatform().daemon()));
        threads.addAll(nCopies(threads.size(), Thread.ofVirtual()));
        var all = new CountDownLatch(threads.size());
        var missing = new AtomicInteger();
        Callable<String> task = () -> after(all, missing);
        Inputs.callIn(threads, () -> call.with(List.of(task)));
        if (missing.get() > 0) {
            throw new AssertionError(("Of %d calls at the same time, each of a task that waits for all of them, %d came too late or never: "
                    + "one call waits for another, or a task that waits keeps its carrier.").formatted(threads.size(), missing.get()));
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

    /** Calls that failed, or were interrupted, leave nothing to the next one of their thread. */
    private void afterOthers() throws Exception {
        var before = String.valueOf(call.with(twoTasks()));
        try {
            call.with(List.of(() -> "left over", () -> "left over, too", Inputs.throwing(new IOException("disk full"))));
        } catch (Exception e) {
            // What it throws is judged elsewhere.
        }
        assertSame(before, "when a call before it had failed");
        TrialInterrupts.assertOf(call, ofTwo);
        assertSame(before, "when calls before it had been interrupted");
    }

    /** A task that has failed in one call is run in the next one as any other. */
    private void afterItsFailure() throws Exception {
        var runs = new AtomicInteger();
        var twoRunsAndOne = new CountDownLatch(3);
        var missing = new AtomicInteger();
        Callable<String> recovers = () -> {
            twoRunsAndOne.countDown();
            return runs.getAndIncrement() == 0 ? Inputs.<String>throwing(new IOException("disk full")).call() : "done";
        };
        try {
            ofTwo.with(List.of(recovers));
        } catch (Exception e) {
            // As above.
        }
        ofTwo.with(List.of(recovers, () -> after(twoRunsAndOne, missing)));
        if (missing.get() > 0) {
            throw new AssertionError("A task failed in one call. In the next one another task waited for it in vain: it came too late or never.");
        }
    }

    private void assertSame(String expected, String when) throws Exception {
        var now = String.valueOf(call.with(twoTasks()));
        if (!now.equals(expected)) {
            throw new AssertionError("Two tasks return \"done\", and the call returned %s. The same call, %s: %s".formatted(expected, when, now));
        }
    }

    /** What a call has returned is its caller's: neither the list of tasks nor another call has anything to do with it any more. */
    private void resultsStay() throws Exception {
        var tasks = new ArrayList<>(twoTasks());
        var results = call.with(tasks);
        var before = String.valueOf(results);
        call.with(List.of(() -> "another"));
        assertStill(before, results, "its thread made another call");
        tasks.clear();
        assertStill(before, results, "its caller cleared the list of tasks");
        Object ofNobody;
        try {
            ofNobody = call.with(tasks);
        } catch (Exception e) {
            // Of nobody not every call has a result.
            return;
        }
        before = String.valueOf(ofNobody);
        tasks.addAll(twoTasks());
        assertStill(before, ofNobody, "its caller added tasks to the list, which had been empty");
    }

    private static void assertStill(String before, Object results, String when) {
        String after;
        try {
            after = String.valueOf(results);
        } catch (RuntimeException e) {
            after = e.toString();
        }
        if (!after.equals(before)) {
            throw new AssertionError("A call returned %s. When %s after that, this became of it: %s".formatted(before, when, after));
        }
    }

    static List<Callable<String>> twoTasks() {
        return List.of(() -> "done", () -> "done");
    }
}
