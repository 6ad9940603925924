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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherLimited promises, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link Limit}. */
@DisplayName("gatherLimited: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2)
@TestMethodOrder(Steps.class)
class LimitSchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks start and end, more than the limit allows are never in flight, and results keep the order of the tasks")
    void theLimitIsNeverExceeded() throws Exception {
        for (int allowed = 1; allowed < 3; allowed++) {
            limit = allowed;
            runs = 0;
            var results = Limit.gatherLimited(List.of(returning("a"), returning("b"), returning("c"), returning("d")), limit);
            TrialResults.assertInOrder("The results of four tasks, with a limit of " + limit, List.of("a", "b", "c", "d"), results);
            assertThat(runs).withFailMessage("With a limit of %d, four tasks were run %d times.", limit, runs).isEqualTo(4);
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks start and end, an interrupt of the caller ends the call, and more than the limit are not in flight meanwhile")
    void interrupt() throws Exception {
        limit = 1;
        try {
            fail("The caller was interrupted, and gatherLimited returned: %s", Limit.gatherLimited(nCopies(3, this::interruptsTheCaller), limit));
        } catch (InterruptedException expected) {
            // As it should.
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks start and end, those that wait get the next free place")
    void theLimitIsKeptFull() throws Exception {
        // Several have to let them go on, so that it is mostly late when the last one does, and others wait for their turn.
        var go = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            Thread.ofVirtual().start(() -> {
                Interleaving.giveWay();
                go.countDown();
            });
        }
        Callable<String> task = () -> {
            Interleaving.note("task starts");
            go.await();
            return "done";
        };
        TrialResults.assertInOrder("The results of three tasks, with a limit of one", nCopies(3, "done"), Limit.gatherLimited(List.of(task, task, task), 1));
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks start and end, a failure ends the call, and none of the tasks goes on")
    void failure() throws Exception {
        limit = 1;
        try {
            fail("A task failed, and gatherLimited returned: %s",
                    Limit.gatherLimited(List.of(returning("a"), () -> {
                        Interleaving.note("task fails: disk full");
                        failed = true;
                        throw diskFull;
                    }, returning("b"), returning("c")), limit));
        } catch (ExecutionException e) {
            TrialResults.assertCause("A task", diskFull, e.getCause());
        }
        assertThat(inFlight).withFailMessage("gatherLimited was over, and %d tasks were in flight.", inFlight).isZero();
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks come and go, one that comes as a place gets free takes none that is taken")
    void aPlaceThatIsTaken() throws Exception {
        limit = 1;
        Callable<String> task = () -> {
            enter();
            Interleaving.letOthersGoOn();
            inFlight--;
            ended.countDown();
            return "done";
        };
        var results = Limit.gatherLimited(new AbstractList<Callable<String>>() {
            /** The third is there when the first has ended, if that has been begun. */
            @Override
            public Callable<String> get(int index) {
                if (index == 2) {
                    Interleaving.letOthersGoOn();
                    if (inFlight > 0) {
                        awaitTheFirst();
                    }
                }
                return task;
            }

            @Override
            public int size() {
                return 5;
            }
        }, limit);
        TrialResults.assertInOrder("The results of five tasks, with a limit of one", nCopies(5, "done"), results);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> Limit.gatherLimited(List.of(failing), 2),
                () -> Limit.gatherLimited(List.of(TwoCalls.returning("a"), TwoCalls.returning("b")), 2));
        TrialResults.assertInOrder("Of two calls at the same time one failed. The results of the other", List.of("a", "b"), results);
    }

    private final IOException diskFull = new IOException("disk full");
    private final Thread caller = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int limit;
    private int inFlight;
    private int runs;
    private boolean failed;

    /** Its turn may come in the moment before the failure of another one cancels it, as that has to do. */
    private Callable<String> returning(String result) {
        return () -> {
            enter();
            runs++;
            try {
                if (failed) {
                    Interleaving.note("task " + result + " waits until it is cancelled");
                    new CountDownLatch(1).await();
                }
                Interleaving.note("task returns " + result);
            } finally {
                inFlight--;
            }
            return result;
        };
    }

    private String interruptsTheCaller() {
        enter();
        Interleaving.note("task interrupts the caller");
        caller.interrupt();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException cancelled) {
            Interleaving.letOthersGoOn();
        }
        inFlight--;
        return "cancelled";
    }

    private void awaitTheFirst() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the caller", e);
        }
    }

    private void enter() {
        if (++inFlight > limit) {
            Interleaving.broken("With a limit of %d, %d tasks were in flight.".formatted(limit, inFlight));
        }
    }
}
