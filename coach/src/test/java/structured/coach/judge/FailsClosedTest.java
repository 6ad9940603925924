package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** Whatever gets lost on the way, it isn't the failure. */
@DisplayName("an answer that makes its own failure hard to tell")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailsClosedTest extends HostileAnswers {

    FailsClosedTest() {
        super(false);
    }

    private static final String THIRD_CALL = """
            static java.util.concurrent.atomic.AtomicInteger calls = new java.util.concurrent.atomic.AtomicInteger();
            static class Evil extends RuntimeException {
                int asked;
                %s
            }
            """;

    private Verdict thirdCallThrowsEvil(String method) throws Exception {
        return judge(source("if (calls.incrementAndGet() == 3) throw new Evil();" + RIGHT)
                .replace("private Gather() {}", THIRD_CALL.formatted(method)).getBytes());
    }

    private static void isRedWithAllItsTests(Verdict verdict) {
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.RED);
        assertThat(verdict.tests().stream().filter(TestResult::failed)).as("the failing tests").isNotEmpty();
        assertThat(verdict.tests()).as("all tests of 04").hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    @DisplayName("by a cause that throws when asked for the second time is RED")
    void cause() throws Exception {
        isRedWithAllItsTests(thirdCallThrowsEvil("@Override public Throwable getCause() { if (asked++ > 0) throw new IllegalStateException(); return null; }"));
    }

    @Test
    @DisplayName("by a message that throws is RED")
    void message() throws Exception {
        isRedWithAllItsTests(thirdCallThrowsEvil("@Override public String getMessage() { throw new IllegalStateException(); }"));
    }

    @Test
    @DisplayName("by a text that throws an Error is RED")
    void text() throws Exception {
        isRedWithAllItsTests(thirdCallThrowsEvil("@Override public String toString() { throw new StackOverflowError(); }"));
    }

    @Test
    @DisplayName("by a stack trace that isn't there is RED")
    void stackTrace() throws Exception {
        isRedWithAllItsTests(thirdCallThrowsEvil("@Override public StackTraceElement[] getStackTrace() { return null; }"));
    }

    @Test
    @DisplayName("by a thread whose name no dump can hold is HUNG all the same, at its line")
    void nameOfAThread() throws Exception {
        assertThat(judge("""
                Thread.ofPlatform().name("\\u0001").daemon().start(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); });
                new CountDownLatch(1).await(); return null;
                """)).satisfies(verdict -> isHung(verdict, "waits for a CountDownLatch to be counted down, at Gather.java:"));
    }

    /** With a million handles to take it may not come to an end. */
    @Test
    @DisplayName("by taking all file handles is not GREEN, and the solution after it is")
    void fileHandles() throws Exception {
        var hungry = source("""
                try {
                    while (true) OPEN.add(new java.io.FileInputStream("/dev/null"));
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
                """).replace("private Gather() {}", "static final List<Object> OPEN = new java.util.ArrayList<>();");
        try (var judge = new Judge(Limits.STANDARD)) {
            // In a worker that has run before, as a learner's has: one that is cold has no handles left to load a class with.
            assertThat(judge.judge(Question.of(code(source(RIGHT)))).status()).isEqualTo(Status.GREEN);
            assertThat(judge.judge(Question.of(code(hungry))).status()).isIn(Status.RED, Status.HUNG);
            assertThat(judge.judge(Question.of(code(source(RIGHT)))).status()).isEqualTo(Status.GREEN);
        }
    }

    @Test
    @DisplayName("by an Error that JUnit lets through is RED, and no end of the JVM")
    void errorOutOfMemory() throws Exception {
        assertThat(judge("throw new OutOfMemoryError(\"a joke\");").status()).isEqualTo(Status.RED);
    }

    @Test
    @DisplayName("among tests of which none could be explored is not GREEN, and is if another passes")
    void unexplored() throws Exception {
        var aborted = "throw new Patience.Unexplored(\"there is one processor\");";
        assertThat(judgeBy(aborted, "").status()).isEqualTo(Status.RED);
        var green = judgeBy(aborted, "@Test void passes() {}");
        assertThat(green.status()).as(green.sentence()).isEqualTo(Status.GREEN);
        assertThat(green.unexplored()).singleElement().satisfies(test -> assertThat(test.message()).isEqualTo("there is one processor"));
        assertThat(judgeBy("org.junit.jupiter.api.Assumptions.abort(\"no mood\");", "@Test void passes() {}").status())
                .as("aborted in another way").isEqualTo(Status.RED);
        assertThat(judgeBy("", "@Test @Disabled void passes() {}").status()).as("left out").isEqualTo(Status.RED);
    }

    @Test
    @DisplayName("by tests that this machine has no room for is no verdict")
    void noRoom() {
        var noRoom = "@AfterAll static void after() throws Exception { throw new java.io.IOException(\"No space left on device\"); } ";
        assertThatThrownBy(() -> judgeBy("", noRoom)).isInstanceOf(IOException.class).hasMessageContaining("No space left on device");
    }

    private Verdict judgeBy(String test, String more) throws Exception {
        var tests = Files.writeString(folder.resolve("MineTest.java"), """
                package mine;

                import org.junit.jupiter.api.*;

                class MineTest {
                    @Test void mine() { %s }
                    %s
                }
                """.formatted(test, more));
        var patience = Files.writeString(folder.resolve("Patience.java"), """
                package mine;

                final class Patience {
                    static final class Unexplored extends org.opentest4j.TestAbortedException {
                        Unexplored(String why) { super(why); }
                    }
                }
                """);
        return judge(Code.of(List.of(), List.of(tests, patience), List.of()));
    }
}
