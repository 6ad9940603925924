package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.Verdict.Status;

/** Code that does its worst, in the place of 04-gather: the coach has to survive it, and to say what it did. */
@DisplayName("a hostile answer")
@Execution(CONCURRENT)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileAnswersTest {

    private static final Path ROOT = Path.of(System.getProperty("user.dir")).toAbsolutePath().getParent();

    /** The solution's own body, for answers that do their worst beside the right thing. */
    private static final String RIGHT = """
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = tasks.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
            }
            """;

    /** One for each test that runs at the same time, used again and again, as learners use theirs. */
    private static final BlockingQueue<Judge> JUDGES =
            new LinkedBlockingQueue<>(List.of(new Judge(Limits.STANDARD), new Judge(Limits.STANDARD)));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("an endless loop that ignores interrupts is HUNG, and busy at its line")
    void endlessLoop() throws Exception {
        assertThat(judge("for (long i = 0; ; i++) { if (i == -1) return null; }"))
                .satisfies(verdict -> isHung(verdict, "is busy, at Gather.java:"));
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
        assertThat(judge("System.exit(0); return null;")).satisfies(verdict -> isCrashed(verdict, "with status 0"));
    }

    @Test
    @DisplayName("Runtime.halt is CRASHED")
    void halt() throws Exception {
        assertThat(judge("Runtime.getRuntime().halt(7); return null;")).satisfies(verdict -> isCrashed(verdict, "with status 7"));
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
    @DisplayName("a million lines on standard output change nothing but what is kept of them")
    void millionLines() throws Exception {
        var verdict = judge("for (int i = 0; i < 100_000; i++) { System.out.println(\"line \" + i); }" + RIGHT);
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
    @DisplayName("a deleted class is AMBER")
    void deletedClass() throws Exception {
        assertThat(judge(new byte[0])).satisfies(verdict -> isAmber(verdict, "doesn't find what it tests"));
    }

    @Test
    @DisplayName("a deleted file is AMBER, and said to be gone")
    void deletedFile() throws Exception {
        assertThat(judgeFile(folder.resolve("Gather.java"))).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile: it can't be read"));
    }

    @Test
    @DisplayName("a renamed method is AMBER, and the sentence says to keep names")
    void renamedMethod() throws Exception {
        assertThat(judge(source(RIGHT).replace("gather(List", "gatherAll(List").getBytes()))
                .satisfies(verdict -> isAmber(verdict, "Keep the class and the method"));
    }

    @Test
    @DisplayName("a class that doesn't compile is AMBER, with its line")
    void doesNotCompile() throws Exception {
        assertThat(judge("return tasks")).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile. Line 8: ';' expected"));
    }

    @Test
    @DisplayName("a source that isn't UTF-8 is AMBER")
    void invalidUtf8() throws Exception {
        assertThat(judge(source("/* caf\u00e9 */" + RIGHT).getBytes(StandardCharsets.ISO_8859_1)))
                .satisfies(verdict -> isAmber(verdict, "not UTF-8"));
    }

    @Test
    @DisplayName("an exception without a message is RED")
    void nullMessage() throws Exception {
        assertThat(judge("throw new IllegalStateException((String) null);")).satisfies(verdict -> isRed(verdict, "IllegalStateException"));
    }

    @Test
    @DisplayName("causes that go round in a circle are RED")
    void cyclicCause() throws Exception {
        assertThat(judge("""
                var hen = new IllegalStateException("hen");
                var egg = new IllegalStateException("egg", hen);
                hen.initCause(egg);
                throw egg;
                """)).satisfies(verdict -> isRed(verdict, "egg"));
    }

    @Test
    @DisplayName("interrupting every thread of the JVM, the test's own too, is RED")
    void interruptingEverybody() throws Exception {
        assertThat(judge("Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);" + RIGHT))
                .satisfies(verdict -> isRed(verdict, "InterruptedException"));
    }

    private static void isHung(Verdict verdict, String words) {
        is(Status.HUNG, verdict, words);
    }

    private static void isCrashed(Verdict verdict, String words) {
        is(Status.CRASHED, verdict, words);
    }

    private static void isRed(Verdict verdict, String words) {
        is(Status.RED, verdict, words);
    }

    private static void isAmber(Verdict verdict, String words) {
        is(Status.AMBER, verdict, words);
    }

    private static void is(Status status, Verdict verdict, String words) {
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(status);
        assertThat(verdict.sentence()).contains(words);
    }

    private Verdict judge(String body) throws IOException, InterruptedException {
        return judge(source(body).getBytes());
    }

    private Verdict judge(byte[] source) throws IOException, InterruptedException {
        return judgeFile(Files.write(folder.resolve("Gather.java"), source));
    }

    /** Judges the answer between two verdicts on the solution: the coach has to be in good health before and after. */
    private static Verdict judgeFile(Path answer) throws IOException, InterruptedException {
        var exercise = new Tutorial.Exercise(ROOT, "04-gather");
        var right = with(exercise.tests(), exercise.solution());
        var judge = JUDGES.take();
        try {
            assertThat(judge.judge(right).status()).as("the solution before").isEqualTo(Status.GREEN);
            var start = System.nanoTime();
            var verdict = judge.judge(with(exercise.tests(), List.of(answer)));
            assertThat(System.nanoTime() - start).as("how long the verdict took").isLessThan(TimeUnit.SECONDS.toNanos(10));
            var after = judge.judge(right);
            assertThat(after.status()).as("the solution after: %s %s", after.sentence(), after.output()).isEqualTo(Status.GREEN);
            return verdict;
        } finally {
            JUDGES.put(judge);
        }
    }

    @AfterAll
    static void closeJudges() {
        JUDGES.forEach(Judge::close);
    }

    private static List<Path> with(List<Path> tests, List<Path> main) {
        var sources = new ArrayList<>(main);
        sources.addAll(tests);
        return sources;
    }

    private static String source(String body) {
        return """
                package structured.gather;

                import java.util.List;
                import java.util.concurrent.*;

                public final class Gather {
                    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
                %s
                    }
                    private Gather() {}
                }
                """.formatted(body);
    }
}
