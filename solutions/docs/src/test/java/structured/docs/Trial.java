package structured.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * What these tests have in common: pages to fetch, which answer as a test wants. Three are there from the start: {@code quick}
 * answers at once, {@code slow} when a test releases it, and {@code bad} fails as soon as {@code slow} is running.
 * The limit is for a busy machine, which may have a database to load first.
 */
@Timeout(value = 20, threadMode = SEPARATE_THREAD)
abstract class Trial {

    private final Map<String, Callable<String>> answers = new ConcurrentHashMap<>(Map.of(
            "slow", this::untilReleased,
            "bad", () -> { await(slowIsRunning()); throw new IOException("bad"); }));

    private final CountDownLatch slowIsRunning = new CountDownLatch(1);
    private final CountDownLatch badHasFailed = new CountDownLatch(1);

    /** Lets the slow ones end. */
    final CountDownLatch released = new CountDownLatch(1);

    /** What has happened, in order: {@code start quick}, {@code end quick}, and what tests add. */
    final List<String> events = new CopyOnWriteArrayList<>();

    /** How many slow ones were interrupted. */
    final AtomicInteger cancelled = new AtomicInteger();

    /** Whatever a test has left is over now. */
    @AfterEach
    void release() {
        released.countDown();
    }

    /** Stands for any call that blocks, such as a request to a server. */
    final String fetch(String url) throws Exception {
        events.add("start " + url);
        try {
            return answers.getOrDefault(url, () -> "page " + url).call();
        } finally {
            events.add("end " + url);
            if (url.equals("bad")) {
                badHasFailed.countDown();
            }
        }
    }

    /** Lets fetches of this address end in another way. */
    final void answer(String url, Callable<String> answer) {
        answers.put(url, answer);
    }

    private String untilReleased() throws InterruptedException {
        slowIsRunning.countDown();
        try {
            await(released);
            return "page slow";
        } catch (InterruptedException e) {
            cancelled.incrementAndGet();
            throw e;
        }
    }

    final CountDownLatch slowIsRunning() {
        return slowIsRunning;
    }

    /** Waits until the bad one has failed, and gives that every chance to be heard of. */
    final void letItFail() throws InterruptedException {
        await(badHasFailed);
        linger();
    }

    /** Waits for what right code lets happen at once. Only a claim that is false waits to the end. */
    static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(3, SECONDS)) {
            throw new AssertionError("waited three seconds for something that never happened");
        }
    }

    /** Likewise, for what no latch tells. */
    static void until(Callable<Boolean> condition) throws Exception {
        var giveUp = System.nanoTime() + SECONDS.toNanos(3);
        while (!condition.call()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("looked for three seconds for something that never happened");
            }
            Thread.sleep(1);
        }
    }

    /** Says that it is there, and waits until as many are there as the latch counts. */
    static void meet(CountDownLatch all) throws InterruptedException {
        all.countDown();
        await(all);
    }

    /** Gives what must not happen every chance to happen: if it doesn't, the moment passes. */
    static void linger() throws InterruptedException {
        Thread.sleep(20);
    }

    /** A call in a thread of its own, so that a test can look whether it is over, and interrupt it. */
    static final class Call<T> {

        private final FutureTask<T> task;
        private final Thread thread;

        Call(Callable<T> code) {
            this(code, Thread.ofPlatform());
        }

        Call(Callable<T> code, Thread.Builder in) {
            task = new FutureTask<>(code);
            thread = in.start(task);
        }

        void interrupt() {
            thread.interrupt();
        }

        /** Whether it is in a method of this name just now. */
        boolean isIn(String method) {
            return Stream.of(thread.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals(method));
        }

        boolean isOver() throws InterruptedException {
            linger();
            return task.isDone();
        }

        /** What it returns, when it is over. */
        T result() throws Exception {
            return task.get(3, SECONDS);
        }

        /** What it throws, when it is over. */
        Throwable failure() throws Exception {
            try {
                throw new AssertionError("it has not failed: it returned " + result());
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }
}
