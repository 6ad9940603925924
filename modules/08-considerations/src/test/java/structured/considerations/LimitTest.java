package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
    @DisplayName("as many tasks as the limit allows are in flight at the same time")
    void theLimitIsReached() throws Exception {
        // The second is more than any machine has processors: tasks that wait need none.
        for (int limit : new int[] {3, 2_000}) {
            var trial = new Trial(limit);
            Callable<Integer> task = trial::meetTheOthers;
            var missed = Limit.gatherLimited(nCopies(limit + 2, task), limit).stream().filter(missing -> missing != 0).toList();
            assertThat(missed)
                    .withFailMessage("With a limit of %d, tasks wait until as many are running. %d gave up; the first of them missed %s.",
                            limit, missed.size(), missed.isEmpty() ? 0 : missed.getFirst())
                    .isEmpty();
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("more tasks than the limit allows are never in flight")
    void theLimitIsNeverExceeded() throws Exception {
        TrialSideBySide.of(List.of(1, 3), limit -> {
            for (int tasks : new int[] {60, 2_000}) {
                var inFlight = new AtomicInteger();
                var tooMany = new CountDownLatch(1);
                var ran = new AtomicInteger();
                // The first of sixty linger, and give one too many every chance to show up. Of many, some end when others have yet to come.
                Callable<Object> task = () -> {
                    if (inFlight.incrementAndGet() > limit) {
                        tooMany.countDown();
                    }
                    if (tasks == 60 && ran.get() < 2 * limit) {
                        Trial.showUp(tooMany);
                    }
                    ran.incrementAndGet();
                    Thread.yield();
                    return inFlight.decrementAndGet();
                };
                Limit.gatherLimited(nCopies(tasks, task), limit);
                assertThat(tooMany.getCount())
                        .withFailMessage("With a limit of %d, another task started while as many were running.", limit).isEqualTo(1);
                assertThat(ran).withFailMessage("Of %d tasks, %s were run.", tasks, ran).hasValue(tasks);
            }
        });
    }

    @Test
    @Tag("step-2")
    @DisplayName("results keep the order of the tasks, and may be null")
    void order() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        TrialResults.assertInOrder("The results of two tasks, of which the second ends first", Arrays.asList("first", null),
                Limit.gatherLimited(List.of(trial.after(second, "first"), Trial.ending(second, () -> null)), 2));
    }

    @Test
    @Tag("step-2")
    @DisplayName("each task is run once, and its result has its place, whatever the limit")
    void everyResult() throws Exception {
        TrialSideBySide.of(List.of(1, 2, 3, Integer.MAX_VALUE), limit -> {
            var how = "with a limit of " + limit;
            TrialCalls.Call<Object> call = tasks -> Limit.gatherLimited(tasks, limit);
            if (limit == 3) {
                TrialResults.assertResults(how, Extremes.tasks(), call);
            } else {
                TrialResults.assertResults(how, call);
            }
        });
    }

    @Test
    @Tag("step-2")
    @DisplayName("a limit of less than one task is refused, and no task is run")
    void limitTooSmall() throws Exception {
        var ran = new AtomicInteger();
        for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
            for (int tasks : new int[] {0, 1, 3}) {
                try {
                    fail("A limit of %d, with %d tasks, gave %s.", limit, tasks, Inputs.closed(() -> Limit.gatherLimited(nCopies(tasks, ran::incrementAndGet), limit)));
                } catch (IllegalArgumentException expected) {
                    assertThat(ran).withFailMessage("A limit of %d was refused, after %s tasks had run.", limit, ran).hasValue(0);
                }
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure arrives with the task's own exception, and cancels the others")
    void failure() throws Exception {
        for (var thrown : TrialThrown.failures()) {
            assertCancels(thrown, 3);
            var ofThree = Inputs.reportOf(thrown, () -> Limit.gatherLimited(nCopies(3, Inputs.throwing(thrown, 3)), 3));
            assertThat(ofThree).withFailMessage("Three tasks threw %s, the same one, and gatherLimited reports: %s", thrown, ofThree).isSameAs(thrown);
        }
        assertCancels(new IOException("disk full"), Integer.MAX_VALUE);
        TrialFailures.assertOf(tasks -> Limit.gatherLimited(tasks, 4));
    }

    private static void assertCancels(Throwable thrown, int limit) throws Exception {
        var trial = new Trial(3);
        var cause = Inputs.reportOf(thrown, () -> Limit.gatherLimited(List.of(trial.sleeper, trial.failing(thrown), trial.sleeper), limit));
        trial.assertAllCancelled(2);
        assertThat(cause).withFailMessage("A task threw %s, and gatherLimited reports: %s", thrown, cause).isSameAs(thrown);
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(2);
        trial.assertCancelledByInterrupt(tasks -> Limit.gatherLimited(tasks, 2), List.of(trial.slowToStop, trial.interrupting));
    }

    @Test
    @Tag("step-2")
    @DisplayName("calls know nothing of each other: they may be nested, or made at the same time")
    void independentCalls() throws Exception {
        TrialNested.assertOf(Limit::gatherLimited);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a service that refuses some of many requests at once refuses none of as many within its limit")
    void sparesAService() throws Exception {
        TrialSideBySide.all(LimitTest::spares, LimitTest::minds);
    }

    private static void spares() throws Exception {
        try (var service = new RateLimitedService(3, Duration.ofMillis(3))) {
            var answers = Limit.gatherLimited(requests(service), 3);
            assertThat(answers).withFailMessage("To twelve requests, with a limit of three, came %d answers.", answers.size()).hasSize(12);
            TrialResults.assertResult("The last of twelve answers", "I/O Task 12 has been completed after 0.003 seconds.", answers.getLast());
        }
    }

    /** To be sure that the service would have minded: with a limit beyond its own, a request too many is refused. */
    private static void minds() throws Exception {
        try (var service = new RateLimitedService(3, Duration.ofSeconds(3))) {
            fail("Of 12 requests at once, a service that serves 3 at a time refused none: %s", Limit.gatherLimited(requests(service), 12));
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .withFailMessage("Of 12 requests at once, a service that serves 3 at a time refused some, and gatherLimited reports: %s", e.getCause())
                    .isInstanceOf(RateLimitedService.TooManyRequests.class);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        TrialCalls.assertForked(tasks -> Limit.gatherLimited(tasks, 2));
    }

    private static List<Callable<String>> requests(RateLimitedService service) {
        return IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
    }

    /** Never run. If this doesn't compile, gatherLimited has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks, int maxInFlight) throws InterruptedException, ExecutionException {
        return Limit.<T>gatherLimited(tasks, maxInFlight).getFirst().length();
    }
}
