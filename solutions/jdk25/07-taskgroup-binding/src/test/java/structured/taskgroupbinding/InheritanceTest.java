package structured.taskgroupbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.TaskGroupBinding.MY_THING;
import static structured.taskgroupbinding.TaskGroupBinding.gatherBound;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroupbinding.TaskGroupBinding.Bound;

/** The exercise's test of this name, but for how the scope is opened: JDK 25 has no constructor for that. */
@DisplayName("gatherBound: the tasks of tasks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4)
@TestMethodOrder(Steps.class)
class InheritanceTest {

    @Test
    @Tag("step-2")
    @DisplayName("what a task forks finds MY_THING too")
    void boundInWhatTheTaskForks() throws Exception {
        Callable<String> forking = () -> {
            try (var scope = StructuredTaskScope.<String>open()) {
                var child = scope.fork(() -> MY_THING.orElse("nothing"));
                scope.join();
                return child.get();
            }
        };
        var things = List.of("ball", "book").iterator();
        assertThat(gatherBound(List.of(forking, forking), things::next))
                .as("what the children of two tasks found in MY_THING")
                .extracting(Bound::result).containsExactlyInAnyOrder("ball", "book");
    }
}
