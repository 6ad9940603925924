package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherWithin promises, in whatever order threads take their steps. Nothing to write here: these tests judge {@link Deadline}. */
@DisplayName("gatherWithin: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 4, join = 4, failure = 4)
@TestMethodOrder(Steps.class)
class DeadlineSchedulesTest {

    /** Longer than any of these runs. One that is over already needs no clock either. */
    private static final Duration PLENTY = Duration.ofDays(1);

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order threads take their steps, a failure in time arrives")
    void failure() throws Exception {
        var diskFull = new IOException("disk full");
        Callable<String> failing = () -> { Interleaving.note("task throws"); throw diskFull; };
        var cause = Inputs.reportOf(diskFull, () -> Deadline.gatherWithin(List.of(sleeping(), failing, returning("c")), PLENTY));
        TrialResults.assertCause("A task", diskFull, cause);
        cause = Inputs.reportOf(diskFull, () -> Deadline.gatherWithin(List.of(failing, failing), PLENTY));
        TrialResults.assertCause("Each of two tasks", diskFull, cause);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order tasks end in time, their results are there, in their order")
    void results() throws Exception {
        TrialResults.assertInOrder("The results of three tasks", List.of("a", "b", "c"),
                Deadline.<String>gatherWithin(List.of(returning("a"), returning("b"), returning("c")), PLENTY));
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order threads take their steps, tasks that don't end in time end in a TimeoutException")
    void late() throws Exception {
        try {
            fail("Two tasks never end, their time was over, and gatherWithin returned: %s", Deadline.<String>gatherWithin(List.of(sleeping(), sleeping()), Duration.ZERO));
        } catch (TimeoutException expected) {
            // As it should.
        } catch (IllegalStateException e) {
            fail("Two tasks never end, their time was over, and gatherWithin threw: %s", e);
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order tasks end at the deadline, the call leaves its caller as it was")
    void atTheDeadline() throws Exception {
        try {
            Deadline.<String>gatherWithin(List.of(returning("a"), returning("b")), Duration.ZERO);
        } catch (TimeoutException late) {
            // Or in time: both are right.
        }
        // Whoever is about to interrupt the caller does so meanwhile.
        Interleaving.letOthersGoOn();
        assertThat(Thread.interrupted())
                .withFailMessage("The call was over, and left its caller interrupted, be it a moment later; nobody else had interrupted it.").isFalse();
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> Deadline.<String>gatherWithin(List.of(failing), PLENTY),
                () -> Deadline.<String>gatherWithin(List.of(TwoCalls.returning("a"), TwoCalls.returning("b")), PLENTY));
        TrialResults.assertInOrder("Of two calls at the same time one failed. The results of the other", List.of("a", "b"), results);
    }

    private static Callable<String> returning(String result) {
        return () -> { Interleaving.note("task returns " + result); return result; };
    }

    /** Until it is cancelled. */
    private static Callable<String> sleeping() {
        return () -> { Interleaving.note("task waits to be cancelled"); new CountDownLatch(1).await(); return "not cancelled"; };
    }
}
