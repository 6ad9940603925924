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

/** The exercise's test of this name, but for how the scope is opened: since JDK 25 there is no constructor for that. */
@DisplayName("gatherBound: the tasks of tasks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4, binding = 2)
@TestMethodOrder(Steps.class)
class InheritanceTest {

    @Test
    @Tag("step-2")
    @DisplayName("what a task forks finds MY_THING too")
    void boundInWhatTheTaskForks() throws Exception {
        var found = new ConcurrentLinkedQueue<String>();
        Callable<String> forking = () -> {
            try (var scope = StructuredTaskScope.<String>open()) {
                var child = scope.fork(() -> MY_THING.orElse("nothing"));
                scope.join();
                found.add(child.get());
                return "done";
            }
        };
        gatherBound(List.of(forking, forking), List.of("ball", "book").iterator()::next);
        assertThat(found).as("what the children of two tasks found in MY_THING").containsExactlyInAnyOrder("ball", "book");
    }
}
