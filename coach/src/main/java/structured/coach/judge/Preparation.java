package structured.coach.judge;

import java.io.IOException;
import java.util.List;
import structured.coach.judge.worker.Order;
import structured.coach.verdict.Problem;

/** What comes before a run: makes an order for a worker of a question. */
@FunctionalInterface
public interface Preparation {

    /** Leaves it to the worker to compile: it has its own compiler, which is warm as long as the worker lives. */
    Preparation BY_THE_WORKER = question ->
            new Ready(new Order.Compile(question.code().readMain(), question.code().readTests(), question.how()));

    /** What came out. */
    sealed interface Prepared {}

    /** A worker can begin. */
    record Ready(Order.Job order) implements Prepared {}

    /** There is nothing to run, since it doesn't compile. */
    record Flawed(List<Problem> problems) implements Prepared {}

    /** Prepares a question whose files could all be read. */
    Prepared prepare(Question question) throws IOException, InterruptedException;
}
