package structured.differences;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/later-jdks.md says of pinning. */
@DisplayName("a virtual thread on a JDK after 21")
class PinningTest {

    /** More than the carriers that there ever are. */
    private static final int THREADS = Math.max(300, 2 * Runtime.getRuntime().availableProcessors());

    @Test
    @DisplayName("gives its carrier back while it waits inside synchronized, so that all others get to run")
    void synchronizedBlocks() throws InterruptedException {
        var allAreInside = new CountDownLatch(THREADS);
        var threads = Stream.generate(Object::new).limit(THREADS).map(lock -> Thread.ofVirtual().start(() -> {
            synchronized (lock) {
                allAreInside.countDown();
                try {
                    allAreInside.await(3, SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        })).toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(allAreInside.getCount()).as("threads that did not get to run").isZero();
    }
}
