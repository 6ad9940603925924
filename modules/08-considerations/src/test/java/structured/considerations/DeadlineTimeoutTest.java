package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherWithin promises of time. Nothing to write here: these tests judge {@link Deadline}. */
@DisplayName("gatherWithin: the timeout")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 4, join = 4, failure = 4)
@TestMethodOrder(Steps.class)
class DeadlineTimeoutTest {

    private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    private static final List<Duration> SHORT =
            List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(999_999), Duration.ofNanos(-1), Duration.ofSeconds(-1), FOREVER.negated());
    private static final List<Duration> LONG =
            List.of(Duration.ofMinutes(1), Duration.ofDays(30), Duration.ofDays(200_000), Duration.ofSeconds(Instant.MAX.getEpochSecond()), Duration.ofSeconds(Long.MAX_VALUE), FOREVER);

    /** Calls with each of these timeouts. They go on beside all tests of this class. */
    private static List<FutureTask<List<String>>> longCalls;

    /** Calls for a task that sleeps, and how many milliseconds each took to give it up. They go on likewise. */
    private static List<FutureTask<Long>> callsToTheEnd;

    @BeforeAll
    static void callForLong() {
        // So long that whoever asks for the time while it waits has asked once.
        Callable<String> task = () -> { Thread.sleep(110); return "in time"; };
        longCalls = LONG.stream().map(timeout -> new FutureTask<>(() -> TrialDeadline.timedOut(List.of(task), timeout))).toList();
        longCalls.forEach(Thread.ofPlatform().daemon()::start);
        callsToTheEnd = Stream.generate(() -> new FutureTask<>(() -> {
            // Once before it counts: the first time, when all code is new, takes longer.
            TrialDeadline.timedOut(List.of(new Trial(1).sleeper), Duration.ofMillis(1));
            var start = System.nanoTime();
            TrialDeadline.timedOut(List.of(new Trial(1).sleeper), Duration.ofMillis(100));
            return (System.nanoTime() - start) / 1_000_000;
        })).limit(3).toList();
        callsToTheEnd.forEach(Thread.ofPlatform().daemon()::start);
    }

    @Test
    @Tag("step-4")
    @DisplayName("past the deadline the call ends with a TimeoutException, and its tasks are cancelled")
    void pastTheDeadline() throws Exception {
        // These wait meanwhile.
        var others = new FutureTask<Void>(() -> {
            TrialDeadline.assertLateHoweverTheyEnd();
            TrialDeadline.assertLateEachForItself();
            return null;
        });
        Thread.ofPlatform().daemon().start(others);
        // On a busy machine not all tasks may have begun by then, or what was given up too early looks as late as it should be; so it does the
        // first time, when all code is new. They are asked again, and given more time, until the end came when it was due.
        Trial trial;
        long given = 10;
        long took;
        do {
            given *= 3;
            trial = new Trial(2);
            var over = new AtomicLong();
            var sleeper = trial.sleeper;
            var tasks = new ArrayList<Callable<String>>(nCopies(10, () -> "quick"));
            tasks.set(0, trial.slowToStop);
            tasks.set(9, () -> {
                try {
                    return sleeper.call();
                } finally {
                    over.set(System.nanoTime());
                }
            });
            var start = System.nanoTime();
            var results = TrialDeadline.timedOut(tasks, Duration.ofMillis(given));
            assertThat(results).withFailMessage("Two of ten tasks slept past the deadline, and gatherWithin returned: %s", results).isNull();
            took = ((over.get() == 0 ? System.nanoTime() : over.get()) - start) / 1_000_000;
            // A busy machine can make it longer, never shorter. A little less, since a deadline may be cut to whole milliseconds.
            assertThat(took).withFailMessage("The tasks were given %d ms, and gatherWithin gave them up after %d.", given, took)
                    .isGreaterThanOrEqualTo(given - 2);
            trial.assertAllCancelled();
        } while ((trial.asleep() < 2 || took > given + given / 6) && given < 400);
        trial.assertAllCancelled(2);
        TrialDeadline.assertKeptToTheMillisecond();
        resultOf(others);
    }

    @Test
    @Tag("step-4")
    @DisplayName("at the deadline itself the call is in time or late, and leaves its caller as it was")
    void atTheDeadline() throws Exception {
        Callable<String> task = () -> { Thread.sleep(1); return "just in time"; };
        TrialSideBySide.of(nCopies(5, nCopies(3, task)), tasks -> {
            for (int i = 0; i < 6; i++) {
                var results = TrialDeadline.timedOut(tasks, Duration.ofMillis(1));
                assertThat(Thread.interrupted())
                        .withFailMessage("The call was over, and left its caller interrupted, which nobody had interrupted.").isFalse();
                assertThat(results == null || results.equals(nCopies(3, "just in time")))
                        .withFailMessage("Three tasks ended at the deadline, and gatherWithin returned: %s", results).isTrue();
            }
        });
    }

    @Test
    @Tag("step-4")
    @DisplayName("a timeout of zero or less is over at once: tasks that run are late, no tasks are not")
    void noTime() throws Exception {
        TrialSideBySide.of(SHORT, timeout -> {
            var trial = new Trial(2);
            var results = TrialDeadline.timedOut(List.of(trial.slowToStop, trial.sleeper), timeout);
            assertThat(results).withFailMessage("Tasks that sleep had %s, and gatherWithin returned: %s", timeout, results).isNull();
            trial.assertAllCancelled();
            var tooLate = TrialDeadline.timedOut(List.of(trial.slowToStop), timeout);
            assertThat(tooLate).withFailMessage("A task that had %s was cancelled, returned all the same, and gatherWithin returned: %s", timeout, tooLate).isNull();
            TrialResults.assertInOrder("No tasks had " + timeout + ". The results", List.of(), Deadline.gatherWithin(new TrialCalls.Nobody(), timeout));
        });
    }

    @Test
    @Tag("step-4")
    @DisplayName("the timeout is for all the tasks together, however many of them end meanwhile")
    void together() throws Exception {
        // A busy machine may let the caller look at the clock when all have ended, and nothing is late; or make one task late, for which alone
        // there was time enough. So it is asked again, and with longer pauses, until a TimeoutException comes at the deadline itself, or results
        // have come three times.
        var returned = 0;
        for (int call = 0; call < 9; call++) {
            var pause = call == 0 ? 2 : 10;
            var ended = new AtomicInteger();
            // One ends after each pause at the earliest; the last is too late.
            var tasks = IntStream.rangeClosed(1, 25)
                    .<Callable<String>>mapToObj(i -> () -> { Thread.sleep(pause * i); return "task " + i + ", as number " + ended.incrementAndGet(); }).toList();
            var start = System.nanoTime();
            var results = TrialDeadline.timedOut(tasks, Duration.ofMillis(6 * pause));
            // With two that have ended, it would be too early if the time began anew with each.
            if (results == null && System.nanoTime() - start < 7_000_000 * pause && ended.get() >= 2) {
                break;
            }
            returned += results == null || pause < 10 ? 0 : 1;
            assertThat(returned).withFailMessage("25 tasks took 10 to 250 ms, had 60 ms, and gatherWithin returned: %s", results).isLessThan(3);
        }
        // The least of three: a busy machine makes it longer, also what was too short.
        var least = Long.MAX_VALUE;
        for (var call : callsToTheEnd) {
            least = Math.min(least, call.get());
        }
        assertThat(least).withFailMessage("A task that sleeps was given 100 ms, and gatherWithin gave it up after %d.", least).isGreaterThanOrEqualTo(98);
    }

    @Test
    @Tag("step-4")
    @DisplayName("a timeout may be as long as a Duration can be")
    void forEver() throws Exception {
        // Last of all: they have had most of their time by now.
        for (int i = 0; i < LONG.size(); i++) {
            TrialResults.assertInOrder("A task takes a moment, and has " + LONG.get(i) + ". The results", List.of("in time"), resultOf(longCalls.get(i)));
        }
    }

    private static <T> T resultOf(FutureTask<T> call) throws Exception {
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError told) {
                throw told;
            }
            throw e;
        }
    }
}
