package structured.coach.judge;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;

@DisplayName("a verdict")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VerdictsTest {

    @TempDir
    private Path folder;

    private Exercise exercise;
    private Verdicts verdicts;

    /** Nothing but 01-hello, solved. */
    @BeforeEach
    void copy() throws IOException {
        var original = new Exercise(TutorialCopy.ORIGINAL, "01-hello");
        exercise = new Exercise(folder, "01-hello");
        for (var test : original.tests()) {
            copy(test, folder.resolve(TutorialCopy.ORIGINAL.relativize(test)));
        }
        for (var solution : original.solution()) {
            copy(solution, folder.resolve(TutorialCopy.ORIGINAL.relativize(original.fileLike(solution))));
        }
        verdicts = new Verdicts(folder.resolve("verdicts"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    @Test
    @DisplayName("is known until something changes that it depends on")
    void known() throws Exception {
        assertThat(verdicts.known(exercise)).isEmpty();
        try (var judge = new Judge(Limits.STANDARD)) {
            assertThat(verdicts.judge(exercise, judge).verdict().status()).isEqualTo(Status.GREEN);
        }
        assertThat(verdicts.known(exercise)).map(judged -> judged.verdict().status()).contains(Status.GREEN);
        var source = exercise.main().getFirst();
        Files.writeString(source, Files.readString(source) + "\n");
        assertThat(verdicts.known(exercise)).isEmpty();
    }

    @Test
    @DisplayName("that nobody waited for is not kept, since it says nothing of the code")
    void abandoned() throws Exception {
        try (var judge = new Judge(Limits.STANDARD); var threads = Executors.newSingleThreadExecutor()) {
            var judging = threads.submit(() -> verdicts.judge(exercise, judge));
            while (!isOver(judging)) {
                judge.abandon();
            }
            assertThat(judging.get().verdict().status()).isNotEqualTo(Status.GREEN);
            assertThat(verdicts.known(exercise)).isEmpty();
            assertThat(verdicts.judge(exercise, judge).verdict().status()).as("the same code, judged to the end").isEqualTo(Status.GREEN);
        }
    }

    private static boolean isOver(Future<?> judging) throws Exception {
        try {
            judging.get(5, MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
