package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.verdict.Verdict.Status;

/** The coach has to survive it, and to say what it did. */
@DisplayName("an answer that runs, and does its worst")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileRunsTest extends HostileAnswers {

    HostileRunsTest() {
        super(true);
    }

    @Test
    @DisplayName("an endless loop that ignores interrupts is HUNG, and said to go round at its line")
    void endlessLoop() throws Exception {
        assertThat(judge("for (long i = 0; ; i++) { if (i == -1) return null; }"))
                .satisfies(verdict -> isHung(verdict, "A thread goes round in a loop, at Gather.java:"));
    }

    @Test
    @DisplayName("a deadlock between two subtasks is HUNG, and both wait for a lock")
    void deadlock() throws Exception {
        assertThat(judge("""
                var left = new java.util.concurrent.locks.ReentrantLock();
                var right = new java.util.concurrent.locks.ReentrantLock();
                var both = new CountDownLatch(2);
                try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                    scope.fork(() -> { left.lock(); both.countDown(); both.await(); right.lock(); return null; });
                    scope.fork(() -> { right.lock(); both.countDown(); both.await(); left.lock(); return null; });
                    scope.join();
                    return List.of();
                }
                """)).satisfies(verdict -> isHung(verdict, "subtask waits for a lock that another thread holds, at Gather.java:"));
    }

    @Test
    @DisplayName("a deadlock by synchronized is HUNG, and nobody in it is busy")
    void deadlockOfMonitors() throws Exception {
        var verdict = judge("""
                Object left = new Object(), right = new Object();
                var both = new CountDownLatch(2);
                var thread = Thread.ofPlatform().daemon().start(() -> { synchronized (left) { both.countDown(); sleep(both); synchronized (right) { } } });
                synchronized (right) { both.countDown(); sleep(both); synchronized (left) { } }
                return null;
                }
                private static void sleep(CountDownLatch both) {
                    try { both.await(); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                """);
        isHung(verdict, "thread waits to enter a synchronized block or method, which another thread is in, at Gather.java:");
        assertThat(verdict.sentence()).doesNotContain("computes");
    }

    @Test
    @DisplayName("a loop that opens a scope in each round is HUNG, and said to go round")
    void loopOfScopes() throws Exception {
        assertThat(judge("""
                for (int i = 0; i < tasks.size() + 1; i += 0) {
                    try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                        scope.fork(() -> null);
                        scope.join();
                    }
                }
                return null;
                """)).satisfies(verdict -> isHung(verdict, "A thread goes round in a loop, at Gather.java:"));
    }

    @Test
    @DisplayName("a latch that is never counted down is HUNG, and waited for")
    void latchNeverCountedDown() throws Exception {
        assertThat(judge("new CountDownLatch(1).await(); return null;"))
                .satisfies(verdict -> isHung(verdict, "waits for a CountDownLatch to be counted down, at Gather.java:"));
    }

    @Test
    @DisplayName("a static initialiser that blocks is HUNG, and said to be one")
    void blockingInitialiser() throws Exception {
        assertThat(judge(source(RIGHT).replace("private Gather() {}", """
                static {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }""").getBytes())).satisfies(verdict -> isHung(verdict, "in a static initialiser, at Gather.java:"));
    }

    @Test
    @DisplayName("System.exit(0) is CRASHED, not green")
    void exit() throws Exception {
        assertThat(judge("System.exit(0); return null;")).satisfies(verdict -> isCrashed(verdict, "with status 0, in the test \"every task is run once\": by its call at Gather.java:"));
    }

    @Test
    @DisplayName("Runtime.halt is CRASHED")
    void halt() throws Exception {
        assertThat(judge("Runtime.getRuntime().halt(7); return null;")).satisfies(verdict -> isCrashed(verdict, "with status 7, in the test \"every task is run once\": by its call at Gather.java:"));
    }

    @Test
    @DisplayName("memory without bounds is CRASHED, and said to be memory")
    void memory() throws Exception {
        assertThat(judge("var all = new java.util.ArrayList<byte[]>(); while (true) all.add(new byte[1 << 24]);"))
                .satisfies(verdict -> isCrashed(verdict, "used up all of its 384 MB of memory"));
    }

    @Test
    @DisplayName("recursion without bounds is RED")
    void recursion() throws Exception {
        assertThat(judge("return gather(tasks);")).satisfies(verdict -> isRed(verdict, "StackOverflowError"));
    }

    @Test
    @DisplayName("hundreds of thousands of lines on standard output change nothing but what is kept of them")
    void manyLines() throws Exception {
        // For each of some hundred calls, many of them in one test: a slow machine has to end that in time.
        var verdict = judge("for (int i = 0; i < 1_000; i++) { System.out.println(\"line \" + i); }" + RIGHT);
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.GREEN);
        assertThat(verdict.output()).startsWith("line 0").endsWith("[and more]").hasSizeLessThan(30_000);
    }

    @Test
    @DisplayName("a thread left running is RED, although all tests pass")
    void threadLeftRunning() throws Exception {
        assertThat(judge("new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }, \"mine\").start();" + RIGHT))
                .satisfies(verdict -> isRed(verdict, "threads that your code has started are not: ["));
    }

    @Test
    @DisplayName("a virtual thread left running, always a daemon, is RED")
    void daemonLeftRunning() throws Exception {
        assertThat(judge("Thread.startVirtualThread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); });" + RIGHT))
                .satisfies(verdict -> isRed(verdict, "threads that your code has started are not: ["));
    }

    @Test
    @DisplayName("a pool left open is RED, idle though it is")
    void poolLeftOpen() throws Exception {
        assertThat(judge("Executors.newFixedThreadPool(1).submit(() -> {});" + RIGHT)).satisfies(verdict -> isRed(verdict, "threads that your code has started are not: ["));
    }

    @Test
    @DisplayName("a pool is left open, too, whose threads are what the thread that made it is")
    void poolOfPlainThreadsLeftOpen() throws Exception {
        assertThat(judge("Executors.newSingleThreadExecutor(Thread::new).submit(() -> {});" + RIGHT)).satisfies(verdict -> isRed(verdict, "threads that your code has started are not: ["));
    }

    @Test
    @DisplayName("a scope that nobody closes is said to be left open, and not to be used under other bindings")
    void scopeLeftOpen() throws Exception {
        var tests = judge("""
                var scope = new StructuredTaskScope.ShutdownOnFailure();
                var subtasks = tasks.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
                """).tests();
        assertThat(tests).anyMatch(test -> test.failed() && test.message().startsWith("It left a scope open: nobody closed it."))
                .noneMatch(test -> test.failed() && test.message().contains("under other bindings"));
    }

    @Test
    @DisplayName("interrupting every thread of the JVM, the test's own too, is RED")
    void interruptingEverybody() throws Exception {
        assertThat(judge("Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);" + RIGHT))
                .satisfies(verdict -> isRed(verdict, "InterruptedException"));
    }
}
