package structured.asyncio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;

/** What these tests have in common: pages to fetch, which answer as a test wants, and tasks that wait for each other. */
@Timeout(value = 5, threadMode = SEPARATE_THREAD)
abstract class Trial {

    private final Map<String, Callable<String>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    /** The most fetches that there have been at a time. */
    final AtomicInteger mostInFlight = new AtomicInteger();

    /** What has happened, in order: {@code start home}, {@code end home}, and what tests add. */
    final List<String> events = new CopyOnWriteArrayList<>();

    /** How many have slept until they were interrupted. */
    final AtomicInteger cancelled = new AtomicInteger();

    /** Stands for any call that blocks, such as a request to a server. */
    final String fetch(String url) throws Exception {
        events.add("start " + url);
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            return answers.getOrDefault(url, () -> "page " + url).call();
        } finally {
            inFlight.decrementAndGet();
            events.add("end " + url);
        }
    }

    /** Lets fetches of this address end in another way than with a page, or later. */
    final void answer(String url, Callable<String> answer) {
        answers.put(url, answer);
    }

    /** Waits for what right code lets happen at once. Only wrong code waits to the end. */
    static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(3, SECONDS)) {
            throw new AssertionError("waited three seconds for something that never happened");
        }
    }

    /** Says that it is there, and waits until as many are there as the latch counts. */
    static void meet(CountDownLatch all) throws InterruptedException {
        all.countDown();
        await(all);
    }

    /** Gives what must not happen every chance to happen: in right code nothing does, and the moment passes. */
    static void linger() throws InterruptedException {
        Thread.sleep(20);
    }

    /** Sleeps until it is interrupted. */
    final String sleepUntilCancelled() throws InterruptedException {
        try {
            Thread.sleep(3_000);
            return "slept to the end";
        } catch (InterruptedException e) {
            cancelled.incrementAndGet();
            throw e;
        }
    }
}
