package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.tutorial.LaterJdk;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** By limits that are the learners' made shorter: what they are about is the same, and it costs less to wait for. */
@DisplayName("a verdict comes in bounded time, and says what it was that took it, for an answer")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BoundedTest {

    private static final Limits LIMITS = new Limits(384, Duration.ofMillis(1500), Duration.ofSeconds(2), 20_000);

    @TempDir
    private Path folder;

    private Verdict judge(Preparation compiler, String body) throws Exception {
        return judge(LIMITS, compiler, body);
    }

    private Verdict judge(Limits limits, Preparation compiler, String body) throws Exception {
        var answer = Files.writeString(folder.resolve("Gather.java"), HostileAnswers.source(body));
        try (var judge = new Judge(limits, new Semaphore(1), LaterJdk.OWN_HOME, compiler)) {
            var start = System.nanoTime();
            var verdict = judge.judge(Question.of(HostileAnswers.code(List.of(answer))));
            // On a busy machine a limit is more time on the wall, but not without a bound.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(200));
            assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.HUNG);
            return verdict;
        }
    }

    @Test
    @DisplayName("whose process is stopped from outside")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nothing is stopped like that there")
    void stopped() throws Exception {
        var verdict = judge(HostileAnswers.COMPILER, """
                try {
                    new ProcessBuilder("kill", "-STOP", String.valueOf(ProcessHandle.current().pid())).start();
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
                new CountDownLatch(1).await(); return null;
                """);
        assertThat(verdict.sentence()).contains("did not come to an end", "Its process did not answer, either: was it stopped from outside");
    }

    @Test
    @DisplayName("that has very many threads")
    void threads() throws Exception {
        var verdict = judge(HostileAnswers.COMPILER, """
                for (int i = 0; i < %d; i++) {
                    Thread.startVirtualThread(java.util.concurrent.locks.LockSupport::park);
                }
                new CountDownLatch(1).await(); return null;
                """.formatted(Integer.getInteger("workshop.threads", 25_000)));
        assertThat(verdict.sentence()).contains("waits for a CountDownLatch to be counted down, at Gather.java:")
                .matches("(?s).* There are \\d+ threads more, which were not looked at\\.");
    }

    @Test
    @DisplayName("that the compiler doesn't come to an end with")
    void compileBomb() throws Exception {
        var verdict = judge(Preparation.BY_THE_WORKER, "List<?> bomb = " + "List.of(".repeat(150) + "List.of()" + ", List.of())".repeat(150) + "; return null;");
        assertThat(verdict.sentence()).startsWith("The compiler did not come to an end").contains("nested very deep");
    }

    @Test
    @DisplayName("of which each test takes almost as long as it may")
    void slow() throws Exception {
        // None is over its own limit, or it would be told of.
        var inAll = new Limits(384, Duration.ofMinutes(1), LIMITS.total(), 20_000);
        var verdict = judge(inAll, HostileAnswers.COMPILER, "Thread.sleep(400);" + HostileAnswers.RIGHT);
        assertThat(verdict.sentence()).startsWith("All tests together took more than 2 seconds. The test \"")
                // That of the test before may be asleep, too.
                .containsPattern("did not come to an end in that time, and was given up\\. (?:A thread|\\d threads: each) ");
    }
}
