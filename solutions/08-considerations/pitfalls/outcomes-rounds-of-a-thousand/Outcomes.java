// Pitfall: runs very many tasks in rounds of a thousand.
// Why: to spare memory; but then they don't all run at the same time, and may wait for each other.
// Kind: held-back
// Caught by: all tasks are in flight at the same time
package structured.considerations;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Outcomes {

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var outcomes = new ArrayList<Outcome<T>>();
        for (int from = 0; from < tasks.size(); from += 1000) {
            try (var scope = new StructuredTaskScope<T>()) {
                var subtasks = new ArrayList<Subtask<T>>();
                for (Callable<? extends T> task : tasks.subList(from, Math.min(from + 1000, tasks.size()))) {
                    subtasks.add(scope.fork(task));
                }
                scope.join();
                for (var subtask : subtasks) {
                    outcomes.add(subtask.state() == Subtask.State.SUCCESS
                            ? new Outcome.Success<>(subtask.get()) : new Outcome.Failure<>(subtask.exception()));
                }
            }
        }
        return outcomes;
    }
}
