package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroup.TrialTasks.Idle;
import structured.taskgroup.TrialTasks.Told;

/**
 * A group that is used by itself, without forEachDone. Nothing to write here: this test judges {@link TaskGroup}. It is apart
 * from the others since on later JDKs a group isn't a scope, and is used by another name.
 */
@DisplayName("TaskGroup: used by itself")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class GroupTest {

    private final ArrayList<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("a group used by itself hands over what is forked in it, time and again")
    void handedOver() throws Exception {
        try (var group = new TaskGroup<>(results::add)) {
            group.fork(() -> "a");
            group.join();
            group.throwIfFailed();
            assertThat(results).withFailMessage("A task was forked in a group and joined, and the callback got %s", results).containsExactly("a");
            group.fork(() -> "b");
            group.fork(() -> null);
            group.join();
            group.throwIfFailed();
        }
        assertThat(results).as("what the callback got of one task, and of two more that were forked after a join").containsExactlyInAnyOrder("a", "b", null);
        assertTookWhatIsForkedFromWithin();
        for (var whom : List.of("callback", "task", "task beside it")) {
            assertEndsWhenItIsShutDownBy(whom);
        }
    }

    /** As who goes from page to page does, a task forks another one, whose callback forks one more. By then the owner waits, and may have counted for how many. */
    private static void assertTookWhatIsForkedFromWithin() throws Exception {
        var owner = Thread.currentThread();
        var opened = new AtomicReference<TaskGroup<Object>>();
        var together = new TrialMeeting(3);
        var taker = new TrialTaker(result -> {
            LockSupport.parkNanos(1_000_000);
            if (result.equals("page 2")) {
                opened.get().fork(() -> "page 3");
            }
        });
        try (var group = new TaskGroup<>(taker)) {
            opened.set(group);
            nCopies(3, together.then(() -> "c")).forEach(group::fork);
            group.fork(() -> {
                TrialInterruptedCall.letItWait(owner);
                group.fork(() -> "page 2");
                return "page 1";
            });
            group.join();
            group.throwIfFailed();
        }
        taker.assertTook(List.of("c", "c", "c", "page 1", "page 2", "page 3"),
                "The results of four tasks of a group, of another one that the last has forked in there, and of one that a callback has");
    }

    /** Whoever wants no more shuts the group down: a callback, a task, or a task while a callback runs. And another task is still running. */
    private static void assertEndsWhenItIsShutDownBy(String whom) throws Exception {
        var opened = new AtomicReference<TaskGroup<Object>>();
        var owner = Thread.currentThread();
        var patience = new Patience();
        var idle = new Idle(patience);
        var waiting = new Told(patience, () -> "waits");
        var called = new CountDownLatch(1);
        var isDown = new CountDownLatch(1);
        var waitsInVain = new AtomicBoolean();
        var taker = new TrialTaker(result -> {
            called.countDown();
            if (whom.equals("callback")) {
                waiting.end();
                opened.get().shutdown();
                // In which the owner may go on, but not with callbacks.
                TrialTasks.uninterrupted(() -> { Thread.sleep(5); return "still here"; });
            } else if (whom.equals("task beside it")) {
                waitsInVain.set(TrialTasks.uninterrupted(() -> patience.await(isDown)) > 0);
            }
        });
        try (var group = new TaskGroup<>(taker)) {
            opened.set(group);
            group.fork(idle);
            if (whom.equals("callback")) {
                group.fork(waiting);
            }
            group.fork(() -> {
                idle.awaitStart();
                if (whom.equals("task")) {
                    // Who waits then for what ends next waits in vain.
                    TrialInterruptedCall.letItWait(owner);
                    group.shutdown();
                }
                return "enough";
            });
            if (whom.equals("task beside it")) {
                group.fork(() -> { patience.await(called); group.shutdown(); isDown.countDown(); return "no more"; });
            }
            group.join();
            group.throwIfFailed();
            group.fork(() -> "too late");    // Which is not run, so nobody has to wait for it.
            group.join();
        }
        assertThat(taker.hasOverlapped()).withFailMessage("A %s shut its group down, and while a callback was still running another one was called.", whom).isFalse();
        assertThat(waitsInVain).withFailMessage("A task shut its group down while a callback ran, and the shutdown did not come back before that was over.").isFalse();
        assertThat(idle.isCancelled()).withFailMessage("A %s shut its group down, and a task that was running was not cancelled.", whom).isTrue();
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order tasks fork others in their group, all results are handed over")
    void forkedSideBySide() throws Exception {
        try (var group = new TaskGroup<>(results::add)) {
            group.fork(() -> { group.fork(() -> "b"); return "a"; });
            group.fork(() -> { group.fork(() -> "d"); return "c"; });
            group.join();
            group.throwIfFailed();
        }
        assertThat(results).as("the results of two tasks, and of the two that they have forked in their group").containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    @Tag("step-3")
    @DisplayName("a group used by itself says what has failed, as often as it is asked")
    void failed() throws Exception {
        var diskFull = new IOException("disk full");
        try (var group = new TaskGroup<>(results::add)) {
            group.fork(Inputs.throwing(diskFull));
            group.join();
            for (var time : new String[] {"first", "second"}) {
                try {
                    group.throwIfFailed();
                    fail("A task of a group threw %s, and throwIfFailed, asked for the %s time, threw nothing.", diskFull, time);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).withFailMessage("A task of a group threw %s, and the group reports: %s", diskFull, e.getCause()).isSameAs(diskFull);
                }
            }
        }
        try (var group = new TaskGroup<>(results::add)) {
            group.fork(() -> "done");
            group.join();
            // Whoever opened it wants no more of it.
            group.shutdown();
            group.join();
            assertThatCode(group::throwIfFailed)
                    .withFailMessage("The only task of a group had succeeded, and the group was shut down by who had opened it. Nothing has failed, and throwIfFailed threw.")
                    .doesNotThrowAnyException();
        }
        var outOfPaper = new IllegalStateException("out of paper");
        // That what callbacks throw is a failure at all is another test's.
        if (TrialCallbacks.isFailure(outOfPaper)) {
            assertFailedAfterItsEnd(outOfPaper);
        }
    }

    /** A callback ends the group itself, and then fails. */
    private static void assertFailedAfterItsEnd(RuntimeException outOfPaper) throws Exception {
        var opened = new AtomicReference<TaskGroup<Object>>();
        try (var group = new TaskGroup<>(result -> { opened.get().shutdown(); throw outOfPaper; })) {
            opened.set(group);
            group.fork(() -> "done");
            group.join();
            // A group that is shut down doesn't keep its owner: the callback may not have failed yet.
            for (var patience = new Patience(); !patience.isOver(); Thread.sleep(1)) {
                try {
                    group.throwIfFailed();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).withFailMessage("A callback shut its group down and threw %s, and the group reports: %s", outOfPaper, e.getCause()).isSameAs(outOfPaper);
                    return;
                }
            }
        }
        fail("A callback shut its group down, and then threw %s, and throwIfFailed, asked after that, threw nothing.".formatted(outOfPaper));
    }
}
