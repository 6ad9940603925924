package structured.taskgroup;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** When forEachDone calls back, and when not. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the callbacks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class CallbacksTest {

    /** When tasks and callbacks stop waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    /** Filled by the callbacks. A plain list: nothing but their coming one at a time protects it. */
    private final List<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("callbacks come one at a time, and ten thousand results leave none out")
    void oneAtATime() throws Exception {
        var inside = new AtomicInteger();
        var overlap = new AtomicBoolean();
        var tasks = IntStream.range(0, 10_000).mapToObj(i -> Executors.callable(() -> {}, i)).toList();
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
        assertThat(overlap).withFailMessage("A callback was called while another one was running.").isFalse();
        // As sets: lists as long as these, in whatever order, would take AssertJ seconds.
        var calledBack = results.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        assertThat(calledBack)
                .withFailMessage("10,000 tasks succeeded, and the callback got the results of %d of them.", calledBack.size())
                .isEqualTo(IntStream.range(0, 10_000).boxed().collect(Collectors.toSet()));
        assertThat(results.size()).as("how many results the callback got of 10,000 tasks").isEqualTo(10_000);
    }

    @Test
    @Tag("step-2")
    @DisplayName("results come in the order in which the tasks end")
    void completionOrder() throws Exception {
        var first = new AtomicReference<Thread>();
        var third = new AtomicReference<Thread>();
        var started = new CountDownLatch(3);
        TaskGroup.<Object>forEachDone(List.of(
                () -> { meet(started, first); awaitTheEndOf(third); return "first"; },
                () -> { meet(started, new AtomicReference<>()); awaitTheEndOf(first); return "second"; },
                () -> { meet(started, third); return "third"; }), results::add);
        assertThat(results).as("results of tasks of which the third ends first").containsExactly("third", "first", "second");
    }

    @Test
    @Tag("step-2")
    @DisplayName("a result is handed over while others still run, and a slow callback holds up none of them")
    void handedOverAtOnce() throws Exception {
        var calledBack = new CountDownLatch(1);
        var othersRan = new CountDownLatch(500);
        var missing = new AtomicInteger(500);
        Callable<String> other = () -> {
            await(calledBack);
            othersRan.countDown();
            return "other";
        };
        var tasks = new ArrayList<>(Collections.nCopies(500, other));
        tasks.addFirst(() -> "first");
        TaskGroup.forEachDone(tasks, result -> {
            if (result.equals("first")) {
                calledBack.countDown();
                await(othersRan);
                missing.set((int) othersRan.getCount());
            }
        });
        assertThat(missing)
                .withFailMessage("A callback waited for 500 tasks that were waiting for it, and %s of them never ran: "
                        + "it came too late, or it kept the carriers from them.", missing)
                .hasValue(0);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        TaskGroup.<Object>forEachDone(List.of(() -> null), results::add);
        assertThat(results).containsExactly((Object) null);
    }

    @Test
    @Tag("step-2")
    @DisplayName("no tasks, no callbacks")
    void noTasks() throws Exception {
        TaskGroup.forEachDone(List.of(), results::add);
        assertThat(results).isEmpty();
    }

    private void await(CountDownLatch latch) {
        try {
            latch.await(deadline - System.nanoTime(), NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void meet(CountDownLatch started, AtomicReference<Thread> self) {
        self.set(Thread.currentThread());
        started.countDown();
        await(started);
    }

    private void awaitTheEndOf(AtomicReference<Thread> task) throws InterruptedException {
        if (task.get() != null) {
            task.get().join(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }
}
