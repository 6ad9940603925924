package structured.taskgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The exercise's test of this name, for a group that is a joiner: the scope is the JDK's, it is joined once, and its join throws. */
@DisplayName("TaskGroup: used by itself")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class GroupTest {

    /** What the callbacks got. */
    private final ArrayList<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("a group used by itself hands over what is forked in it")
    void handedOver() throws Exception {
        try (var scope = StructuredTaskScope.open(new TaskGroup<>(results::add))) {
            scope.fork(() -> "b");
            scope.fork(() -> (Object) null);
            scope.join();
        }
        assertThat(results).as("what the callback got of two tasks").containsExactlyInAnyOrder("b", null);
    }

    @Test
    @Tag("step-3")
    @DisplayName("a group used by itself says what has failed")
    void failed() throws Exception {
        var diskFull = new IOException("disk full");
        try (var scope = StructuredTaskScope.open(new TaskGroup<>(results::add))) {
            scope.fork(Inputs.throwing(diskFull));
            scope.join();
            fail("A task of a group threw %s, and join returned.", diskFull);
        } catch (Exception e) {
            // A FailedException on JDK 25, an ExecutionException on those after 26.
            assertThat(e.getCause()).withFailMessage("A task of a group threw %s, and the group reports: %s", diskFull, e.getCause()).isSameAs(diskFull);
        }
    }
}
