package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** One worker, and one run after another in it. */
@DisplayName("a run leaves nothing behind:")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LeavingsTest {

    /** How long a process of these tests sleeps at least, in seconds: known by that, also from those of other runs of the same tests. */
    private static final long SLEEP = 1_000_000 + 100 * ProcessHandle.current().pid();

    private final Judge judge = new Judge(Limits.STANDARD, new Semaphore(1), LaterJdk.OWN_HOME, HostileAnswers.COMPILER);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        judge.close();
    }

    /** Judges the right answer, before which these statements run, by one test: what a run leaves behind doesn't depend on how many it has. */
    private Verdict judge(String before) throws IOException, InterruptedException {
        return judge.judge(question(before).only("every task is run once"));
    }

    private Question question(String before) throws IOException {
        var answer = Files.writeString(folder.resolve("Gather.java"), HostileAnswers.source(before + HostileAnswers.RIGHT));
        return Question.of(HostileAnswers.code(List.of(answer)));
    }

    private Verdict green(String before) throws IOException, InterruptedException {
        var verdict = judge(before);
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.GREEN);
        return verdict;
    }

    @ParameterizedTest
    @DisplayName("output that it has led elsewhere, or closed, is there for the next one")
    @ValueSource(strings = {"System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));", "System.out.close();"})
    void output(String before) throws Exception {
        green(before);
        assertThat(judge.isWarm()).isTrue();
        assertThat(green("System.out.println(\"I am here\");").output()).contains("I am here");
    }

    @Test
    @DisplayName("output that can't be opened again is the last of this worker")
    void closedForGood() throws Exception {
        green("try { new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); } catch (java.io.IOException e) { }");
        assertThat(judge.isWarm()).isFalse();
        assertThat(green("System.out.println(\"I am here\");").output()).contains("I am here");
    }

    @Test
    @DisplayName("settings of the JVM are for the next one what they were")
    void settings() throws Exception {
        var tell = """
                System.out.println(System.getProperty("mine") + System.getProperty("java.home") + java.util.Locale.getDefault() + java.util.TimeZone.getDefault().getID()
                        + Thread.getDefaultUncaughtExceptionHandler() + (System.in == null));
                """;
        var before = green(tell).output();
        green("""
                System.setProperty("mine", "yes");
                java.util.Locale.setDefault(java.util.Locale.of("ar", "EG"));
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
                Thread.setDefaultUncaughtExceptionHandler((thread, e) -> { });
                System.setIn(null);
                """);
        assertThat(judge.isWarm()).isTrue();
        assertThat(green(tell).output()).isEqualTo(before);
    }

    @Test
    @DisplayName("how AssertJ shows things in the next one is how it does that")
    void assertj() throws Exception {
        var wrong = "if (tasks.size() == 3) return List.of();";
        var messages = judge.judge(question(wrong)).tests().toString();
        green("""
                try {
                    var type = Class.forName("org.assertj.core.presentation.Representation", true, Thread.currentThread().getContextClassLoader());
                    var mine = java.lang.reflect.Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> "42");
                    Class.forName("org.assertj.core.api.Assertions", true, type.getClassLoader()).getMethod("useRepresentation", type).invoke(null, mine);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                """);
        assertThat(judge.isWarm()).isTrue();
        assertThat(judge.judge(question(wrong)).tests()).hasToString(messages);
    }

    @ParameterizedTest
    @DisplayName("what goes on without being minded by any test does so alone: the next one is in another worker")
    @ValueSource(strings = {"new java.util.Timer(true);", "Thread.startVirtualThread(java.util.concurrent.locks.LockSupport::park);"})
    void goesOn(String before) throws Exception {
        green(before);
        assertThat(judge.isWarm()).isFalse();
    }

    @ParameterizedTest
    @DisplayName("right answers do, so that the next one finds a warm worker")
    @ValueSource(strings = {"01-hello", "02-simulating-io", "03-sync-calls", "04-gather", "05-gather-even", "06-taskgroup", "07-taskgroup-binding", "08-considerations"})
    void right(String name) throws Exception {
        var exercise = new Exercise(TutorialCopy.ORIGINAL, name);
        var verdict = judge.judge(Question.of(Code.of(exercise, exercise.solution())));
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.GREEN);
        assertThat(judge.isWarm()).isTrue();
    }

    /** Each sleeps for another time, by which it is known. */
    private static Stream<ProcessHandle> sleeping(String seconds) {
        return ProcessHandle.allProcesses().filter(it -> it.info().commandLine().orElse("").contains("sleep " + seconds));
    }

    private static void isOver(String seconds) {
        for (var process : sleeping(seconds).toList()) {
            assertThat(process.onExit()).as("sleep " + seconds).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    private static String start(String command) {
        return "try { new ProcessBuilder(\"sh\", \"-c\", \"%s\").start().waitFor(%s, TimeUnit.SECONDS); } catch (java.io.IOException e) { }"
                .formatted(command, command.endsWith("&") ? "5" : "0");
    }

    @Test
    @DisplayName("processes that it has started are ended, and told of")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no sleep")
    void processes() throws Exception {
        var verdict = green(start("exec sleep " + SLEEP));
        assertThat(verdict.output()).contains("processes that your code has started were not. They have been ended: ", "/sleep");
        isOver(String.valueOf(SLEEP));
        assertThat(green("").output()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("processes are ended, too, whose parent has ended before: the shell, or the worker")
    @ValueSource(strings = {"", "new CountDownLatch(1).await();", "Runtime.getRuntime().halt(3);", "System.exit(3);"})
    @DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "there an environment can't be seen")
    void orphans(String after) throws Exception {
        // Others of these tests run at the same time.
        var seconds = String.valueOf(SLEEP + 1 + after.length());
        judge("if (tasks.size() > 1) { " + start("sleep " + seconds + " &") + after + " }");
        judge.close();
        isOver(seconds);
    }

    @Test
    @DisplayName("what it has written to the temporary folder goes with the worker, also if that is killed or crashes, and a crash leaves no file anywhere")
    void files() throws Exception {
        var write = "try { java.nio.file.Files.createTempFile(\"of-a-learner\", \"\"); System.out.println(System.getProperty(\"java.io.tmpdir\")); } catch (java.io.IOException e) { }";
        var crash = """
                try {
                    var unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                    unsafe.setAccessible(true);
                    Class.forName("sun.misc.Unsafe").getMethod("putAddress", long.class, long.class).invoke(unsafe.get(null), 0L, 0L);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                """;
        for (var after : List.of("new CountDownLatch(1).await();", crash)) {
            var verdict = judge(write + after);
            assertThat(verdict.status()).as(verdict.sentence()).isIn(Status.HUNG, Status.CRASHED);
            var written = Path.of(verdict.output().lines().findFirst().orElseThrow());
            assertThat(written.getFileName().toString()).startsWith("worker-");
            for (int i = 0; i < 100 && Files.exists(written); i++) {
                Thread.sleep(50);
            }
            assertThat(written).doesNotExist();
        }
        try (var here = Files.list(Path.of(""))) {
            assertThat(here.map(Path::toString)).noneMatch(name -> name.matches("(hs_err|core|replay).*"));
        }
    }
}
