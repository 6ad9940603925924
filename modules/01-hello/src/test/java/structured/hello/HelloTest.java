package structured.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What run promises of main while it runs, and when it is cancelled. Nothing to write here: these tests judge {@link Hello}. */
@DisplayName("run")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class HelloTest {

    @Test
    @Tag("step-1")
    @DisplayName("main runs on a virtual thread")
    void virtualThread() throws Exception {
        for (var caller : Inputs.callers()) {
            var said = new ConcurrentLinkedQueue<String>();
            // Bound, so that a scope which nobody closes is told of first.
            caller.call(() -> Trial.bound(() -> Hello.run(() -> said.add(Thread.currentThread().isVirtual() ? "virtual" : "platform"))));
            assertThat(said).withFailMessage("Asked what kind of thread it runs on, main said %s; right is [virtual]%s.",
                    said, caller.by()).isNotEmpty().containsOnly("virtual");
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("each call runs main once")
    void once() throws Exception {
        var runs = new AtomicInteger();
        Callable<Object> main = runs::incrementAndGet;
        for (int call = 1; call <= 3; call++) {
            Hello.run(main);
            Trial.assertRunOnce(runs, ", in call %d of three,".formatted(call));
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("a call inside main has a thread of its own")
    void nested() throws Exception {
        var threads = new ConcurrentLinkedQueue<Thread>(List.of(Thread.currentThread()));
        Hello.run(Trial.inside(1_100, () -> threads.add(Thread.currentThread())));
        var different = threads.stream().distinct().count();
        assertThat(different).withFailMessage("Of 1,100 mains, each of which calls run with the next, %d were run, and they and the first "
                + "caller had %d threads; each should have its own, which makes 1,101.", threads.size() - 1, different).isEqualTo(1_101);
    }

    @Test
    @Tag("step-1")
    @DisplayName("main runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        for (var caller : Inputs.callers()) {
            var said = new ConcurrentLinkedQueue<String>();
            caller.call(() -> Trial.bound(() -> Hello.run(Trial.inside(2, () -> said.add(Trial.FROM_THE_CALLER.orElse("nothing"))))));
            assertThat(said)
                    .withFailMessage("Main and a main inside it ran, %d of %d times, in a scope that the calling thread had opened%s. Open one there, "
                            + "and start main by its fork: an executor, or a thread of one's own, is outside of it.",
                            Collections.frequency(said, "here"), said.size(), caller.by())
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
        // A main that ends at once may be over before anybody waits for it.
        for (int i = 0; i < 150; i++) {
            TrialInterruptedCall.assertNoInterruptIsLost("run", () -> Hello.run(() -> "done"));
            for (var thrown : List.of(new IOException("disk full"), new InterruptedException("of its own"))) {
                try {
                    TrialInterruptedCall.assertNoInterruptIsLost("run", () -> Hello.run(Inputs.throwing(thrown)));
                } catch (Exception e) {
                    // As what main's failure arrives is another test's.
                }
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("what a cancelled main still brings is dropped")
    void lateOutcome() throws Exception {
        var told = new AtomicReference<Throwable>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.set(thrown));
        try {
            for (var late : List.<Callable<?>>of(() -> "a late result", () -> null, () -> { throw new IOException("late"); })) {
                Trial.interruptingTheCaller(late);
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(told).withFailMessage("A cancelled main threw %s. It is dropped; but the handler of uncaught exceptions was told.", told).hasNullValue();
        TrialInterruptingTask.assertOf(Hello::run);
    }

    @Test
    @Tag("step-2")
    @DisplayName("main never outlives the call")
    void neverOutlivesTheCall() throws Exception {
        var trial = Trial.interruptingTheCaller(Trial.PASSES_IT_ON);
        assertThat(trial.mainWasOver()).withFailMessage("run was over while main was still running.").isTrue();
    }

    /** Never run. If this doesn't compile, run has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        return Hello.<T>run(main).length();
    }
}
