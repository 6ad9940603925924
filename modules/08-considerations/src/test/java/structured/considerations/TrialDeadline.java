package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Calls of gatherWithin some of whose tasks are late, or make a call that is. */
final class TrialDeadline {

    private static final Duration A_MOMENT = Duration.ofMillis(5);

    private TrialDeadline() {}

    /** Null if the call ended with a TimeoutException. */
    static List<String> timedOut(List<Callable<String>> tasks, Duration timeout) throws Exception {
        try {
            return Deadline.gatherWithin(tasks, timeout);
        } catch (TimeoutException expected) {
            return null;
        } catch (ArithmeticException | DateTimeException e) {
            throw new AssertionError("With a timeout of %s, gatherWithin threw %s".formatted(timeout, e), e);
        }
    }

    /** Sleeps until what is due in so many milliseconds has come: in the end in short sleeps, since each is longer where others want the processors, too. */
    static void sleepPast(long millis) throws InterruptedException {
        Thread.sleep(Math.max(0, millis));
        for (int i = 0; i < 5; i++) {
            Thread.sleep(1);
        }
    }

    /** A task takes five times as long as it has, which is no time at all. */
    static void assertKeptToTheMillisecond() throws Exception {
        // On a busy machine a caller may come to look at the clock when the task is over. But not each time.
        var inTime = 0;
        while (inTime < 20 && timedOut(List.of(() -> { Thread.sleep(25); return "too late"; }), A_MOMENT) != null) {
            inTime++;
        }
        if (inTime == 20) {
            fail("A task took 25 ms, and had 5. In each of 20 calls gatherWithin returned its result: it looks at the clock too seldom.");
        }
    }

    /** Three tasks are late, and return all the same, or fail as one does that is cancelled while it reads from a channel. */
    static void assertLateHoweverTheyEnd() throws Exception {
        TrialSideBySide.of(List.<Callable<String>>of(() -> "too late", Inputs.throwing(new IOException("channel closed")),
                Inputs.throwing(new IllegalStateException("out of order")), Inputs.throwing(new AssertionError("a bug"))), end -> {
                    // Before all of them sleep, there is none that could be late.
                    long given = 5;
                    Trial trial;
                    do {
                        given *= 3;
                        trial = new Trial(3);
                        var slow = trial.slowToStop;
                        Callable<String> late = () -> { slow.call(); return end.call(); };
                        try {
                            var tooLate = timedOut(nCopies(3, late), Duration.ofMillis(given));
                            if (tooLate != null) {
                                fail("Three tasks were cancelled at the deadline, returned all the same, and gatherWithin returned: %s", tooLate);
                            }
                        } catch (ExecutionException e) {
                            throw new AssertionError(("Three tasks were cancelled at the deadline, each threw %s as its answer, and gatherWithin ended with an "
                                    + "ExecutionException. They were late before they failed.").formatted(e.getCause()), e);
                        }
                    } while (trial.asleep() < 3 && given < 400);
                });
    }

    /** Two calls are late. A task of one goes on until the other is over; and each has an exception of its own. */
    static void assertLateEachForItself() throws Exception {
        var patience = new Patience();
        var firstIsLate = new CountDownLatch(1);
        var otherIsOver = new CountDownLatch(1);
        var missing = new AtomicInteger();
        Callable<String> deaf = () -> {
            try {
                patience.sleepUntilInterrupted();
            } catch (InterruptedException late) {
                firstIsLate.countDown();
                missing.set(patience.await(otherIsOver));
            }
            return "too late";
        };
        var first = new FutureTask<>(() -> exceptionOf(deaf));
        Thread.ofPlatform().daemon().start(first);
        if (patience.await(firstIsLate) > 0) {
            // That it is never late is another test's.
            return;
        }
        var second = exceptionOf(() -> { new Patience().sleepUntilInterrupted(); return "slept to the end"; });
        otherIsOver.countDown();
        if (missing.get() > 0 || second == null) {
            fail("Two calls were late. A task of one went on, and meanwhile the other one's time was never over.");
        }
        if (first.get() == second) {
            fail("Two calls were late, and both threw one and the same TimeoutException. What the caller of one adds to it, the other's finds there; and it tells of one call only.");
        }
    }

    /** Null if it was not late. */
    private static TimeoutException exceptionOf(Callable<String> sleeper) throws Exception {
        try {
            Deadline.gatherWithin(List.of(sleeper), A_MOMENT);
            return null;
        } catch (TimeoutException expected) {
            return expected;
        }
    }

    /** The caller is interrupted while a task that is late tidies up. */
    static void assertInterruptIsKept() throws Exception {
        var caller = Thread.currentThread();
        var interrupted = new AtomicBoolean();
        Callable<String> tidiesUp = () -> {
            try {
                new Patience().sleepUntilInterrupted();
            } catch (InterruptedException late) {
                TrialInterruptedCall.letItWait(caller);
                caller.interrupt();
                interrupted.set(true);
            }
            return "tidy";
        };
        try {
            TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted while a task that was late tidied up, and a call", interrupted::get,
                    () -> Deadline.gatherWithin(List.of(tidiesUp), A_MOMENT));
        } catch (TimeoutException expected) {
            // That it is late is another test's.
        }
    }

    /** A task that is late makes a call, which has plenty of time of its own. */
    static void assertLateOnesCallAsOthers(Duration plenty) throws Exception {
        var late = new AtomicReference<Object>("never run");
        timedOut(List.of(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                // Its time is over. It goes on all the same.
            }
            late.set(timedOut(List.of(() -> { Thread.sleep(2); return "in time"; }), plenty));
            return "too late";
        }), Duration.ofMillis(5));
        assertThat(late.get()).withFailMessage("A task that was past its deadline made a call with plenty of time. Of that came: %s", late)
                .isIn(List.of("in time"), "never run");
    }

    /** A task that has plenty of time lets through what a call of its own threw, which was late. */
    static void assertOthersTimeoutIsAFailure(Duration plenty) throws Exception {
        var ofItsOwn = new AtomicReference<TimeoutException>();
        Callable<String> letsItThrough = () -> {
            try {
                return "returned " + Deadline.gatherWithin(List.of(new Trial(1).sleeper), A_MOMENT);
            } catch (TimeoutException e) {
                ofItsOwn.set(e);
                throw e;
            }
        };
        Object cause;
        try {
            cause = "nothing: it returned " + Deadline.gatherWithin(List.of(letsItThrough), plenty);
        } catch (ExecutionException e) {
            cause = e.getCause();
        } catch (TimeoutException e) {
            throw new AssertionError("A task with plenty of time made a call of its own, which was late, and let its TimeoutException through. That is a failure of this "
                    + "task; but gatherWithin ended as if its own time were over.", e);
        }
        if (cause != ofItsOwn.get()) {
            fail("A task made a call of its own, which was late, and let through %s. The call that runs this task reports: %s", ofItsOwn, cause);
        }
    }
}
