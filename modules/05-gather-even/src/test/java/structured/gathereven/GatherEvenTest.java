package structured.gathereven;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherEven promises of the tasks that it runs. Nothing to write here: these tests judge {@link GatherEven}. */
@DisplayName("gatherEven")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 2)
@TestMethodOrder(Steps.class)
class GatherEvenTest {

    private final Patience patience = new Patience();

    @Test
    @Tag("step-1")
    @DisplayName("every task, odd or even, is run once, and to its end")
    void everyTaskOnce() throws Exception {
        for (int tasks : List.of(5, 2, 1)) {
            var runs = new AtomicInteger();
            GatherEven.gatherEven(nCopies(tasks, runs::incrementAndGet));
            assertThat(runs).withFailMessage("Of %s, odd and even, %s %s run.", Telling.counted(tasks, "task"), runs, Telling.were(runs.get())).hasValue(tasks);
        }
        var ended = new AtomicInteger();
        GatherEven.gatherEven(Trial.endInReverse(5, patience, ended));
        assertThat(ended).withFailMessage("Of 5 tasks, %s came to their end. The last to end would be an odd one.", ended).hasValue(5);
    }

    @Test
    @Tag("step-1")
    @DisplayName("all tasks, odd and even, are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none. So many platform threads would choke it.
        int many = Trial.virtualThreads(1, GatherEven::gatherEven) == 1 ? 2_000 : 200;
        int seen = Trial.inFlight(many, patience, GatherEven::gatherEven);
        assertThat(seen)
                .withFailMessage("Each of %,d tasks waits for all. The first gave up when %,d ran: others start later, or not at all.",
                        many, seen).isEqualTo(many);
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task, odd or even, runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        for (int tasks : List.of(3, 1)) {
            int found = Trial.inScope(tasks, GatherEven::gatherEven);
            assertThat(found)
                    .withFailMessage("%d of %s ran in a scope that the calling thread had opened. Open one there, and start each task "
                            + "by its fork: an executor, or a thread of one's own, is outside of it.", found, Telling.counted(tasks, "task"))
                    .isEqualTo(tasks);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task, odd or even, runs on a virtual thread of its own")
    void virtualThreads() throws Exception {
        for (var by : Inputs.callers()) {
            for (int tasks : List.of(3, 1)) {
                by.call(() -> {
                    int own = Trial.virtualThreads(tasks, GatherEven::gatherEven);
                    return assertThat(own).withFailMessage("%d of %s ran on a virtual thread that no other task had%s.",
                            own, Telling.counted(tasks, "task"), by.by()).isEqualTo(tasks);
                });
            }
        }
    }

    /** Never run. If this doesn't compile, gatherEven has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        return GatherEven.<T>gatherEven(tasks).getFirst().length();
    }
}
