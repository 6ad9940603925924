package structured.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gather promises, in whatever order threads take their steps. Nothing to write here: these tests judge {@link Gather}. */
@DisplayName("gather: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class SchedulesTest {

    private final IOException diskFull = new IOException("disk full");

    /** How many tasks have begun, and how many of them are over. */
    private int begun;
    private int over;

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order threads take their steps, a failure arrives, and cancels those that have begun")
    void failure() throws Exception {
        var cause = Inputs.reportOf(diskFull, () -> Gather.gather(List.of(sleeping(), failing(diskFull), sleeping())));
        assertThat(cause).withFailMessage("A task threw %s, and gather reports: %s", diskFull, cause).isSameAs(diskFull);
        assertOver();
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws")
    void twoFailures() throws Exception {
        var outOfPaper = new IOException("out of paper");
        var cause = Inputs.reportOf(diskFull, () -> Gather.gather(List.of(sleeping(), failing(diskFull), failing(outOfPaper))));
        assertThat(cause).withFailMessage("Of two tasks one threw %s and one %s, and gather reports: %s", diskFull, outOfPaper, cause).isIn(diskFull, outOfPaper);
        assertOver();
        cause = Inputs.reportOf(diskFull, () -> Gather.gather(List.of(failing(diskFull), failing(diskFull))));
        assertThat(cause).withFailMessage("Two tasks threw one and the same exception, and gather reports: %s", cause).isSameAs(diskFull);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order tasks end, none is left out, and results keep the order of the tasks")
    void results() throws Exception {
        List<String> results = Gather.gather(List.of(returning("a"), returning("b"), returning("c"), returning("d")));
        var flaw = TrialFlaw.in(List.of("a", "b", "c", "d"), results);
        assertThat(flaw).withFailMessage("Four tasks returned a, b, c and d: %s.", flaw).isEqualTo("");
        assertThat(begun).withFailMessage("Of four tasks, %d %s run.", begun, Telling.were(begun)).isEqualTo(4);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> Gather.gather(List.of(failing)),
                () -> Gather.gather(List.of(TwoCalls.returning("a"), TwoCalls.returning("b"))));
        var flaw = TrialFlaw.in(List.of("a", "b"), results);
        assertThat(flaw).withFailMessage("Of two calls at the same time one failed. Two tasks of the other returned a and b: %s.", flaw).isEqualTo("");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out")
    void interrupt() throws Exception {
        var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
        TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and gather", wasInterrupted, () -> {
            List<String> results = Gather.gather(List.of(returning("a"), returning("b"), returning("c")));
            var flaw = TrialFlaw.in(List.of("a", "b", "c"), results);
            assertThat(flaw).withFailMessage("Somebody was about to interrupt the caller. Three tasks returned a, b and c: %s.", flaw).isEqualTo("");
            return results;
        });
    }

    private void assertOver() {
        assertThat(over).withFailMessage("gather was over, and %d of the %d tasks that had begun were.", over, begun).isEqualTo(begun);
    }

    private <T> Callable<T> task(String name, Callable<T> what) {
        return () -> {
            begun++;
            Interleaving.note("task " + name);
            try {
                return what.call();
            } finally {
                over++;
            }
        };
    }

    private Callable<String> returning(String result) {
        return task("returns " + result, () -> result);
    }

    private Callable<String> failing(IOException thrown) {
        return task("throws " + thrown.getMessage(), () -> { throw thrown; });
    }

    /** Until it is cancelled. */
    private Callable<String> sleeping() {
        return task("waits to be cancelled", () -> { new CountDownLatch(1).await(); return "not cancelled"; });
    }
}
