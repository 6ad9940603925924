package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What firstSuccessful promises, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link Race}. */
@DisplayName("firstSuccessful: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 5, join = 5, failure = 5)
@TestMethodOrder(Steps.class)
class RaceSchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-5")
    @DisplayName("in whatever order tasks end, one of those that succeed wins, and the losers are cancelled")
    void oneWinner() throws Exception {
        var winner = TrialResults.won("In a race two tasks succeed",
                () -> Race.firstSuccessful(List.of(this::fails, returning("a"), this::sleeps, returning("b"), this::fails)));
        assertThat(winner)
                .withFailMessage("Tasks that return a and b had a race, with some that fail or never end, and firstSuccessful returned: %s.%s", winner, TrialResults.toKeep(winner))
                .isIn("a", "b");
        assertThat(running).withFailMessage("firstSuccessful was over, and %d tasks were running.", running).isZero();
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-5")
    @DisplayName("in whatever order all tasks fail, the race fails with the exception of one of them")
    void allFail() throws Exception {
        try {
            fail("All three tasks failed, and firstSuccessful returned: %s", Race.<String>firstSuccessful(List.of(this::fails, this::fails, this::fails)));
        } catch (ExecutionException e) {
            TrialResults.assertCause("All three tasks", diskFull, e.getCause());
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-5")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var winner = TwoCalls.make(failing -> Race.<String>firstSuccessful(List.of(failing)),
                () -> Race.<String>firstSuccessful(List.of(TwoCalls.failing(new IOException("disk full")), TwoCalls.returning("a"))));
        TrialResults.assertResult("Of two races at the same time all tasks of one failed. The result of the other", "a", winner);
    }

    private final IOException diskFull = new IOException("disk full");
    private int running;

    private Callable<String> returning(String result) {
        return () -> {
            running++;
            Interleaving.note("task returns " + result);
            running--;
            return result;
        };
    }

    private String fails() throws IOException {
        Interleaving.note("task fails: disk full");
        throw diskFull;
    }

    /** Until it is cancelled. */
    private String sleeps() throws InterruptedException {
        running++;
        try {
            new CountDownLatch(1).await();
            return "never";
        } finally {
            running--;
        }
    }
}
