package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.machine.Clock;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** What the tests of hostile answers have in common: code that does its worst, in the place of 04-gather. */
abstract class HostileAnswers {

    /** The solution's own body, for answers that do their worst beside the right thing. */
    static final String RIGHT = """
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = tasks.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
            }
            """;

    /** A hang is one after two seconds, too: what these answers do, they do at once, and what they leave behind has a second to end. */
    private static final Limits LIMITS = new Limits(Limits.STANDARD.heapMegabytes(), Duration.ofSeconds(2), Limits.STANDARD.total(), Limits.STANDARD.outputChars());

    /** Of those that compile in their workers, one for each test that runs at the same time; used again and again, as learners use theirs. */
    private static final BlockingQueue<Judge> LIKE_LEARNERS = judges(Preparation.BY_THE_WORKER);

    /** Stays warm when a worker dies: for what is about the run. */
    static final SharedCompiler COMPILER = new SharedCompiler(new Semaphore(3));

    /** Likewise, of those that use it. */
    private static final BlockingQueue<Judge> COMPILED_HERE = judges(COMPILER);

    private final BlockingQueue<Judge> judges;

    @TempDir
    Path folder;

    HostileAnswers(boolean isAboutTheRun) {
        judges = isAboutTheRun ? COMPILED_HERE : LIKE_LEARNERS;
    }

    private static BlockingQueue<Judge> judges(Preparation preparation) {
        var processors = new Semaphore(3);
        return Stream.generate(() -> new Judge(LIMITS, processors, LaterJdk.OWN_HOME, preparation)).limit(3)
                .collect(Collectors.toCollection(LinkedBlockingQueue::new));
    }

    static void isHung(Verdict verdict, String words) {
        is(Status.HUNG, verdict, words);
    }

    static void isCrashed(Verdict verdict, String words) {
        is(Status.CRASHED, verdict, words);
    }

    static void isRed(Verdict verdict, String words) {
        is(Status.RED, verdict, words);
    }

    static void isAmber(Verdict verdict, String words) {
        is(Status.AMBER, verdict, words);
    }

    static void is(Status status, Verdict verdict, String words) {
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(status);
        assertThat(verdict.sentence()).contains(words);
    }

    Verdict judge(String body) throws IOException, InterruptedException {
        return judge(source(body).getBytes());
    }

    Verdict judge(byte[] source) throws IOException, InterruptedException {
        return judgeFile(Files.write(folder.resolve("Gather.java"), source));
    }

    /** Judges the answer and then the solution, with a judge that earlier answers have been at: it has to stay in good health. */
    Verdict judgeFile(Path answer) throws IOException, InterruptedException {
        var right = Question.of(code(new Exercise(TutorialCopy.ORIGINAL, "04-gather").solution()));
        var judge = judges.take();
        try {
            var clock = new Clock();
            // Only who looks often sees what time passes.
            var looks = Executors.newSingleThreadScheduledExecutor();
            looks.scheduleAtFixedRate(clock::passed, 0, 20, TimeUnit.MILLISECONDS);
            var verdict = judge.judge(Question.of(code(List.of(answer))));
            looks.close();
            // In a new worker, where the last one has died of it, one test tells as much, and all of them take long from cold.
            var after = judge.judge(judge.isWarm() ? right : right.only("every task is run once"));
            assertThat(after.status()).as("the solution after: %s %s", after.sentence(), after.output()).isEqualTo(Status.GREEN);
            assertThat(clock.passed()).as("how long the verdict took, as far as the machine could run it").isLessThan(Duration.ofSeconds(10));
            return verdict;
        } finally {
            judges.put(judge);
        }
    }

    /** An answer with the tests of 04, but not those in a hundred orders: what these answers do, they do in any. */
    static Code code(List<Path> answer) throws IOException {
        var exercise = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        var tests = exercise.tests().stream().filter(test -> !test.endsWith("SchedulesTest.java")).toList();
        return Code.of(answer, tests, exercise.resources());
    }

    /** The same for one that is still to be written to a file. */
    Code code(String source) throws IOException {
        return code(List.of(Files.writeString(folder.resolve("Gather.java"), source)));
    }

    /** Judges code of any kind, with one of the judges. */
    Verdict judge(Code code) throws IOException, InterruptedException {
        var judge = judges.take();
        try {
            return judge.judge(Question.of(code));
        } finally {
            judges.put(judge);
        }
    }

    static String source(String body) {
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
