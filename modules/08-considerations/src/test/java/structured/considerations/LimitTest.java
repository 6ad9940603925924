package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherLimited promises. Nothing to write here: these tests judge {@link Limit}. */
@DisplayName("gatherLimited")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2)
@TestMethodOrder(Steps.class)
class LimitTest {

    @Test
    @Tag("step-2")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        Trial.assertForked(tasks -> Limit.gatherLimited(tasks, 1));
    }

    @Test
    @Tag("step-2")
    @DisplayName("as many tasks as the limit allows are in flight at the same time")
    void theLimitIsReached() throws Exception {
        var trial = new Trial(3);
        Callable<Integer> task = trial::meetTheOthers;
        assertThat(Limit.gatherLimited(List.of(task, task, task, task, task), 3))
                .as("how many of three tasks at once each task missed, with a limit of three")
                .containsOnly(0);
    }

    @Test
    @Tag("step-2")
    @DisplayName("more tasks than the limit allows are never in flight")
    void theLimitIsNeverExceeded() throws Exception {
        var inFlight = new AtomicInteger();
        var tooMany = new CountDownLatch(1);
        var ran = new AtomicInteger();
        // The first tasks linger, and give a fourth one every chance to show up. Then come many that are over at once.
        Callable<Object> task = () -> {
            if (inFlight.incrementAndGet() > 3) {
                tooMany.countDown();
            }
            tooMany.await(ran.getAndIncrement() < 6 ? 50 : 1, TimeUnit.MILLISECONDS);
            return inFlight.decrementAndGet();
        };
        Limit.gatherLimited(Collections.nCopies(60, task), 3);
        assertThat(tooMany.getCount())
                .withFailMessage("With a limit of three, a fourth task started while three were running.")
                .isEqualTo(1);
        assertThat(ran).withFailMessage("Of 60 tasks, %s were run.", ran).hasValue(60);
    }

    @Test
    @Tag("step-2")
    @DisplayName("when a task ends the next one starts, also while another one is still running")
    void theLimitIsKeptFull() throws Exception {
        var trial = new Trial(1);
        var third = new CountDownLatch(1);
        assertThat(Limit.gatherLimited(List.of(
                () -> trial.await(third) == 0 ? "met the third" : "never saw the third",
                () -> "quick",
                () -> { third.countDown(); return "third"; }), 2))
                .as("what a slow task saw of the third one, with a limit of two")
                .containsExactly("met the third", "quick", "third");
    }

    @Test
    @Tag("step-2")
    @DisplayName("results keep the order of the tasks, and may be null")
    void order() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        assertThat(Limit.gatherLimited(List.of(trial.after(second, "first"), Trial.ending(second, null)), 2))
                .as("the results of two tasks, of which the second ends first")
                .containsExactly("first", null);
    }

    @Test
    @Tag("step-2")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(Limit.gatherLimited(List.of(), 2)).as("the results of no tasks").isEmpty();
    }

    @Test
    @Tag("step-2")
    @DisplayName("a limit of less than one task is refused, and no task is run")
    void limitTooSmall() throws Exception {
        var ran = new AtomicBoolean();
        for (int limit : new int[] {0, -1}) {
            try {
                fail("A limit of %d gave %s.", limit, Limit.gatherLimited(List.of(() -> ran.getAndSet(true)), limit));
            } catch (IllegalArgumentException expected) {
                assertThat(ran).withFailMessage("A limit of %d was refused, after a task had run.", limit).isFalse();
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure arrives with the task's own exception, and cancels the others")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var trial = new Trial(3);
            var cause = Inputs.reportOf(thrown, () -> Limit.gatherLimited(
                    List.of(trial.sleeper, trial.failing(thrown), trial.sleeper), 3));
            trial.assertAllCancelled(2);
            assertThat(cause).withFailMessage("A task threw %s, and gatherLimited reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure ends the call also when others are still waiting for their turn")
    void failureWhileOthersWait() throws Exception {
        var diskFull = new IOException("disk full");
        Callable<String> failing = () -> {
            Thread.sleep(50);    // until the others have queued up
            throw diskFull;
        };
        assertThat(Trial.failureOf(tasks -> Limit.gatherLimited(tasks, 1), Collections.nCopies(100, failing)))
                .isSameAs(diskFull);
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(2);
        trial.assertCancelledByInterrupt(tasks -> Limit.gatherLimited(tasks, 2), List.of(trial.sleeper, trial.interrupting));
    }

    @Test
    @Tag("step-2")
    @DisplayName("a service that refuses some of many requests at once refuses none of as many within its limit")
    void sparesAService() throws Exception {
        try (var service = new RateLimitedService(3, Duration.ofMillis(5))) {
            assertThat(Limit.gatherLimited(requests(service), 3)).hasSize(20)
                    .last().isEqualTo("I/O Task 20 has been completed after 0.005 seconds.");
        }
        // To be sure that the service would have minded: with a limit beyond its own, a request too many is refused.
        try (var service = new RateLimitedService(3, Duration.ofSeconds(3))) {
            assertThat(Trial.failureOf(tasks -> Limit.gatherLimited(tasks, 20), requests(service)))
                    .as("the failure of 20 requests at once, to a service that serves 3 at a time")
                    .isInstanceOf(RateLimitedService.TooManyRequests.class);
        }
    }

    private static List<Callable<String>> requests(RateLimitedService service) {
        return IntStream.rangeClosed(1, 20).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
    }
}
