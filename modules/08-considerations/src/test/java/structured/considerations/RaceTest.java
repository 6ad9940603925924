package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What firstSuccessful promises. Nothing to write here: these tests judge {@link Race}. */
@DisplayName("firstSuccessful")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 5, join = 5, failure = 5)
@TestMethodOrder(Steps.class)
class RaceTest {

    @Test
    @Tag("step-5")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        Trial.assertForked(Race::firstSuccessful);
    }

    @Test
    @Tag("step-5")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        var trial = new Trial(3);
        Callable<Integer> task = trial::meetTheOthers;
        assertThat(Race.firstSuccessful(List.of(task, task, task)))
                .as("how many of three tasks the winner missed, when it waited for all three")
                .isEqualTo(0);
    }

    @Test
    @Tag("step-5")
    @DisplayName("the first success wins, and the losers are cancelled")
    void losersAreCancelled() throws Exception {
        var trial = new Trial(3);
        var winner = Race.firstSuccessful(List.of(trial.sleeper, trial.sleeper, () -> {
            trial.meetTheOthers();
            return "winner";
        }));
        trial.assertAllCancelled(2);
        assertThat(winner).as("the result of the race").isEqualTo("winner");
    }

    @Test
    @Tag("step-5")
    @DisplayName("a failure is out of the race, and the others go on")
    void failuresAreOutOfTheRace() throws Exception {
        var trial = new Trial(1);
        var failed = new CountDownLatch(1);
        assertThat(Race.<String>firstSuccessful(List.of(
                () -> { failed.countDown(); throw new IOException("disk full"); },
                () -> {
                    trial.await(failed);
                    // Gives a cancellation every chance to arrive. In right code there is none, and the sleep is a sleep.
                    Thread.sleep(50);
                    return "slow but sure";
                }))).as("the result of a race in which the first task to end failed").isEqualTo("slow but sure");
    }

    @Test
    @Tag("step-5")
    @DisplayName("null wins a race like any other result")
    void nullWins() throws Exception {
        assertThat(Race.<Object>firstSuccessful(List.of(() -> null))).as("the result of the race").isNull();
    }

    @Test
    @Tag("step-5")
    @DisplayName("if all tasks fail, so does the race, with the exception of one of them")
    void allFail() throws Exception {
        var diskFull = new IOException("disk full");
        var outOfPaper = new IOException("out of paper");
        assertThat(Trial.failureOf(Race::firstSuccessful, List.of(() -> { throw diskFull; }, () -> { throw outOfPaper; })))
                .isIn(diskFull, outOfPaper);
        for (var thrown : Inputs.failures()) {
            var cause = Inputs.reportOf(thrown, () -> Race.firstSuccessful(List.of(Inputs.throwing(thrown))));
            assertThat(cause).withFailMessage("The only task threw %s, and firstSuccessful reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-5")
    @DisplayName("a race without tasks is refused")
    void noTasks() throws Exception {
        try {
            fail("A race without tasks gave: " + Race.<Object>firstSuccessful(List.of()));
        } catch (IllegalArgumentException expected) {
            // There is no result that it could return.
        }
    }

    @Test
    @Tag("step-5")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(3);
        trial.assertCancelledByInterrupt(Race::firstSuccessful, List.of(trial.sleeper, trial.interrupting, trial.sleeper));
    }
}
