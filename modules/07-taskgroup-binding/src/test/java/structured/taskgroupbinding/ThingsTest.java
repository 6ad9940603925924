package structured.taskgroupbinding;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.TaskGroupBinding.MY_THING;
import static structured.taskgroupbinding.TaskGroupBinding.gatherBound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroupbinding.TaskGroupBinding.Bound;

/** How gatherBound binds things to tasks. Nothing to write here: these tests judge {@link TaskGroupBinding}. */
@DisplayName("gatherBound: the things")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4)
@TestMethodOrder(Steps.class)
class ThingsTest {

    /** When the tasks of a test stop waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    @Test
    @Tag("step-1")
    @DisplayName("things are chosen by the caller, one for each task")
    void chosenByTheCaller() throws Exception {
        var choosers = new ArrayList<Thread>();
        Callable<String> task = () -> "done";
        gatherBound(List.of(task, task, task), () -> {
            choosers.add(Thread.currentThread());
            return "ball";
        });
        assertThat(choosers)
                .withFailMessage("Things for three tasks were to be chosen by the caller, and were chosen by " + choosers)
                .containsExactly(Thread.currentThread(), Thread.currentThread(), Thread.currentThread());
    }

    @Test
    @Tag("step-2")
    @DisplayName("MY_THING is bound while a task runs")
    void boundInTheTask() throws Exception {
        Callable<String> task = () -> MY_THING.orElse("nothing");
        assertThat(gatherBound(List.of(task, task, task), things("banana", "beer", "wheel")))
                .as("what three tasks found in MY_THING")
                .extracting(Bound::result).containsExactlyInAnyOrder("banana", "beer", "wheel");
    }

    @Test
    @Tag("step-2")
    @DisplayName("MY_THING is not bound in the caller")
    void unboundInTheCaller() throws Exception {
        var boundWhileChoosing = new ArrayList<Boolean>();
        gatherBound(List.of(() -> "a", () -> "b"), () -> {
            boundWhileChoosing.add(MY_THING.isBound());
            return "wheel";
        });
        assertThat(boundWhileChoosing).as("whether MY_THING was bound while things were chosen").containsOnly(false);
        assertThat(MY_THING.isBound()).as("whether MY_THING is bound after the call").isFalse();
    }

    @Test
    @Tag("step-3")
    @DisplayName("each result comes with its own task's thing, also when the tasks end in reverse")
    void eachWithItsOwn() throws Exception {
        var second = new CountDownLatch(1);
        var third = new CountDownLatch(1);
        assertThat(gatherBound(List.of(
                () -> { await(second); return "first"; },
                () -> { await(third); second.countDown(); return "second"; },
                () -> { third.countDown(); return "third"; }), things("banana", "beer", "wheel")))
                .as("results of tasks that end in reverse, with their things")
                .containsExactlyInAnyOrder(
                        new Bound("banana", "first"), new Bound("beer", "second"), new Bound("wheel", "third"));
    }

    @Test
    @Tag("step-3")
    @DisplayName("results come in the order in which the tasks end")
    void completionOrder() throws Exception {
        var started = new CountDownLatch(3);
        var first = new AtomicReference<Thread>();
        var third = new AtomicReference<Thread>();
        assertThat(gatherBound(List.of(
                () -> { meet(started, first); awaitTheEndOf(third); return "first"; },
                () -> { meet(started, new AtomicReference<>()); awaitTheEndOf(first); return "second"; },
                () -> { meet(started, third); return "third"; }), () -> "book"))
                .as("results of tasks of which the third ends first")
                .extracting(Bound::result).containsExactly("third", "first", "second");
    }

    @Test
    @Tag("step-3")
    @DisplayName("ten thousand tasks that end in pairs, at the same moment, lose no result")
    void noneLost() throws Exception {
        var pairs = Stream.generate(AtomicInteger::new).limit(5_000).toList();
        // How often tasks may wait in vain. Where there is one processor only, no two of them are ever at the same point.
        var patience = new AtomicInteger(Runtime.getRuntime().availableProcessors() > 1 ? 200 : 0);
        var tasks = IntStream.range(0, 10_000).<Callable<String>>mapToObj(i -> () -> {
            var pair = pairs.get(i / 2);
            pair.incrementAndGet();
            // Spins for the other one rather than sleeping, so that both go on in the same instant, on two processors.
            var end = System.nanoTime() + 1_000_000;
            while (pair.get() < 2 && patience.get() > 0) {
                if (System.nanoTime() > end && patience.getAndDecrement() > 0) {
                    // Both carriers may share a processor, on a busy machine. One that waits inside a monitor is replaced by
                    // another one for that time, and they spread over the processors again.
                    synchronized (pair) {
                        pair.wait(2);
                    }
                    break;
                }
                Thread.onSpinWait();
            }
            return "result " + i;
        }).toList();
        var results = gatherBound(tasks, () -> "ball");
        assertThat(results).as("what gatherBound returned").isNotNull();
        // As sets: lists as long as these, in whatever order, would take AssertJ seconds.
        var returned = results.stream().filter(Objects::nonNull).map(Bound::result).collect(Collectors.toSet());
        assertThat(returned)
                .withFailMessage("10,000 tasks succeeded, and gatherBound returned the results of %d of them.", returned.size())
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "result " + i).collect(Collectors.toSet()));
        assertThat(results.size()).as("how many results 10,000 tasks have").isEqualTo(10_000);
    }

    @Test
    @Tag("step-3")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        assertThat(gatherBound(List.of(() -> null), () -> "beer")).containsExactly(new Bound("beer", null));
    }

    @Test
    @Tag("step-3")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(gatherBound(List.of(), () -> "beer")).isEmpty();
    }

    private static Supplier<String> things(String... things) {
        return Stream.of(things).iterator()::next;
    }

    private void await(CountDownLatch latch) throws InterruptedException {
        latch.await(deadline - System.nanoTime(), NANOSECONDS);
    }

    private void meet(CountDownLatch started, AtomicReference<Thread> self) throws InterruptedException {
        self.set(Thread.currentThread());
        started.countDown();
        await(started);
    }

    /** Waits until a task's thread has ended, and a little longer, for what may have been done with its result since. */
    private void awaitTheEndOf(AtomicReference<Thread> task) throws InterruptedException {
        if (task.get() != null) {
            task.get().join(Duration.ofNanos(deadline - System.nanoTime()));
            Thread.sleep(50);
        }
    }
}
