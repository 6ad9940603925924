package structured.taskgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroup.Trial.assertCallbacksCome;
import static structured.taskgroup.Trial.reportOf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroup.TrialTasks.First;
import structured.taskgroup.TrialTasks.Idle;
import structured.taskgroup.TrialTasks.Told;

/** What forEachDone does about failures, while it calls back. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the failures")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class FailuresTest {

    private final Patience patience = new Patience();
    private final IOException diskFull = new IOException("disk full");
    private final IllegalStateException outOfPaper = new IllegalStateException("out of paper");

    /** What the callbacks got. */
    private final List<Object> results = new ArrayList<>();

    // Tasks that end while a callback runs
    private final Told failing = new Told(patience, Inputs.throwing(diskFull));
    private final Told second = new Told(patience, () -> "second");
    private final Told third = new Told(patience, () -> "third");
    private final Callable<String> first = () -> "first";

    @Test
    @Tag("step-3")
    @DisplayName("a callback that throws fails the group with its exception, and cancels the tasks")
    void callbackThatThrows() throws Exception {
        assertCallbacksCome();
        for (var thrown : Inputs.failures()) {
            // By itself first: what isn't reported cancels nobody, who would sleep in vain.
            reportOf("A callback", thrown, List.of(first), result -> TrialCallbacks.<RuntimeException>throwAny(thrown));
            var two = new TrialMeeting(2);
            var cause = reportOf("A callback", thrown, List.of(two.sleeper(), two.then(first)), result -> TrialCallbacks.<RuntimeException>throwAny(thrown));
            assertThat(cause).withFailMessage("A callback threw %s, and forEachDone reports: %s", thrown, cause).isSameAs(thrown);
            assertThat(two.cancelled).withFailMessage("A callback threw %s, and a task that was running went on.", thrown).hasValue(1);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("after the first failure no more callbacks come, not even for a task that has just succeeded")
    void noneAfterAFailure() throws Exception {
        assertCallbacksCome();
        var first = new First(patience);
        reportOf("A task", diskFull, List.of(first, failing, second), result -> {
            results.add(result);
            if (result == "first") {
                List.of(failing, second).forEach(Told::awaitStart);
                first.awaitRest();
                failing.end();
                second.end();
            }
        });
        assertThat(results)
                .withFailMessage("While the callback of the first task ran, one task failed, and after it another one succeeded. "
                        + "Callbacks came for %s%s.", results, results.contains(null) ? "; null stands for the task that failed" : "")
                .containsExactly("first");
    }

    @Test
    @Tag("step-3")
    @DisplayName("results that wait for their turn when the group fails are not handed over")
    void noneOfThoseWhoWait() throws Exception {
        assertCallbacksCome();
        reportOf("A task", diskFull, List.of(Inputs.throwing(diskFull)), result -> {});
        assertNoneOfThoseWhoWait(1);
        assertNoneOfThoseWhoWait(2);
    }

    /** Three results wait while the first callback runs, and a task fails while this one does. */
    private void assertNoneOfThoseWhoWait(int callback) throws Exception {
        var idle = new Idle(patience);
        var waiting = Stream.of("second", "third", "fourth").map(result -> new Told(patience, () -> result)).toList();
        var failing = new Told(patience, Inputs.throwing(diskFull));
        var came = new AtomicInteger();
        var afterTheEnd = new AtomicInteger();
        var first = new First(patience);
        reportOf("A task", diskFull, List.of(first, idle, waiting.get(0), waiting.get(1), waiting.get(2), failing), result -> {
            if (idle.isCancelled()) {
                afterTheEnd.incrementAndGet();
            }
            var now = came.incrementAndGet();
            if (now == 1) {
                idle.awaitStart();
                first.awaitRest();
                waiting.forEach(Told::end);
            }
            if (now == callback) {
                failing.end();
            }
        });
        // One may have found that all was well just before it wasn't.
        assertThat(afterTheEnd)
                .withFailMessage("Three results waited, and while the callback no. %s ran a task failed. It cancelled the others, and then %s callbacks still came.",
                        callback, afterTheEnd)
                .hasValueLessThan(2);
    }

    @Test
    @Tag("step-3")
    @DisplayName("after a callback has thrown no more callbacks come, not even for tasks that wait for their turn")
    void noneAfterACallbackThatThrew() throws Exception {
        assertCallbacksCome();
        reportOf("A callback", outOfPaper, List.of(first, second, third), result -> {
            results.add(result);
            if (result == "first") {
                List.of(second, third).forEach(Told::end);
                throw outOfPaper;
            }
        });
        assertThat(results)
                .withFailMessage("While the callback of the first task ran, two others succeeded, and then it threw. Callbacks came for %s.", results)
                .containsExactly("first");
    }

    @Test
    @Tag("step-3")
    @DisplayName("the cause is the first failure, whatever fails after it")
    void firstFailure() throws Exception {
        assertCallbacksCome();
        for (var place : List.of("before", "behind")) {
            assertFirst(diskFull, new IOException("failed second"), place);
            assertFirst(diskFull, diskFull, place);
            assertFirst(new InterruptedException("of its own"), diskFull, place);
            assertFirst(new CancellationException("of its own"), diskFull, place);
            assertFirst(diskFull, new NoSuchMethodError("failed second"), place);
            assertFirst(outOfPaper, diskFull, place);
        }
        var interrupted = reportOf("A task", diskFull, List.of(first, failing), result -> {
            failing.end();
            failing.interrupt();
        });
        assertThat(interrupted)
                .withFailMessage("A task threw %s, its thread was interrupted while a callback ran, and forEachDone reports: %s", diskFull, interrupted).isSameAs(diskFull);

        var error = new NoSuchMethodError("failed second");
        TrialCallbacks.assertFirstOfTaskAndCallback(diskFull, outOfPaper);
        TrialCallbacks.assertFirstOfTaskAndCallback(diskFull, error);
        TrialCallbacks.assertFirstOfTaskAndCallback(error, outOfPaper);
    }

    /** Both fail while a callback runs, the one that stands in this place of the other one first. */
    private void assertFirst(Throwable thrown, Throwable second, String place) throws Exception {
        var failing = new Told(patience, Inputs.throwing(thrown));
        var another = new Told(patience, Inputs.throwing(second));
        var first = new First(patience);
        var cause = reportOf("A task", thrown, place.equals("behind") ? List.of(first, failing, another) : List.of(first, another, failing), result -> {
            List.of(failing, another).forEach(Told::awaitStart);
            first.awaitRest();
            failing.end();
            another.end();
        });
        assertThat(cause)
                .withFailMessage("A task threw %s, then another one, which stands %s it in the list, threw %s, and forEachDone reports: %s",
                        thrown, place, second == thrown ? "the same" : second, cause)
                .isSameAs(thrown);
    }
}
