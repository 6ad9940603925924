package structured.taskgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What forEachDone promises of callbacks, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: callbacks in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class CallbacksSchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order three tasks end, callbacks come one at a time, and none is left out")
    void oneAtATime() throws Exception {
        var inside = new int[1];
        var results = new ArrayList<String>();
        TaskGroup.forEachDone(List.of(returning("a"), returning("b"), returning("c")), result -> {
            if (++inside[0] > 1) {
                Interleaving.broken("A callback was called while another one was running.");
            }
            Interleaving.note("callback with " + result);
            results.add(result);
            inside[0]--;
        });
        assertThat(results).as("the results of three tasks, as the callbacks got them").containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks begin to wait for their turn, each gets it")
    void eachGetsItsTurn() throws Exception {
        var threads = new ArrayList<Thread>();
        var results = new ArrayList<String>();
        var inside = new int[1];
        Callable<String> task = () -> {
            threads.add(Thread.currentThread());
            Interleaving.note("task returns");
            return "done";
        };
        TaskGroup.forEachDone(List.of(task, task, task), result -> {
            if (++inside[0] > 1) {
                Interleaving.broken("A callback was called while another one was running.");
            }
            // The first callback goes on when all the others can do nothing for now: they wait for it, or are over.
            while (results.isEmpty() && (threads.size() < 3 || threads.stream().anyMatch(CallbacksSchedulesTest::isAtWork))) {
                Interleaving.giveWay();
            }
            Interleaving.note("callback is over");
            results.add(result);
            inside[0]--;
        });
        assertThat(results).withFailMessage("Three tasks succeeded, and callbacks came for %s.", results.size()).hasSize(3);
    }

    private static boolean isAtWork(Thread other) {
        return other != Thread.currentThread() && other.getState() == Thread.State.RUNNABLE;
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks end, one that ends as another one's callback is over takes no turn that is taken")
    void aTurnThatIsTaken() throws Exception {
        var inside = new int[1];
        var results = new ArrayList<String>();
        var over = new CountDownLatch[1];
        Callable<String> late = () -> {
            Interleaving.letOthersGoOn();
            if (inside[0] > 0) {
                over[0].await();
            }
            Interleaving.note("task returns late");
            return "late";
        };
        TaskGroup.forEachDone(List.of(returning("a"), returning("b"), late, late), result -> {
            if (++inside[0] > 1) {
                Interleaving.broken("A callback was called while another one was running.");
            }
            over[0] = new CountDownLatch(1);
            Interleaving.note("callback with " + result);
            Interleaving.letOthersGoOn();
            results.add(result);
            inside[0]--;
            over[0].countDown();
        });
        assertThat(results).as("the results of four tasks, as the callbacks got them").containsExactlyInAnyOrder("a", "b", "late", "late");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order threads go on, a task that ends after another one's thread is called back after it")
    void completionOrder() throws Exception {
        var results = new ArrayList<String>();
        var firstStarted = new CountDownLatch(1);
        var first = new Thread[1];
        Callable<String> starting = () -> {
            first[0] = Thread.currentThread();
            firstStarted.countDown();
            Interleaving.note("task returns first");
            return "first";
        };
        Callable<String> following = () -> {
            firstStarted.await();
            first[0].join();
            Interleaving.note("task returns second");
            return "second";
        };
        TaskGroup.forEachDone(List.of(following, starting, returning("other")), result -> {
            Interleaving.note("callback with " + result);
            results.add(result);
        });
        results.remove("other");
        assertThat(results).as("the results of two tasks, the second of which waited for the thread of the first").containsExactly("first", "second");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out")
    void interrupt() throws Exception {
        var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
        TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and forEachDone", wasInterrupted, () -> {
            var results = new ArrayList<String>();
            TaskGroup.forEachDone(List.of(returning("a"), returning("b"), returning("c")), results::add);
            assertThat(results)
                    .withFailMessage("Somebody was about to interrupt the caller. Three tasks returned a, b and c, forEachDone returned, and callbacks had come for %s.", results)
                    .containsExactlyInAnyOrder("a", "b", "c");
            return results;
        });
    }

    private static Callable<String> returning(String result) {
        return () -> {
            Interleaving.note("task returns " + result);
            return result;
        };
    }
}
