package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
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

    /** What the callbacks got. */
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
        var taker = new TrialTaker(1_000_000);
        var together = new TrialMeeting(3);
        try (var group = new TaskGroup<>(taker)) {
            nCopies(3, together.then(() -> "c")).forEach(group::fork);
            group.join();
            group.throwIfFailed();
        }
        taker.assertTook(nCopies(3, "c"), "The results of three tasks that were forked in a group");
        assertTookWhatIsForkedFromWithin();
        assertEndsWhenItIsShutDown(true);
        assertEndsWhenItIsShutDown(false);
        assertNoneOverlapWhenItIsShutDown();
    }

    /** As who goes from page to page does, a task forks another one, whose callback forks one more. By then the owner waits, and may have counted for how many. */
    private static void assertTookWhatIsForkedFromWithin() throws Exception {
        var owner = Thread.currentThread();
        var opened = new AtomicReference<TaskGroup<Object>>();
        var taker = new TrialTaker(page -> { if (page.equals("page 2")) { opened.get().fork(() -> "page 3"); } });
        try (var group = new TaskGroup<>(taker)) {
            opened.set(group);
            group.fork(() -> {
                TrialInterruptedCall.letItWait(owner);
                group.fork(() -> "page 2");
                return "page 1";
            });
            group.join();
            group.throwIfFailed();
        }
        taker.assertTook(List.of("page 1", "page 2", "page 3"),
                "The results of a task, of another one that the first has forked in their group, and of one that a callback has forked there");
    }

    /** A result waits while a callback shuts the group down, and takes its time after that. The owner may go on then, but not with callbacks. */
    private static void assertNoneOverlapWhenItIsShutDown() throws Exception {
        var waiting = new Told(new Patience(), () -> "waits");
        var opened = new AtomicReference<TaskGroup<Object>>();
        var taker = new TrialTaker(result -> {
            if (result.equals("enough")) {
                waiting.end();
                opened.get().shutdown();
                TrialTasks.uninterrupted(() -> { Thread.sleep(5); return "still here"; });
            }
        });
        try (var group = new TaskGroup<>(taker)) {
            opened.set(group);
            group.fork(waiting);
            group.fork(() -> "enough");
            group.join();
            group.throwIfFailed();
        }
        assertThat(taker.hasOverlapped()).withFailMessage("A callback shut its group down, and while it was still running another one was called.").isFalse();
    }

    /** Whoever wants no more shuts the group down, in a task or in a callback, and another task is still running. */
    private static void assertEndsWhenItIsShutDown(boolean inACallback) throws Exception {
        var opened = new AtomicReference<TaskGroup<Object>>();
        var idle = new Idle(new Patience());
        var owner = Thread.currentThread();
        try (var group = new TaskGroup<>(result -> { if (inACallback) { opened.get().shutdown(); } })) {
            opened.set(group);
            group.fork(idle);
            group.fork(() -> {
                idle.awaitStart();
                if (!inACallback) {
                    TrialInterruptedCall.letItWait(owner);
                    group.shutdown();
                }
                return "enough";
            });
            group.join();
            group.throwIfFailed();
        }
        assertThat(idle.isCancelled())
                .withFailMessage("A %s shut its group down, and a task that was running was not cancelled.", inACallback ? "callback" : "task").isTrue();
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
                    assertThat(e.getCause()).as("the cause").isSameAs(diskFull);
                }
            }
        }
        try (var group = new TaskGroup<>(results::add)) {
            group.fork(() -> "done");
            group.join();
            // Whoever opened it wants no more of it.
            group.shutdown();
            group.join();
            try {
                group.throwIfFailed();
            } catch (ExecutionException e) {
                throw new AssertionError("The only task of a group had succeeded, and the group was shut down by who had opened it. Nothing has failed, and throwIfFailed threw " + e, e);
            }
        }
        assertFailedAfterItsEnd();
    }

    /** A callback ends the group itself, and then fails. */
    private static void assertFailedAfterItsEnd() throws Exception {
        var outOfPaper = new IllegalStateException("out of paper");
        if (!isFailure(outOfPaper)) {
            // That what callbacks throw is a failure at all is another test's.
            return;
        }
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
                    assertThat(e.getCause()).as("the cause").isSameAs(outOfPaper);
                    return;
                }
            }
        }
        fail("A callback shut its group down, and then threw %s, and throwIfFailed, asked after that, threw nothing.".formatted(outOfPaper));
    }

    private static boolean isFailure(RuntimeException thrownByACallback) throws Exception {
        try {
            TaskGroup.forEachDone(List.of(() -> "done"), result -> { throw thrownByACallback; });
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
