package structured.taskgroupbinding;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.Trial.reportOf;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroupbinding.TaskGroupBinding.Bound;

/** What gatherBound does with its tasks. Nothing to write here: these tests judge {@link TaskGroupBinding}. */
@DisplayName("gatherBound: the tasks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4, binding = 2)
@TestMethodOrder(Steps.class)
@SuppressWarnings("preview")
class TaskGroupBindingTest {

    private final IOException diskFull = new IOException("disk full");

    @Test
    @Tag("step-1")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none.
        var all = new TrialMeeting(2_000);
        gatherBound(times(2_000, () -> all.then(() -> "met")));
        assertThat(all.met)
                .withFailMessage("Each of 2,000 tasks waits for all. %s", all.why())
                .hasValue(2_000);
    }

    @Test
    @Tag("step-1")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var caller = Thread.currentThread();
        var five = new TrialMeeting(5);
        Callable<String> interrupting = five.then(() -> { caller.interrupt(); return "interrupted the caller"; });
        // One of them ends like a task that has succeeded, when it is cancelled.
        Callable<String> hiding = () -> { try { return five.sleeper().call(); } catch (InterruptedException e) { return "hidden"; } };
        try {
            var results = gatherBound(List.of(five.sleeper(), five.sleeper(), hiding, five.sleeper(), interrupting));
            throw new AssertionError("The caller was interrupted while it waited, and gatherBound returned %s.".formatted(results));
        } catch (ExecutionException e) {
            throw new AssertionError("The caller was interrupted while it waited, and gatherBound reports a failure: " + e.getCause(), e);
        } catch (InterruptedException expected) {
            assertThat(five.cancelled).withFailMessage("Interrupted, gatherBound cancelled %s of 4 tasks that were running.", five.cancelled).hasValue(4);
        }
        var one = new TrialMeeting(1);
        TrialInterruptedCall.callInterrupted(() -> gatherBound(List.of(one.sleeper())));
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        for (var tasks : List.of(1, 3)) {
            var inside = new AtomicInteger();
            ScopedValue.where(caller, "here").call(() -> gatherBound(times(tasks, () -> () -> caller.isBound() ? "inside " + inside.incrementAndGet() : "outside")));
            assertThat(inside)
                    .withFailMessage("%s of %s tasks ran in a scope that the calling thread had opened. Open one there, and start each task by its fork: "
                            + "an executor, or a thread of one's own, is outside of it.", inside, tasks)
                    .hasValue(tasks);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs on a virtual thread")
    void virtualThreads() throws Exception {
        for (var tasks : List.of(1, 3)) {
            var virtual = new AtomicInteger();
            gatherBound(times(tasks, () -> () -> Thread.currentThread().isVirtual() ? "virtual " + virtual.incrementAndGet() : "platform"));
            assertThat(virtual)
                    .withFailMessage("%s of %s tasks ran on a virtual thread, as all do that a scope forks if it isn't told otherwise.", virtual, tasks)
                    .hasValue(tasks);
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("a failure arrives as an ExecutionException whose cause is the task's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            for (var tasks : List.<List<Callable<String>>>of(
                    nCopies(1, Inputs.throwing(thrown, 1)), List.of(() -> "fine", Inputs.throwing(thrown, 1)), nCopies(3, Inputs.throwing(thrown, 3)))) {
                var cause = reportOf(thrown, tasks);
                assertThat(cause).withFailMessage("A task threw %s, and gatherBound reports: %s", thrown, cause).isSameAs(thrown);
            }
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("a failure cancels the other tasks")
    void failureCancelsTheOthers() throws Exception {
        for (var thrown : Inputs.failures()) {
            // By itself first: what isn't reported cancels nobody, who would sleep in vain.
            reportOf(thrown, List.of(Inputs.throwing(thrown)));
            var five = new TrialMeeting(5);
            var failing = five.then(Inputs.throwing(thrown));
            var cause = reportOf(thrown, List.of(five.sleeper(), five.sleeper(), failing, five.sleeper(), five.sleeper()));
            assertThat(five.cancelled).withFailMessage("A task threw %s, and %s of 4 others were cancelled.", thrown, five.cancelled).hasValue(4);
            assertThat(cause)
                    .withFailMessage("A task threw %s, the others were cancelled, and gatherBound reports: %s", thrown, cause)
                    .isSameAs(thrown);
        }
        TrialFailures.assertOf(TaskGroupBindingTest::gatherBound);
    }

    @Test
    @Tag("step-4")
    @DisplayName("no task outlives the call")
    void noTaskOutlivesTheCall() throws Exception {
        reportOf(diskFull, List.of(Inputs.throwing(diskFull)));
        var caller = Thread.currentThread();
        Callable<String> interrupting = () -> { caller.interrupt(); return "interrupted the caller"; };
        Callable<String> failing = Inputs.throwing(diskFull);
        // Twice, since a busy machine may keep the caller in its close until they are over, whether it waits for them or not.
        for (var how : List.of(failing, interrupting, failing, interrupting)) {
            var five = new TrialMeeting(5);
            var ended = new AtomicInteger();
            Supplier<Callable<String>> slowToStop = () -> () -> {
                try {
                    return five.sleeper().call();
                } finally {
                    Patience.holdUntilClose(caller);
                    ended.incrementAndGet();
                }
            };
            try {
                gatherBound(List.of(slowToStop.get(), slowToStop.get(), slowToStop.get(), slowToStop.get(), five.then(how)));
            } catch (ExecutionException | InterruptedException expected) {
                // What ended the call is another test's.
            }
            var over = ended.get();
            Thread.interrupted();
            assertThat(over)
                    .withFailMessage("%s. gatherBound was over, and %s of the 4 cancelled tasks were.",
                            how == interrupting ? "The caller was interrupted" : "A task failed", over)
                    .isEqualTo(4);
        }
    }

    /** So many tasks, no two of them the same. */
    private static List<Callable<String>> times(int tasks, Supplier<Callable<String>> task) {
        return Stream.generate(task).limit(tasks).toList();
    }

    private static List<Bound> gatherBound(List<Callable<String>> tasks) throws InterruptedException, ExecutionException {
        return TaskGroupBinding.gatherBound(tasks, () -> "book");
    }

    /** Never run. If this doesn't compile, gatherBound has no longer the types that its contract says. */
    static String asDeclared(List<? extends Callable<String>> tasks, Supplier<String> chooseThing) throws InterruptedException, ExecutionException {
        var first = TaskGroupBinding.gatherBound(tasks, chooseThing).getFirst();
        return first.thing().concat(first.result()).concat(TaskGroupBinding.MY_THING.get());
    }
}
