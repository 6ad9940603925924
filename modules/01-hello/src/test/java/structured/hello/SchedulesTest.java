package structured.hello;

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

/** What run promises, in whatever order the two threads take their steps. Nothing to write here: these tests judge {@link Hello}. */
@DisplayName("run: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class SchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order the caller and main take their steps, main's failure arrives")
    void failure() throws Exception {
        var diskFull = new IOException("disk full");
        var cause = Inputs.reportOf(diskFull, () -> Hello.run(() -> {
            Interleaving.note("main throws");
            throw diskFull;
        }));
        assertThat(cause).withFailMessage("main threw %s, and run reports: %s", diskFull, cause).isSameAs(diskFull);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order the caller and main take their steps, main's result is returned, and main is over")
    void result() throws Exception {
        var over = new boolean[1];
        var result = Hello.run(() -> {
            Interleaving.note("main begins");
            over[0] = true;
            return "Hello, world!";
        });
        assertThat(over[0]).withFailMessage("run was over, and main had not begun.").isTrue();
        assertThat(result).withFailMessage("main returned Hello, world!, and run returned %s.", result).isEqualTo("Hello, world!");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order the caller and main take their steps, an interrupt of the caller is not lost")
    void interrupt() throws Exception {
        for (var main : List.<Callable<?>>of(() -> "done", Inputs.throwing(new InterruptedException("of its own")))) {
            var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
            try {
                TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and run", wasInterrupted, () -> Hello.run(main));
            } catch (ExecutionException e) {
                // As what main's failure arrives is another test's.
            }
            // Whoever has not interrupted it yet does so now, and not in the next call.
            Interleaving.letOthersGoOn();
            Thread.interrupted();
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order the caller and main take their steps, a main that waits to be cancelled hears of an interrupt of the caller")
    void cancellation() throws Exception {
        Interleaving.interruptSomewhere(Thread.currentThread());
        try {
            Hello.run(() -> {
                Interleaving.note("main waits to be cancelled");
                new CountDownLatch(1).await();
                return null;
            });
        } catch (InterruptedException expected) {
            return;
        }
        fail("Its caller was interrupted, main waited to be cancelled, and run returned.");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var result = TwoCalls.make(failing -> Hello.run(failing), () -> Hello.run(TwoCalls.returning("a")));
        assertThat(result).withFailMessage("Of two calls at the same time one failed. The main of the other returned a, and run %s.", result).isEqualTo("a");
    }
}
