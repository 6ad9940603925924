package structured.taskgroupbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.TaskGroupBinding.MY_THING;
import static structured.taskgroupbinding.TaskGroupBinding.gatherBound;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroupbinding.TaskGroupBinding.Bound;

/** What gatherBound promises, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link TaskGroupBinding}. */
@DisplayName("gatherBound: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4, binding = 2)
@TestMethodOrder(Steps.class)
class SchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order three tasks end, each result is there once, with its own thing")
    void eachOnce() throws Exception {
        var results = gatherBound(List.of(returning("a"), returning("b"), returning("c")), things("ball", "beer", "book"));
        assertThat(results)
                .withFailMessage("Three tasks returned what they found in MY_THING, with a, b, and c, and gatherBound returned %s", results)
                .containsExactlyInAnyOrder(new Bound("ball", "a ball"), new Bound("beer", "b beer"), new Bound("book", "c book"));
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order threads go on, a task that ends after another one's thread comes after it")
    void completionOrder() throws Exception {
        var started = new CountDownLatch(1);
        var first = new Thread[1];
        Callable<String> starting = () -> {
            first[0] = Thread.currentThread();
            started.countDown();
            Interleaving.note("task returns first");
            return "first";
        };
        Callable<String> following = () -> {
            started.await();
            first[0].join();
            Interleaving.note("task returns second");
            return "second";
        };
        var results = gatherBound(List.of(following, starting), () -> "book");
        assertThat(results)
                .withFailMessage("The second task to end had waited for the thread of the first, and gatherBound returned %s", results)
                .containsExactly(new Bound("book", "first"), new Bound("book", "second"));
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order threads go on, a task's failure is the cause, and the others are cancelled")
    void aTaskThatFails() throws Exception {
        var diskFull = new IOException("disk full");
        var running = new int[1];
        Callable<String> sleeping = () -> {
            running[0]++;
            try {
                new CountDownLatch(1).await();
                return "never";
            } finally {
                Interleaving.note("task is cancelled");
                running[0]--;
            }
        };
        Callable<String> failing = () -> { Interleaving.note("task throws " + diskFull.getMessage()); throw diskFull; };
        try {
            gatherBound(List.of(sleeping, failing, returning("a")), () -> "book");
            Interleaving.broken("A task threw " + diskFull + ", and gatherBound returned.");
        } catch (ExecutionException e) {
            assertThat(e.getCause()).withFailMessage("A task threw %s, and gatherBound reports: %s", diskFull, e.getCause()).isSameAs(diskFull);
        }
        assertThat(running[0]).withFailMessage("A task failed, gatherBound was over, and a cancelled task was not.").isZero();
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-4")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> gatherBound(List.of(failing), () -> "ball"),
                () -> gatherBound(List.of(TwoCalls.returning("a"), TwoCalls.returning("b")), () -> "book"));
        assertThat(results).withFailMessage("Of two calls at the same time one failed. Two tasks of the other returned a and b, each with a book, and gatherBound %s.", results)
                .containsExactlyInAnyOrder(new Bound("book", "a"), new Bound("book", "b"));
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out")
    void interrupt() throws Exception {
        var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
        TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and gatherBound", wasInterrupted, () -> {
            var results = gatherBound(List.of(returning("a"), returning("b"), returning("c")), things("ball", "beer", "book"));
            assertThat(results)
                    .withFailMessage("Somebody was about to interrupt the caller. Three tasks returned what they found in MY_THING, with a, b, and c, and gatherBound returned %s", results)
                    .containsExactlyInAnyOrder(new Bound("ball", "a ball"), new Bound("beer", "b beer"), new Bound("book", "c book"));
            return results;
        });
    }

    private static Callable<String> returning(String result) {
        return () -> {
            Interleaving.note("task returns " + result);
            return result + " " + MY_THING.orElse("nothing");
        };
    }

    private static Supplier<String> things(String... things) {
        return Stream.of(things).iterator()::next;
    }
}
