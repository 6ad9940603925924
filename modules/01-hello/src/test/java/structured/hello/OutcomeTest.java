package structured.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a call of run ends: with main's failure, or with what main returns. Nothing to write here: these tests judge {@link Hello}. */
@DisplayName("run: the outcome")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class OutcomeTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    @Tag("step-3")
    @DisplayName("a failure of main arrives as an ExecutionException whose cause is main's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            for (var caller : Inputs.callers()) {
                caller.call(() -> {
                    Trial.assertReports(thrown);
                    assertThat(Thread.interrupted()).withFailMessage("main threw %s, and left its caller interrupted.", thrown).isFalse();
                    return null;
                });
            }
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure arrives even if it is slow to describe itself")
    void slowToTell() throws Exception {
        Trial.assertReports(Trial.slowToTell());
    }

    @Test
    @Tag("step-3")
    @DisplayName("a main that has failed is not tried again")
    void notTriedAgain() throws Exception {
        for (var thrown : Inputs.failures()) {
            var failing = Inputs.throwing(thrown);
            runs.set(0);
            Inputs.reportOf(thrown, () -> Hello.run(() -> runs.getAndIncrement() == 0 ? failing.call() : "what main returned the second time"));
            Trial.assertRunOnce(runs, " threw %s, and".formatted(thrown));
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("run returns what main returns")
    void result() throws Exception {
        for (var result : List.of("Hello, world!", new IOException("returned"), Optional.empty(), new CompletableFuture<>(), (Callable<?>) () -> 1)) {
            assertReturns(result);
        }
        var caller = Thread.currentThread();
        var late = Hello.run(() -> { Extremes.takeTime(caller); return "at last"; });
        assertThat(late).withFailMessage("main took a while, and run returned: %s", late).isEqualTo("at last");
    }

    @Test
    @Tag("step-4")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        assertReturns(null);
    }

    @Test
    @Tag("step-4")
    @DisplayName("two calls at the same time each get what is their own")
    void twoAtOnce() throws Exception {
        var patience = new Patience();
        // Many times, since each time it takes a moment's chance to get the other's.
        for (int round = 0; round < 50; round++) {
            var fails = round % 2 == 1;
            var bothRun = new CountDownLatch(2);
            var missing = new AtomicInteger();
            Inputs.callers().getLast().call(() -> {
                var own = new IOException("a call's own");
                Callable<Object> main = () -> {
                    bothRun.countDown();
                    missing.addAndGet(patience.await(bothRun));
                    return fails ? Inputs.throwing(own).call() : own;
                };
                Object got = fails ? Inputs.reportOf(own, () -> Hello.run(main)) : Hello.run(main);
                assertThat(missing).withFailMessage("While the main of one call ran, that of another call did not get to run.").hasValue(0);
                return assertThat(got).withFailMessage("Of two calls at the same time, one got what isn't its own: %s", got).isSameAs(own);
            });
        }
        TwoCalls.ofOneTask(Hello::run, "done");
        TwoCalls.failureInside(Hello::run, "none the worse for it");
    }

    /** Whatever has happened to main's thread, and also for a call inside another call's main. */
    private void assertReturns(Object result) throws Exception {
        assertIs(result, Hello.run(() -> { runs.incrementAndGet(); return result; }), "main returned");
        Trial.assertRunOnce(runs, " returned %s, and".formatted(result));
        assertIs(result, Hello.run(() -> { Thread.currentThread().interrupt(); return result; }), "main interrupted its own thread, and returned");
        assertIs(result, Hello.run(() -> Hello.<Object>run(() -> result)), "main called run with another main, which returned");
    }

    private static void assertIs(Object expected, Object result, String what) {
        assertThat(result).withFailMessage("%s %s, and run returned %s.", what, expected, result).isSameAs(expected);
    }
}
