package structured.considerations;

import static java.util.Collections.nCopies;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Callers that are interrupted where it isn't looked for: each has to hear of it, or to keep it. Modules whose calls take lists of tasks have a copy. */
final class TrialInterrupts {

    private final TrialIndependence.Call call;

    /** One that may have two tasks in flight, if it doesn't run them in their order. */
    private final TrialIndependence.Call ofTwo;
    private final Patience patience = new Patience();
    private final Callable<String> fails = Inputs.throwing(new IOException("disk full"));
    private final Callable<String> failsLikewise = Inputs.throwing(new InterruptedException("of its own"));

    private TrialInterrupts(TrialIndependence.Call call, TrialIndependence.Call ofTwo) {
        this.call = call;
        this.ofTwo = ofTwo;
    }

    /** Interrupts callers of these calls in all these ways. */
    static void assertOf(TrialIndependence.Call call, TrialIndependence.Call ofTwo) throws Exception {
        var trial = new TrialInterrupts(call, ofTwo);
        trial.inside();
        trial.before();
        TrialInterruptingTask.assertOf(task -> call.with(List.of(task)));
        trial.inTheEnd();
        for (int place = 0; place < 3; place++) {
            trial.byTheLast(place);
        }
    }

    /** A task makes a call, and is interrupted: that call ends, and none of its tasks goes on. */
    private void inside() throws Exception {
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

    /** The caller is interrupted already, and there is next to nothing to wait for. */
    private void before() throws Exception {
        // Many times: next to nothing may be over before anybody waits for it, or just then.
        for (int i = 0; i < 50; i++) {
            for (var tasks : List.of(List.<Callable<String>>of(), List.<Callable<String>>of(() -> "done"), List.of(fails), List.of(failsLikewise), TrialIndependence.twoTasks())) {
                try {
                    TrialInterruptedCall.assertNoInterruptIsLost("a call of " + Telling.counted(tasks.size(), "task"), () -> call.with(tasks));
                } catch (ExecutionException e) {
                    if (!List.of(fails, failsLikewise).containsAll(tasks)) {
                        throw new AssertionError("Its caller had been interrupted, none of its tasks failed, and the call reports a failure: " + e.getCause(), e);
                    }
                } catch (Exception e) {
                    // What it throws otherwise is judged elsewhere.
                }
            }
        }
    }

    /** While a task tidies up, since another one has failed, the caller is interrupted. */
    private void inTheEnd() throws Exception {
        var caller = Thread.currentThread();
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        Callable<String> tidiesUp = () -> {
            begun.countDown();
            try {
                // No longer, since not everywhere a failure cancels others.
                Thread.sleep(5);
            } catch (InterruptedException cancelled) {
                for (int i = 0; i < 20 && Stream.of(caller.getStackTrace()).noneMatch(frame -> frame.getMethodName().equals("close")); i++) {
                    Thread.sleep(1);
                }
            }
            caller.interrupt();
            interrupted.set(true);
            return "done";
        };
        Callable<String> failsThen = () -> {
            patience.await(begun);
            return fails.call();
        };
        try {
            TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted while a task tidied up, and a call", interrupted::get, () -> ofTwo.with(List.of(tidiesUp, failsThen)));
        } catch (Exception e) {
            // As above.
        }
    }

    /** Of three tasks one, in this place, interrupts the caller when the others have ended, or will not begin before it has. */
    private void byTheLast(int place) throws Exception {
        var caller = Thread.currentThread();
        var ended = new ConcurrentLinkedQueue<Thread>();
        var sleptOn = new AtomicBoolean();
        Callable<String> quick = () -> {
            ended.add(Thread.currentThread());
            return "done";
        };
        Callable<String> interrupting = () -> {
            for (int i = 0; i < 20 && ended.size() < 2; i++) {
                Thread.sleep(Duration.ofNanos(100_000));
            }
            for (var thread : ended) {
                // No longer: it may be one that runs other tasks as well, or this one.
                thread.join(Duration.ofMillis(2));
            }
            TrialInterruptedCall.letItWait(caller);
            caller.interrupt();
            patience.sleepUntilInterrupted();
            sleptOn.set(true);
            return "slept to the end";
        };
        var tasks = new ArrayList<>(nCopies(3, quick));
        tasks.set(place, interrupting);
        try {
            call.with(tasks);
        } catch (Exception e) {
            // As above.
        } finally {
            // Of no use to the rest of the test.
            Thread.interrupted();
        }
        if (sleptOn.get()) {
            throw new AssertionError("Of three tasks that in place %d interrupted the caller, while it was the only one in flight, and was not cancelled.".formatted(place + 1));
        }
    }
}
