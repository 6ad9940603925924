package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroup.Trial.assertCallbacksCome;
import static structured.taskgroup.Trial.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroup.TrialTasks.Told;

/** What forEachDone does about interrupts, and calls inside others. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: interrupts, and calls inside others")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class CallsTest {

    private final Patience patience = new Patience();

    /** Filled by the callbacks. A plain list: nothing but their coming one at a time protects it. */
    private final List<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("a task, or a callback, that ends with its thread's interrupt set is like any other")
    void interrupted() throws Exception {
        var caller = Thread.currentThread();
        TaskGroup.forEachDone(nCopies(3, () -> { Thread.currentThread().interrupt(); return "done"; }), results::add);
        assertThat(results)
                .withFailMessage("Three tasks set their own thread's interrupt, and succeeded. The callback got %s results.", results.size())
                .hasSize(3);
        results.clear();
        TaskGroup.forEachDone(nCopies(3, () -> "done"), result -> {
            results.add(result);
            if (Thread.currentThread() != caller) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(results)
                .withFailMessage("Three callbacks set their thread's interrupt, or were to, and %s came.", results.size())
                .hasSize(3);
        results.clear();
        var waiting = List.of(new Told(patience, () -> "second"), new Told(patience, () -> "third"));
        TrialCallbacks.forEachDone(List.of(() -> { Thread.currentThread().interrupt(); return "first"; }, waiting.getFirst(), waiting.getLast()), result -> {
            results.add(result);
            if (result == "first") {
                waiting.forEach(Told::end);
                if (Thread.currentThread() != caller) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertThat(results)
                .withFailMessage("Two tasks ended while the callback of another one ran, which set its thread's interrupt, as its task had. Callbacks came for %s.", results)
                .hasSize(3);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a task that waits for its turn gets it, whoever interrupts its thread, and keeps no carrier meanwhile")
    void interruptedWhileTheyWait() throws Exception {
        assertCallbacksCome();
        var interrupted = new Told(patience, () -> "interrupted while it waited");
        var endsInterrupted = new Told(patience, () -> { Thread.currentThread().interrupt(); return "interrupted as it ended"; });
        var goesRound = new AtomicBoolean();
        TrialCallbacks.forEachDone(List.of(() -> "first", interrupted, endsInterrupted), result -> {
            results.add(result);
            if (result == "first") {
                endsInterrupted.end();
                goesRound.set(patience.isOver());
                if (!patience.isOver()) {
                    interrupted.end();
                    interrupted.interrupt();
                }
            }
        });
        assertThat(goesRound)
                .withFailMessage("A task ended with its thread's interrupt set. While it waits for its turn its thread never rests: it goes round in a loop, and keeps its carrier "
                        + "from others. (A thread whose interrupt is set isn't parked.)")
                .isFalse();
        assertThat(results)
                .withFailMessage("Two tasks waited for their turn, and the thread of each was interrupted. The callback got %s", results)
                .containsExactlyInAnyOrder("first", "interrupted while it waited", "interrupted as it ended");
    }

    @Test
    @Tag("step-2")
    @DisplayName("no callback outlives the call, and none overlap, also when the caller is interrupted")
    void callbacksOfAnInterruptedCaller() throws Exception {
        assertCallbacksCome();
        TrialCallbacks.assertInterruptArrives(() -> {});
        TrialCallbacks.assertInterruptArrives(() -> { throw new IllegalStateException("out of paper"); });
    }

    @Test
    @Tag("step-2")
    @DisplayName("a call inside a task, or inside a callback, is a call like any other")
    void nested() throws Exception {
        Callable<String> calling = () -> {
            var inner = new ArrayList<>();
            TaskGroup.forEachDone(List.of(() -> "a", () -> "b"), inner::add);
            return inner.size() + " inside a task";
        };
        var whenDone = new Consumer<Object>() {
            @Override
            public void accept(Object result) {
                results.add(result);
                if (result.toString().contains("inside")) {
                    Trial.inACallback(() -> TaskGroup.forEachDone(List.of(() -> "c", () -> "d"), this));
                }
            }
        };
        TaskGroup.<Object>forEachDone(List.of(calling, calling), whenDone);
        var expected = List.of("2 inside a task", "2 inside a task", "c", "d", "c", "d");
        var difference = difference(expected, results);
        assertThat(difference).withFailMessage("The results of calls inside tasks and callbacks: %s", difference).isNull();
        // Three that end together, in a call inside a callback.
        var taker = new TrialTaker(1_000_000);
        var together = new TrialMeeting(3);
        TaskGroup.forEachDone(List.of(() -> "e"), e -> Trial.inACallback(() -> TaskGroup.forEachDone(nCopies(3, together.then(() -> "f")), taker)));
        taker.assertTook(nCopies(3, "f"), "The results of a call inside a callback");
        TrialCallbacks.assertMeet();
        TrialIndependence.assertOfTogether(tasks -> {
            var came = new ArrayList<String>();
            TaskGroup.forEachDone(tasks, came::add);
            return came;
        });
    }
}
