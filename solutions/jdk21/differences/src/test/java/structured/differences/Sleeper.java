package structured.differences;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Sleeps until it is cancelled; only a wrong expectation of ours lets it sleep to the end. */
final class Sleeper implements Callable<String> {

    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public String call() throws InterruptedException {
        started.countDown();
        try {
            SECONDS.sleep(3);
            return "slept to the end";
        } catch (InterruptedException e) {
            cancelled.countDown();
            throw e;
        }
    }
}
