package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroup.Trial.assertCallbacksCome;
import static structured.taskgroup.TrialTasks.uninterrupted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroup.Trial.Pinned;
import structured.taskgroup.TrialTasks.First;
import structured.taskgroup.TrialTasks.Told;

/** When forEachDone calls back, and when not. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the callbacks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class CallbacksTest {

    /** How many tasks end while one callback runs. */
    private static final int OTHERS = 5_000;

    private final Patience patience = new Patience();

    /** Filled by the callbacks. A plain list: nothing but their coming one at a time protects it. */
    private final List<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("each task is run once, and its result is handed over once, be it null or equal to another one")
    void eachOnce() throws Exception {
        for (var input : Extremes.tasks()) {
            var taker = new TrialTaker();
            TaskGroup.forEachDone(input.tasks(), taker);
            taker.assertTook(input.results(), "The results of " + input.name());
        }
        for (var caller : Inputs.callers()) {
            for (var input : Inputs.tasks()) {
                var calls = new AtomicInteger();
                caller.call(() -> {
                    calls.incrementAndGet();
                    var taker = new TrialTaker();
                    TaskGroup.forEachDone(input.tasks(), taker);
                    taker.assertTook(input.results(), "The results of %s%s".formatted(input.name(), caller.by()));
                    return null;
                });
                input.assertRunIn(calls.get(), caller);
            }
        }
        TrialUntouched.assertOf(tasks -> {
            var came = new ArrayList<>();
            TaskGroup.forEachDone(tasks, came::add);
            return came;
        });
    }

    @Test
    @Tag("step-2")
    @DisplayName("a result is handed over while others still run, and a slow callback holds up none of them")
    void handedOverAtOnce() throws Exception {
        assertCallbacksCome();
        var calledBack = new CountDownLatch(1);
        var othersRan = new CountDownLatch(OTHERS);
        var late = new AtomicBoolean();
        var missing = new AtomicInteger(OTHERS);
        var threads = new ConcurrentLinkedQueue<Thread>();
        var pinned = new AtomicReference<Pinned>(Pinned.NONE);
        var deepest = new AtomicLong();
        Callable<String> other = () -> {
            threads.add(Thread.currentThread());
            // Those that wait in vain don't count.
            if (patience.await(calledBack) == 0) {
                othersRan.countDown();
            }
            return "other";
        };
        var tasks = new ArrayList<>(nCopies(OTHERS, other));
        tasks.addFirst(() -> "first");
        TaskGroup.forEachDone(tasks, result -> {
            results.add(result);
            if (result.equals("first")) {
                late.set(patience.isOver());
                calledBack.countDown();
                missing.set(uninterrupted(() -> patience.await(othersRan)));
                pinned.set(Pinned.among(threads));
                awaitRest(threads);
            }
            if (results.size() % 500 == 1) {
                deepest.accumulateAndGet(StackWalker.getInstance().walk(Stream::count), Math::max);
            }
        });
        if (missing.get() > 0) {
            pinned.get().assertNone("A callback took its time, and %s of %,d tasks that don't wait for it never went on".formatted(missing, OTHERS));
        }
        assertThat(late).withFailMessage("One task had ended, %,d waited for its callback, and it came only when they had given up.", OTHERS).isFalse();
        assertThat(missing)
                .withFailMessage("A callback waited for %,d tasks that were waiting for it, and %s of them never went on: "
                        + "something kept the carriers from them, or it never came.", OTHERS, missing)
                .hasValue(0);
        assertThat(results).withFailMessage("%,d tasks ended while a callback ran, and of their results %,d came after it.", OTHERS, results.size() - 1).hasSize(OTHERS + 1);
        assertThat(deepest)
                .withFailMessage("%,d tasks ended while a callback ran, and one of their callbacks was called %s calls deep: each is called inside the one before it, "
                        + "or inside what looks for it. Of some more tasks the stack overflows. A loop goes on without going deeper.", OTHERS, deepest)
                .hasValueLessThan(1_000);
    }

    /** Comes back when each of these waits, or is over, or has had the time to. */
    private static void awaitRest(Collection<Thread> threads) {
        var end = System.nanoTime() + 100_000_000;
        while (System.nanoTime() < end && threads.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE)) {
            Thread.yield();
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("callbacks come one at a time, and a thousand results leave none out")
    void oneAtATime() throws Exception {
        var inside = new AtomicInteger();
        var overlap = new AtomicBoolean();
        var tasks = IntStream.range(0, 1_000).mapToObj(i -> Executors.callable(() -> {}, i)).toList();
        TaskGroup.forEachDone(tasks, i -> {
            if (inside.incrementAndGet() > 1) {
                overlap.set(true);
            }
            // Now and then: to a busy machine a platform thread yields for milliseconds.
            if (i % 50 == 0) {
                Thread.yield();
            }
            results.add(i);
            inside.decrementAndGet();
        });
        assertThat(overlap).withFailMessage(TrialTaker.OVERLAP).isFalse();
        var different = new HashSet<>(results);
        different.remove(null);
        assertThat(List.of(results.size(), different.size()))
                .withFailMessage("Of 1,000 tasks the callback got %d results, %d different ones.", results.size(), different.size())
                .containsOnly(1_000);
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
        var sixHaveEnded = new First(patience, () -> { order.subList(0, 6).forEach(i -> tasks.get(i).endAndJoin()); return "six have ended"; });
        ending.add(sixHaveEnded);
        TaskGroup.<Object>forEachDone(ending, result -> {
            results.add(result);
            if (result.equals("six have ended")) {
                sixHaveEnded.awaitRest();
                // Each waits as long as all that come after it: who looks less often the longer he waits doesn't come first then.
                var pause = 4_000_000;
                for (int i : order.subList(6, 12)) {
                    tasks.get(i).end();
                    LockSupport.parkNanos(pause);
                    pause /= 2;
                }
            }
        });
        results.remove("six have ended");
        assertThat(results)
                .withFailMessage("Twelve tasks ended in the order %s, and their results came as %s; the last six ended while a callback ran.", order, results)
                .isEqualTo(order);
    }
}
