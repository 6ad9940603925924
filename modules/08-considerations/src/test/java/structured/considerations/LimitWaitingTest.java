package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherLimited promises while tasks wait for their turn. Nothing to write here: these tests judge {@link Limit}. */
@DisplayName("gatherLimited: while tasks wait for their turn")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2)
@TestMethodOrder(Steps.class)
class LimitWaitingTest {

    @Test
    @Tag("step-2")
    @DisplayName("when a task ends the next one starts, also while another one is still running")
    void theLimitIsKeptFull() throws Exception {
        var trial = new Trial(1);
        var others = new CountDownLatch(3);
        Callable<Integer> quick = () -> { others.countDown(); return 0; };
        assertThat(Limit.gatherLimited(List.of(() -> trial.patience.await(others), quick, quick, quick), 2).getFirst())
                .withFailMessage("With a limit of two, a slow task waited for three quick ones beside it, and not all of them came.")
                .isZero();
        // Whichever runs first, of so many that nobody has room for what ends early, or for portions.
        var many = new Trial(1);
        var rest = new CountDownLatch(499);
        var first = new AtomicBoolean(true);
        var late = new AtomicInteger();
        Limit.gatherLimited(nCopies(500, () -> {
            if (first.getAndSet(false)) {
                late.set(many.patience.await(rest));
            }
            rest.countDown();
            return "done";
        }), 2);
        assertThat(late).withFailMessage("With a limit of two, a slow task waited for 499 quick ones beside it, and %s of them came too late or never.", late).hasValue(0);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure ends the call also when others are still waiting for their turn")
    void failureWhileOthersWait() throws Exception {
        var diskFull = new IOException("disk full");
        var trial = new Trial(1);
        var first = new AtomicBoolean(true);
        // Which of them has its turn first is not said.
        Callable<String> task = () -> {
            if (!first.getAndSet(false)) {
                return trial.slowToStop.call();
            }
            trial.letTheCallerWait();
            throw diskFull;
        };
        Inputs.reportOf(diskFull, () -> Limit.gatherLimited(nCopies(100, task), 1));
        assertNotAllStarted("The only task that could run failed", trial);
    }

    @Test
    @Tag("step-2")
    @DisplayName("an interrupt of the caller ends the call also when others are still waiting for their turn")
    void interruptWhileOthersWait() throws Exception {
        var caller = Thread.currentThread();
        var trial = new Trial(1);
        var first = new AtomicBoolean(true);
        Callable<String> task = () -> {
            if (first.getAndSet(false)) {
                trial.letTheCallerWait();
                caller.interrupt();
            }
            return trial.slowToStop.call();
        };
        try {
            fail("The caller was interrupted while it waited, and the call returned: %s", Limit.gatherLimited(nCopies(100, task), 1));
        } catch (InterruptedException expected) {
            assertNotAllStarted("The caller was interrupted", trial);
        }
        TrialCalls.assertCalledInterrupted(tasks -> Limit.gatherLimited(tasks, 1));
        assertNoFailureOfNobody();
    }

    /** By the time when the caller, who had been interrupted before, comes to the second task, the first has had its turn. */
    private static void assertNoFailureOfNobody() throws Exception {
        var tasks = new AbstractList<Callable<String>>() {
            @Override
            public Callable<String> get(int index) {
                // Who is interrupted can't rest meanwhile.
                for (var end = System.nanoTime() + 2_000_000 * index; System.nanoTime() < end; ) {
                    Thread.yield();
                }
                return () -> "done";
            }

            @Override
            public int size() {
                return 2;
            }
        };
        for (int i = 0; i < 3; i++) {
            try {
                TrialInterruptedCall.assertNoInterruptIsLost("a call of two tasks", () -> Limit.gatherLimited(tasks, 1));
            } catch (ExecutionException e) {
                throw new AssertionError("Its caller had been interrupted, none of its tasks failed, and the call reports a failure: " + e.getCause(), e);
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("never more than the limit allows are in flight, also while those that wait are being cancelled")
    void whileTheyAreCancelled() throws Exception {
        // Once in a while, and more often on a busy machine, it isn't the first task that runs first, and then nothing shows.
        var shown = 0;
        for (int i = 0; i < 12 && shown < 2; i++) {
            shown += cancelledWhileTheyWait() ? 1 : 0;
        }
    }

    /** Returns whether most were cancelled before the one that ran. */
    @SuppressWarnings("resource")    // It is closed by its interrupt, which is the point.
    private static boolean cancelledWhileTheyWait() throws Exception {
        var caller = Thread.currentThread();
        var trial = new Trial(1);
        var first = new AtomicBoolean(true);
        var others = new CountDownLatch(1);
        var place = new AtomicInteger();
        var running = new TrialHeldInterrupter(others, false);
        Callable<String> task = () -> {
            if (first.getAndSet(false)) {
                place.set(TrialHeldInterrupter.place(Thread.currentThread().threadId(), 4_096));
                trial.letTheCallerWait();
                running.untilInterrupted(caller::interrupt, trial.patience);
            } else if (!running.isOver()) {
                others.countDown();
            }
            return "took no notice";
        };
        // Just before the table's end, those forked later stand at its beginning: most that wait are cancelled before the one that runs, and a
        // few after it.
        TrialHeldInterrupter.letTheNextThreadBe(4_096 - 29, 4_096);
        try {
            Limit.gatherLimited(nCopies(300, task), 1);
        } catch (InterruptedException expected) {
            // What it has to be is asked above.
        }
        assertThat(others.getCount())
                .withFailMessage("The caller was interrupted, and the call cancelled 300 tasks, one by one. The one that ran was not over yet, "
                        + "and another one started beside it, with a limit of one: a turn was given back that nobody had had.").isEqualTo(1);
        return place.get() >= 4_096 - 30;
    }

    private static void assertNotAllStarted(String what, Trial trial) {
        var started = trial.assertAllCancelled();
        // Some may have their turn in the moment before they are cancelled, too.
        assertThat(started).withFailMessage("%s, with a limit of one, and all of 99 that waited for their turn were run.", what)
                .isLessThan(99);
    }
}
