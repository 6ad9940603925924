package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What the tests of this module ask of any call, whatever its tasks do. */
@SuppressWarnings("preview")
final class TrialCalls {

    /** A call of the learner's method. */
    interface Call<T> {
        Object with(List<? extends Callable<T>> tasks) throws Exception;
    }

    /** No tasks, which takes a moment to find out: time enough for a timer to go off. */
    static final class Nobody extends AbstractList<Callable<String>> {
        @Override
        public Callable<String> get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            LockSupport.parkNanos(3_000_000);
            return 0;
        }
    }

    private TrialCalls() {}

    /** Every task has to run on a virtual thread, and inside a scope that belongs to the call. */
    static void assertForked(Call<Object> call) throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<Thread>newInstance();
        for (var who : Inputs.callers()) {
            for (int tasks : new int[] {5, 1}) {
                var platform = new AtomicInteger();
                var outside = new AtomicInteger();
                var itself = new AtomicInteger();
                Callable<Object> task = () -> {
                    platform.addAndGet(Thread.currentThread().isVirtual() ? 0 : 1);
                    outside.addAndGet(caller.isBound() ? 0 : 1);
                    return itself.addAndGet(caller.isBound() && caller.get() == Thread.currentThread() ? 1 : 0);
                };
                who.call(() -> ScopedValue.where(caller, Thread.currentThread()).call(() -> call.with(nCopies(tasks, task))));
                var called = Telling.counted(tasks, "task") + who.by();
                assertThat(itself).withFailMessage("Of %s, %s ran in the caller's own thread: nobody forked them.", called, itself).hasValue(0);
                assertThat(outside)
                        .withFailMessage("Of %s, %s ran outside of a scope that the calling thread had opened. Open one there, and start each task by its fork: "
                                + "an executor, or a thread of one's own, is outside of it.", called, outside)
                        .hasValue(0);
                assertThat(platform).withFailMessage("Of %s, %s ran on a platform thread.", called, platform).hasValue(0);
            }
        }
    }

    /** An interrupt that came before the call has to end it, and to cancel what it has started. */
    static void assertCalledInterrupted(Call<String> call) throws Exception {
        var trial = new Trial(1);
        TrialInterruptedCall.callInterrupted(() -> call.with(nCopies(5, trial.slowToStop)));
        trial.assertAllCancelled();
    }
}
