package structured.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What run promises. Nothing to write here: these tests judge {@link Hello}. */
@DisplayName("run")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class HelloTest {

    private final Patience patience = new Patience();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    @Tag("step-1")
    @DisplayName("main runs on a virtual thread")
    void virtualThread() throws Exception {
        for (var caller : Inputs.callers()) {
            var said = new ConcurrentLinkedQueue<String>();
            // Bound, so that a scope which nobody closes is told of first.
            caller.call(() -> Trial.bound(() -> Hello.run(() -> said.add(Thread.currentThread().isVirtual() ? "virtual" : "platform"))));
            assertThat(said).withFailMessage("Called by %s and asked what kind of thread it runs on, main said %s; right is [virtual].",
                    caller.name(), said).isNotEmpty().containsOnly("virtual");
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("each call runs main once")
    void once() throws Exception {
        Callable<Object> main = runs::incrementAndGet;
        for (int call = 1; call <= 3; call++) {
            Hello.run(main);
            assertRunOnce(", in call %d of three,".formatted(call));
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("a call inside main has a thread of its own")
    void nested() throws Exception {
        var threads = new ConcurrentLinkedQueue<Thread>(List.of(Thread.currentThread()));
        Hello.run(Trial.inside(100, () -> threads.add(Thread.currentThread())));
        var different = threads.stream().distinct().count();
        assertThat(different).withFailMessage("Of a hundred mains, each of which calls run with the next, %d were run, and they and the first "
                + "caller had %d threads; each should have its own, which makes 101.", threads.size() - 1, different).isEqualTo(101);
    }

    @Test
    @Tag("step-1")
    @DisplayName("main runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        for (var caller : Inputs.callers()) {
            var said = new ConcurrentLinkedQueue<String>();
            caller.call(() -> Trial.bound(() -> Hello.run(Trial.inside(2, () -> said.add(Trial.FROM_THE_CALLER.orElse("nothing"))))));
            assertThat(said)
                    .withFailMessage("Called by %s, main and a main inside it ran, %d of %d times, in a scope that the calling thread had opened. Open one there, "
                            + "and start main by its fork: an executor, or a thread of one's own, is outside of it.",
                            caller.name(), Collections.frequency(said, "here"), said.size())
                    .isNotEmpty().containsOnly("here");
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels main")
    void interruptingTheCaller() throws Exception {
        var trial = Trial.interruptingTheCaller(Trial.PASSES_IT_ON);
        assertThat(trial.mainWasCancelled()).withFailMessage("The caller was interrupted, and main went on.").isTrue();
    }

    @Test
    @Tag("step-2")
    @DisplayName("an interrupt that came before the call counts, too")
    void interruptedBefore() throws Exception {
        for (var caller : Inputs.callers()) {
            caller.call(() -> Trial.callerInterruptedBefore(Trial.PASSES_IT_ON));
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("what a cancelled main still brings is dropped")
    void lateOutcome() throws Exception {
        for (var late : List.<Callable<?>>of(() -> "a late result", () -> null, () -> { throw new IOException("late"); })) {
            Trial.interruptingTheCaller(late);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("main never outlives the call")
    void neverOutlivesTheCall() throws Exception {
        var trial = Trial.interruptingTheCaller(Trial.PASSES_IT_ON);
        assertThat(trial.mainWasOver()).withFailMessage("run was over while main was still running.").isTrue();
    }

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
            assertRunOnce(" threw %s, and".formatted(thrown));
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
    }

    /** Whatever has happened to main's thread, and also for a call inside another call's main. */
    private void assertReturns(Object result) throws Exception {
        assertIs(result, Hello.run(() -> { runs.incrementAndGet(); return result; }), "main returned");
        assertRunOnce(" returned %s, and".formatted(result));
        assertIs(result, Hello.run(() -> { Thread.currentThread().interrupt(); return result; }), "main interrupted its own thread, and returned");
        assertIs(result, Hello.run(() -> Hello.<Object>run(() -> result)), "main called run with another main, which returned");
    }

    private static void assertIs(Object expected, Object result, String what) {
        assertThat(result).withFailMessage("%s %s, and run returned %s.", what, expected, result).isSameAs(expected);
    }

    private void assertRunOnce(String when) {
        var times = runs.getAndSet(0);
        assertThat(times).withFailMessage("main%s was run %d times.", when, times).isEqualTo(1);
    }

    /** Never run. If this doesn't compile, run has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        return Hello.<T>run(main).length();
    }
}
