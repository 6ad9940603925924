package structured.considerations;

import static java.util.Collections.nCopies;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that let only some of their tasks run at once, inside each other and beside each other. */
final class TrialNested {

    /** One of these calls, with so many tasks at once at most. */
    interface Call {
        <T> List<T> of(List<? extends Callable<? extends T>> tasks, int most) throws Exception;
    }

    private final Call call;

    private TrialNested(Call call) {
        this.call = call;
    }

    /** What each call may have in flight is its own affair, whoever makes it. */
    static void assertOf(Call call) throws Exception {
        // Not beside others: what shows only if a task is quicker than its caller doesn't where they want the processors, too.
        TrialIndependence.assertOf(tasks -> call.of(tasks, 1), tasks -> call.of(tasks, 2));
        var trial = new TrialNested(call);
        TrialSideBySide.all(
                () -> TrialIndependence.assertTogetherInside(tasks -> call.of(tasks, 3)),
                () -> TrialIndependence.assertTogetherInside(tasks -> call.of(tasks, 1), tasks -> call.of(tasks, 3)),
                trial::callingIsRunning,
                () -> trial.heldToTheirOwn(1),
                () -> trial.heldToTheirOwn(3));
    }

    /** A task that makes a call is in flight all the while. */
    private void callingIsRunning() throws Exception {
        var inFlight = new AtomicInteger();
        var both = new CountDownLatch(2);
        Callable<Boolean> waits = () -> Trial.showUp(both);
        Callable<Integer> calling = () -> {
            both.countDown();
            var now = inFlight.incrementAndGet();
            call.of(List.of(waits), 1);
            inFlight.decrementAndGet();
            return now;
        };
        if (call.of(List.of(calling, calling), 1).contains(2)) {
            throw new AssertionError("One task at a time, a task made a call of its own, and while that ran, another one was started.");
        }
    }

    /** A call that may run one task at a time runs one at a time, also in a task of a call that may run more. */
    private void heldToTheirOwn(int most) throws Exception {
        Callable<Integer> calling = this::mostInFlight;
        for (int inside : call.of(nCopies(most, calling), most)) {
            if (inside > 1) {
                throw new AssertionError("A call that may run %d at a time has a task that makes a call, which may run one at a time. That one ran %d at once."
                        .formatted(most, inside));
            }
        }
    }

    /** How many tasks are in flight at once in a call that may run one at a time. */
    private int mostInFlight() throws Exception {
        var inFlight = new AtomicInteger();
        var tooMany = new CountDownLatch(1);
        Callable<Integer> task = () -> {
            var now = inFlight.incrementAndGet();
            if (now > 1) {
                tooMany.countDown();
            }
            Trial.showUp(tooMany);
            inFlight.decrementAndGet();
            return now;
        };
        return call.of(nCopies(2, task), 1).stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
