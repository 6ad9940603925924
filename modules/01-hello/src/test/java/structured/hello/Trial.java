package structured.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Calls of run that are watched from inside main. One trial a test. */
@SuppressWarnings("preview")
final class Trial {

    /** Only fork hands a scoped value of the caller on to another thread. */
    static final ScopedValue<String> FROM_THE_CALLER = ScopedValue.newInstance();

    /** What a main does, most often, when it is cancelled. */
    static final Callable<?> PASSES_IT_ON = () -> { throw new InterruptedException("main was cancelled"); };

    private final Patience patience = new Patience();
    private volatile Thread main;
    private volatile boolean cancelled;
    private volatile boolean over;
    private boolean wasOver;

    /** Makes the call with the scoped value set. A scope that is still open when the call returns is noticed here, by the JDK. */
    static <T> T bound(Callable<T> call) throws Exception {
        return ScopedValue.where(FROM_THE_CALLER, "here").call(call::call);
    }

    /** A main that does this and then calls run with another such main, so many deep in all. */
    static Callable<Object> inside(int deep, Callable<?> each) {
        return () -> {
            each.call();
            return deep == 1 ? "done" : Hello.run(inside(deep - 1, each));
        };
    }

    /** Runs a main that interrupts its caller, sleeps until it is cancelled, holds on for a while, and then does this. */
    static Trial interruptingTheCaller(Callable<?> whenCancelled) throws Exception {
        return new Trial().interrupted("while it waited", Thread.currentThread()::interrupt, whenCancelled);
    }

    /** The same, but the caller is interrupted already. */
    static Trial callerInterruptedBefore(Callable<?> whenCancelled) throws Exception {
        Thread.currentThread().interrupt();
        return new Trial().interrupted("before the call", () -> {}, whenCancelled);
    }

    private Trial interrupted(String when, Runnable first, Callable<?> whenCancelled) throws Exception {
        var caller = Thread.currentThread();
        Callable<Object> call = () -> Hello.run(() -> {
            main = Thread.currentThread();
            first.run();
            return sleepUntilCancelled(caller, whenCancelled);
        });
        return bound(() -> {
            Object result;
            try {
                result = call.call();
            } catch (InterruptedException expected) {
                // Looked at before anything else: a moment later it may be another.
                wasOver = main == null || over;
                assertThat(expected.getSuppressed())
                        .withFailMessage("What a cancelled main still throws is dropped, and the InterruptedException brings it along, as suppressed.").isEmpty();
                return this;
            } catch (IllegalStateException e) {
                throw TrialInterruptedCall.wentOn(when, e);
            } catch (ExecutionException e) {
                throw new AssertionError("The caller was interrupted %s, and run reports a failure of main: %s".formatted(when, e.getCause()));
            } finally {
                if (main != null) {
                    // Left behind, it would hold up the end of a scope that nobody has closed.
                    main.interrupt();
                }
                Thread.interrupted();
            }
            return fail("The caller was interrupted %s, and run returned: %s", when, result);
        });
    }

    private Object sleepUntilCancelled(Thread caller, Callable<?> whenCancelled) throws Exception {
        try {
            patience.sleepUntilInterrupted();
            return "what main returns when it has slept to the end";
        } catch (InterruptedException e) {
            cancelled = true;
            Patience.holdUntilClose(caller);
            return whenCancelled.call();
        } finally {
            over = true;
        }
    }

    /** Main has counted its runs, which begin anew with this. */
    static void assertRunOnce(AtomicInteger runs, String when) {
        var times = runs.getAndSet(0);
        assertThat(times).withFailMessage("main%s was run %d times.", when, times).isEqualTo(1);
    }

    static void assertReports(Throwable thrown) throws Exception {
        var cause = bound(() -> Inputs.reportOf(thrown, () -> Hello.run(Inputs.throwing(thrown))));
        assertThat(cause).withFailMessage("main threw %s, and run reports: %s", thrown, cause).isSameAs(thrown);
    }

    /** A failure that takes its time to be described, unless the caller does that itself: main's thread may, while the caller waits. */
    static Exception slowToTell() {
        return new IOException("slow to tell") {
            private final Thread caller = Thread.currentThread();

            @Override
            public String getMessage() {
                if (Thread.currentThread() != caller) {
                    LockSupport.parkNanos(30_000_000);
                }
                return super.getMessage();
            }
        };
    }

    boolean mainWasCancelled() {
        return cancelled;
    }

    /** Whether main had ended by the time when the call had. */
    boolean mainWasOver() {
        return wasOver;
    }
}
