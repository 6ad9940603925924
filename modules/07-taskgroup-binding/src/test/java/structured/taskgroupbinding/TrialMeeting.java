package structured.taskgroupbinding;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks that meet: none goes on before all of them run. Modules whose tasks are in flight together have a copy. */
final class TrialMeeting {
    private final Patience patience = new Patience();
    private final int tasks;
    private final CountDownLatch missing;

    /** What the first that gave up had waited for in vain. */
    private final AtomicInteger missed = new AtomicInteger();

    /** How many have seen all the others run, and how many were interrupted in their sleep. */
    final AtomicInteger met = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();

    TrialMeeting(int tasks) {
        this.tasks = tasks;
        missing = new CountDownLatch(tasks);
    }

    Callable<String> then(Callable<String> ending) {
        return () -> {
            missing.countDown();
            int left = patience.await(missing);
            if (left == 0) {
                met.incrementAndGet();
            } else {
                missed.compareAndSet(0, left);
            }
            return ending.call();
        };
    }

    /** What kept them from meeting, in a message. */
    String why() {
        return missed.get() == 0 ? "%s of them were run.".formatted(met)
                : "The first gave up when %d ran: some start only when others are over.".formatted(tasks - missed.get());
    }

    /** Sleeps until it is cancelled, and fails as who is interrupted in his sleep does. */
    Callable<String> sleeper() {
        return () -> {
            missing.countDown();
            try {
                patience.sleepUntilInterrupted();
                return "slept to the end";
            } catch (InterruptedException e) {
                cancelled.incrementAndGet();
                throw e;
            }
        };
    }
}
