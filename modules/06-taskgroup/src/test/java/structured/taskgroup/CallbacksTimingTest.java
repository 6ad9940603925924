package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroup.TrialTasks.uninterrupted;
import static structured.taskgroup.Trial.assertCallbacksCome;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroup.TrialTasks.Told;
import structured.taskgroup.Trial.Pinned;

/** At which moment forEachDone calls back. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the moment of the callbacks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class CallbacksTimingTest {

    private final Patience patience = new Patience();

    /** Filled by the callbacks. A plain list: nothing but their coming one at a time protects it. */
    private final List<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("a result is handed over while others still run, and a slow callback holds up none of them")
    void handedOverAtOnce() throws Exception {
        assertCallbacksCome();
        var calledBack = new CountDownLatch(1);
        var othersRan = new CountDownLatch(500);
        var late = new AtomicBoolean();
        var missing = new AtomicInteger(500);
        var threads = new ConcurrentLinkedQueue<Thread>();
        var pinned = new AtomicReference<Pinned>(Pinned.NONE);
        Callable<String> other = () -> {
            threads.add(Thread.currentThread());
            // Those that wait in vain don't count.
            if (patience.await(calledBack) == 0) {
                othersRan.countDown();
            }
            return "other";
        };
        var tasks = new ArrayList<>(nCopies(500, other));
        tasks.addFirst(() -> "first");
        TaskGroup.forEachDone(tasks, result -> {
            if (result.equals("first")) {
                late.set(patience.isOver());
                calledBack.countDown();
                missing.set(uninterrupted(() -> patience.await(othersRan)));
                pinned.set(Pinned.among(threads));
            }
        });
        if (missing.get() > 0) {
            pinned.get().assertNone("A callback took its time, and %s of 500 tasks that don't wait for it never went on".formatted(missing));
        }
        assertThat(late).withFailMessage("One task had ended, 500 waited for its callback, and it came only when they had given up.").isFalse();
        assertThat(missing)
                .withFailMessage("A callback waited for 500 tasks that were waiting for it, and %s of them never went on: "
                        + "something kept the carriers from them, or it never came.", missing)
                .hasValue(0);
    }

    @Test
    @Tag("step-2")
    @DisplayName("results come in the order in which the tasks end")
    void completionOrder() throws Exception {
        assertCallbacksCome();
        // Neither that of the tasks, nor its reverse.
        var order = List.of(3, 7, 1, 11, 5, 0, 9, 2, 10, 4, 8, 6);
        var tasks = IntStream.range(0, 12).mapToObj(i -> new Told(patience, () -> i)).toList();
        var ending = new ArrayList<Callable<?>>(tasks);
        // They end one after another; not before the thread of the last one is over; and all while a callback runs.
        ending.add(() -> { order.subList(0, 6).forEach(i -> tasks.get(i).endAndJoin()); return "six have ended"; });
        TaskGroup.<Object>forEachDone(ending, result -> {
            results.add(result);
            if (result.equals("six have ended")) {
                order.subList(6, 12).forEach(i -> tasks.get(i).end());
            }
        });
        results.remove("six have ended");
        assertThat(results)
                .withFailMessage("Twelve tasks ended in the order %s, and their results came as %s; the last six ended while a callback ran.", order, results)
                .isEqualTo(order);
    }

    @Test
    @Tag("step-2")
    @DisplayName("no callback outlives the call, and none overlap, also when the caller is interrupted")
    void callbacksOfAnInterruptedCaller() throws Exception {
        assertCallbacksCome();
        var caller = Thread.currentThread();
        Callable<Object> first = () -> "first";
        var waiting = List.of(new Told(patience, () -> "second"), new Told(patience, () -> "third"));
        var inside = new AtomicInteger();
        var overlap = new AtomicBoolean();
        try {
            TaskGroup.forEachDone(List.of(first, waiting.getFirst(), waiting.getLast()), result -> {
                overlap.compareAndSet(false, inside.incrementAndGet() > 1);
                if (result == "first") {
                    waiting.forEach(Told::end);
                    if (Thread.currentThread() != caller) {
                        caller.interrupt();
                        Trial.holdUntilItWaitsInClose(caller);
                    }
                    waiting.forEach(Told::awaitRest);
                }
                inside.decrementAndGet();
            });
        } catch (InterruptedException expected) {
            // An answer that calls back in the caller's thread has not been interrupted.
        }
        assertThat(overlap).withFailMessage("The caller was interrupted, and a callback was called while another one was running.").isFalse();
        assertThat(inside).withFailMessage("The caller was interrupted, forEachDone was over, and a callback was not.").hasValue(0);
    }
}
