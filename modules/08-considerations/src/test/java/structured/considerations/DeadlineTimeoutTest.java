package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
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

    private static final Duration PLENTY = Duration.ofMinutes(1);
    private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    private static final List<Duration> SHORT =
            List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(999_999), Duration.ofNanos(-1), Duration.ofSeconds(-1), FOREVER.negated());

    @BeforeAll
    static void callForLong() {
        TrialLongCalls.begin();
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
        TrialLongCalls.resultOf(others);
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
    @DisplayName("when a call is over, its deadline concerns nobody any more")
    void overBeforeTheDeadline() throws Exception {
        TrialSideBySide.of(List.of("ends", "fails", "is interrupted"), how -> {
            var caller = Thread.currentThread();
            Callable<String> task = switch (how) {
                case "ends" -> () -> "in time";
                case "fails" -> Inputs.throwing(new IOException("disk full"));
                default -> () -> {
                    caller.interrupt();
                    return new Trial(1).sleeper.call();
                };
            };
            // The first time, or on a busy machine, a call may be over only when its deadline has come: then there is nothing left to come after it.
            long took;
            long given = 2;
            do {
                given *= 4;
                var start = System.nanoTime();
                try {
                    Deadline.gatherWithin(List.of(task), Duration.ofMillis(given));
                } catch (ExecutionException | InterruptedException | TimeoutException e) {
                    // What a call throws is judged elsewhere.
                }
                took = (System.nanoTime() - start) / 1_000_000;
                // That of the task may have come too late for the call to notice.
                Thread.interrupted();
                try {
                    TrialDeadline.sleepPast(given - took);
                } catch (InterruptedException e) {
                    throw new AssertionError("A call %s, and after it, by the time of its deadline, its caller was interrupted.".formatted(how), e);
                }
            } while (took > given / 2 && given < 500);
        });
    }

    @Test
    @Tag("step-4")
    @DisplayName("calls know nothing of each other: they may be nested, or made at the same time")
    void independentCalls() throws Exception {
        TrialIndependence.assertOfTogether(tasks -> Deadline.gatherWithin(tasks, PLENTY));
        TrialDeadline.assertOthersTimeoutIsAFailure(PLENTY);
        TrialDeadline.assertLateOnesCallAsOthers(PLENTY);
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
        TrialLongCalls.assertGivenUpInTime();
    }

    @Test
    @Tag("step-4")
    @DisplayName("a timeout may be as long as a Duration can be")
    void forEver() throws Exception {
        TrialLongCalls.assertInTime();
    }
}
