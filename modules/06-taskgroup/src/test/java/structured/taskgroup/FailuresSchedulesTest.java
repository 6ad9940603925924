package structured.taskgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What forEachDone promises of failures, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: failures in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class FailuresSchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order tasks end, no callback comes after one that threw")
    void noneAfterACallbackThatThrew() throws Exception {
        var thrown = new IllegalStateException("out of paper");
        var threw = new boolean[1];
        try {
            TaskGroup.forEachDone(List.of(returning("a"), returning("b"), returning("c")), result -> {
                if (threw[0]) {
                    Interleaving.broken("A callback was called after another one had thrown " + thrown);
                }
                Interleaving.note("callback with " + result + ": throws");
                threw[0] = true;
                throw thrown;
            });
            Interleaving.broken("A callback threw " + thrown + ", and forEachDone returned. Is the failure kept before the group is shut down? Keep it, and then shut down.");
        } catch (ExecutionException e) {
            assertThat(e.getCause()).withFailMessage("A callback threw %s, and forEachDone reports: %s", thrown, e.getCause()).isSameAs(thrown);
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order tasks end, one that fails ends the group, and is its first failure")
    void aTaskThatFails() throws Exception {
        var diskFull = new IOException("disk full");
        var outOfPaper = new IllegalStateException("out of paper");
        var cancelled = new boolean[1];
        var after = new int[1];
        var threwAfter = new boolean[1];
        Callable<String> sleeping = () -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                Interleaving.note("task is cancelled");
                cancelled[0] = true;
            }
            return "never";
        };
        Callable<String> failing = () -> { Interleaving.note("task throws " + diskFull.getMessage()); throw diskFull; };
        try {
            // Two throw one and the same: it is still the first failure when the second has its turn.
            TaskGroup.forEachDone(List.of(sleeping, returning("a"), returning("b"), failing, failing), result -> {
                // One may have found that all was well just before it wasn't.
                if (cancelled[0] && ++after[0] > 1) {
                    Interleaving.broken("A task failed and another one was cancelled for it, and then two callbacks were called.");
                }
                Interleaving.note("callback with " + result);
                // It may be in the middle of its work when the group is cancelled, and fail for that.
                Interleaving.letOthersGoOn();
                if (cancelled[0]) {
                    threwAfter[0] = true;
                    throw outOfPaper;
                }
            });
            Interleaving.broken("A task threw " + diskFull + (!cancelled[0] ? ", and forEachDone returned."
                    : ", another one was cancelled for it, and forEachDone returned: the group was shut down before the failure was kept. Keep it, and then shut down."));
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .withFailMessage("A task threw %s%s, and forEachDone reports: %s", diskFull,
                            threwAfter[0] ? ", a callback failed when the group was cancelled" : "", e.getCause())
                    .isSameAs(diskFull);
        }
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> {
            TaskGroup.forEachDone(List.of(failing), result -> { });
            return "nothing";
        }, () -> {
            var came = new ArrayList<String>();
            TaskGroup.forEachDone(List.of(TwoCalls.returning("a"), TwoCalls.returning("b")), came::add);
            return came;
        });
        assertThat(results).withFailMessage("Of two calls at the same time one failed. Two tasks of the other returned a and b, and its callbacks got %s.", results)
                .containsExactlyInAnyOrder("a", "b");
    }

    private static Callable<String> returning(String result) {
        return () -> {
            Interleaving.note("task returns " + result);
            return result;
        };
    }
}
