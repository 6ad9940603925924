package structured.simulatingio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Virtual threads that all make the same task wait, and what becomes of them. One trial a test. */
final class Trial implements AutoCloseable {

    /** Before any task has waited: threads that stay, for all waits together, may have come with the first of them. */
    private static final Set<Thread> PLATFORM_THREADS_BEFORE = platformThreads();

    private final Patience patience = new Patience();
    private final Duration wait;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private volatile Throwable failure;

    Trial(Duration wait) {
        this.wait = wait;
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                running.incrementAndGet();
                try {
                    TrialWait.of(wait);
                } catch (InterruptedException expected) {
                    interrupted.incrementAndGet();
                } catch (Throwable e) {
                    failure = e;
                }
            }));
        }
    }

    void unpark() {
        threads.forEach(LockSupport::unpark);
    }

    void assertAllWait() {
        var states = states();
        while (waiting(states) < threads.size() && !states.containsKey(State.TERMINATED) && !patience.isOver()) {
            LockSupport.parkNanos(200_000);
            states = states();
        }
        rethrowFailure();
        var waiting = waiting(states);
        assertThat(waiting)
                .withFailMessage("Of %,d virtual threads that called it with a wait of %s, %,d got as far as their wait.%s",
                        threads.size(), wait, waiting, whatTheOthersDo(states))
                .isEqualTo(threads.size());
    }

    private String whatTheOthersDo(Map<State, Integer> states) {
        var ended = states.getOrDefault(State.TERMINATED, 0);
        var blocked = states.getOrDefault(State.BLOCKED, 0);
        var noCarrier = threads.size() - running.get();
        var busy = Math.max(0, threads.size() - waiting(states) - ended - blocked - noCarrier);
        return (ended > 0 ? " %,d were over at once.".formatted(ended) : "")
                + (busy > 0 ? " %,d went on running instead of being blocked.".formatted(busy) : "")
                + (blocked > 0 ? " %,d were waiting for a lock (synchronized) that another one held.".formatted(blocked) : "")
                + (noCarrier > 0 ? " %,d never had a carrier to run on: those that had one kept it.".formatted(noCarrier) : "");
    }

    private Map<State, Integer> states() {
        var states = new EnumMap<State, Integer>(State.class);
        threads.forEach(thread -> states.merge(thread.getState(), 1, Integer::sum));
        return states;
    }

    private static int waiting(Map<State, Integer> states) {
        return states.getOrDefault(State.WAITING, 0) + states.getOrDefault(State.TIMED_WAITING, 0);
    }

    /**
     * To be asked first when a few wait: ten thousand threads of the operating system are more than many machines have room for. And again
     * when all do: by then also a pool is full that is shared by all.
     */
    void assertNoPlatformThreadsAreKept() {
        // Not by their number: some of those before may have ended.
        var more = platformThreads().stream().filter(thread -> !PLATFORM_THREADS_BEFORE.contains(thread)).toList();
        assertThat(more.size())
                .withFailMessage("While %d virtual threads waited, there were %d more threads of the operating system than before: "
                        + "waits keep them.", threads.size(), more.size())
                // A carrier for each processor may have come, too.
                .isLessThan(20 + Runtime.getRuntime().availableProcessors());
        var own = more.stream().filter(Trial::isNotTheJdks).map(Thread::getName).toList();
        assertThat(own.size())
                .withFailMessage("While %d virtual threads waited, there were %d threads of the operating system that are none of the JDK's: %s. "
                        + "Waits keep them.", threads.size(), own.size(), own)
                .isLessThan(2);
    }

    /** Started by code, and neither a carrier nor the one by which futures tell the time; debuggers and the like have their own in another group. */
    private static boolean isNotTheJdks(Thread thread) {
        var group = thread.getThreadGroup();
        return group != null && (group == Thread.currentThread().getThreadGroup() || group.getName().equals("VirtualThreads"))
                && !(thread instanceof ForkJoinWorkerThread) && !thread.getName().equals("CompletableFutureDelayScheduler");
    }

    /** To be called before any test. */
    static void countPlatformThreads() {
        // Done when this class is initialised.
    }

    private static Set<Thread> platformThreads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Those that wait for a lock or a permit look as if they were in their wait. But they keep out one who has none. */
    void assertOneMoreComesThrough() throws InterruptedException {
        var oneMore = Thread.ofVirtual().start(() -> {
            try {
                // Long enough for one of those who wait to take what is meant for it.
                TrialWait.of(Duration.ofMillis(5));
            } catch (Throwable e) {
                failure = e;
            }
        });
        var through = patience.join(oneMore);
        oneMore.interrupt();
        rethrowFailure();
        assertThat(through)
                .withFailMessage("While %,d threads waited, one more, with a wait of five milliseconds, did not come through: they wait for "
                        + "each other, not each for its own time.", threads.size())
                .isTrue();
    }

    void assertInterruptEndsAllWaits() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            patience.join(thread);
        }
        rethrowFailure();
        assertThat(interrupted)
                .withFailMessage("%,d threads were interrupted in their wait, and in %,d of them it ended with an InterruptedException.",
                        threads.size(), interrupted.get())
                .hasValue(threads.size());
    }

    private void rethrowFailure() {
        switch (failure) {
            case null -> { }
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new AssertionError("A wait that nobody had interrupted ended with " + failure, failure);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
