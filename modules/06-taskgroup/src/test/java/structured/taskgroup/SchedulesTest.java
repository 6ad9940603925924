package structured.taskgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What forEachDone promises, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class SchedulesTest {

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
            Interleaving.broken("A callback threw " + thrown + ", and forEachDone returned.");
        } catch (ExecutionException e) {
            assertThat(e.getCause()).as("the cause").isSameAs(thrown);
        }
    }

    private static Callable<String> returning(String result) {
        return () -> {
            Interleaving.note("task returns " + result);
            return result;
        };
    }
}
