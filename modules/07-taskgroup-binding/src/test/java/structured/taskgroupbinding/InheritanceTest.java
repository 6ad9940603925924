package structured.taskgroupbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.TaskGroupBinding.MY_THING;
import static structured.taskgroupbinding.TaskGroupBinding.gatherBound;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What tasks of tasks find. Nothing to write here: this test judges {@link TaskGroupBinding}. It is apart from the others
 * since it opens a scope itself, which later JDKs do by another name.
 */
@DisplayName("gatherBound: the tasks of tasks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4, binding = 2)
@TestMethodOrder(Steps.class)
@SuppressWarnings("preview")
class InheritanceTest {

    @Test
    @Tag("step-2")
    @DisplayName("what a task forks finds MY_THING too")
    void boundInWhatTheTaskForks() throws Exception {
        var found = new ConcurrentLinkedQueue<String>();
        Callable<String> forking = () -> {
            try (var scope = new StructuredTaskScope<String>()) {
                var child = scope.fork(() -> MY_THING.orElse("nothing"));
                scope.join();
                found.add(child.get());
                return "done";
            }
        };
        gatherBound(List.of(forking, forking), List.of("ball", "book").iterator()::next);
        assertThat(found)
                .withFailMessage("Two tasks, whose things are ball and book, fork a task each in a scope of their own. What those found in MY_THING: %s. "
                        + "Where a ScopedValue is bound, forks inherit it.", found)
                .containsExactlyInAnyOrder("ball", "book");
    }
}
