package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;

@DisplayName("of an exercise with several classes")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FirstTriedTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("the class that is asked for is tried first, and which failure leads is known while the others still run")
    void firstTried() throws Exception {
        var goOn = folder.resolve("go-on");
        var tests = List.of(
                tests("ATest", "@Test @DisplayName(\"a\") @Tag(\"step-1\") void a() throws Exception { while (!java.nio.file.Files.exists(java.nio.file.Path.of(\"%s\"))) Thread.sleep(5); throw new AssertionError(\"of a\"); }"
                        .formatted(goOn.toString().replace("\\", "\\\\"))),
                tests("BTest", "@Test @DisplayName(\"b\") @Tag(\"step-2\") void b() { throw new AssertionError(\"of b\"); }"));
        var main = Files.writeString(folder.resolve("Answer.java"), "class Answer {}\n");
        var question = Question.of(Code.of(List.of(main), tests, List.of()));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor(); var judge = new Judge(Limits.STANDARD)) {
            var verdict = executor.submit(() -> judge.judge(question.first("B", Set.of())));
            while (judge.progress().flatMap(Progress::red).isEmpty() && !verdict.isDone()) {
                Thread.sleep(5);
            }
            assertThat(judge.progress()).hasValueSatisfying(progress -> {
                assertThat(progress.red()).map(TestResult::message).contains("of b");
                assertThat(List.of(progress.test(), progress.of())).as("which test of how many").containsExactly(2, 2);
            });
            Files.createFile(goOn);
            assertThat(verdict.get().tests()).extracting(TestResult::name).containsExactly("b", "a");
        }
    }

    @Test
    @DisplayName("no failure of another class leads where the one that is tried first is green")
    void leading() {
        var question = Question.of(new Code(List.of(), List.of(), List.of(), null));
        var tests = List.of(new TestResult("LimitWaitingTest.one", "", 2, null, null, List.of()), new TestResult("RaceTest.one", "", 5, null, null, List.of()));
        assertThat(question.first("Limit", Set.of()).leading(tests)).extracting(TestResult::test).containsExactly("LimitWaitingTest.one");
        assertThat(question.leading(tests)).isEqualTo(tests);
        assertThat(question.first("Race", Set.of()).greenBefore(tests.getFirst(), List.of(passed("RaceTest.one"), tests.getFirst()))).isEqualTo("Race");
        assertThat(question.first("Race", Set.of()).greenBefore(tests.getLast(), List.of(passed("RaceTest.one")))).as("before it is over").isEmpty();
        assertThat(question.first("Race", Set.of()).greenBefore(tests.getFirst(), List.of(failed("RaceTest.one")))).as("where it is red").isEmpty();
        assertThat(question.greenBefore(tests.getFirst(), List.of(passed("RaceTest.one")))).as("where no class is tried first").isEmpty();
    }

    private static TestResult passed(String test) {
        return new TestResult(test, "", 5, Outcome.PASSED, null, List.of());
    }

    private static TestResult failed(String test) {
        return new TestResult(test, "", 5, Outcome.FAILED, "", List.of());
    }

    private Path tests(String name, String body) throws Exception {
        return Files.writeString(folder.resolve(name + ".java"), "import org.junit.jupiter.api.*;\nclass %s {\n%s\n}\n".formatted(name, body));
    }

    @Test
    @DisplayName("that was saved last which isn't as it came")
    void savedLast() throws Exception {
        var original = new Exercise(TutorialCopy.ORIGINAL, "08-considerations");
        var exercise = new Exercise(folder.toRealPath(), original.name());
        var sources = Files.createDirectories(exercise.sources().resolve("structured/considerations"));
        var shipped = new Shipped(TutorialCopy.ORIGINAL, TutorialCopy.ORIGINAL.resolve(".workshop/shipped")).sources(original, Files.createDirectory(folder.resolve("shipped")));
        for (var file : shipped) {
            Files.copy(file, sources.resolve(file.getFileName()));
        }
        assertThat(SavedLast.begun(Sources.of(exercise))).isEmpty();
        save(sources.resolve("Race.java"), 10);
        save(sources.resolve("Limit.java"), 20);
        // As a file that an editor has only written again, or git.
        Files.setLastModifiedTime(sources.resolve("Batches.java"), FileTime.fromMillis(30_000));
        assertThat(SavedLast.begun(Sources.of(exercise))).contains("Limit");
        save(sources.resolve("Race.java"), 40);
        assertThat(SavedLast.begun(Sources.of(exercise))).contains("Race");
    }

    private static void save(Path file, int second) throws Exception {
        Files.writeString(file, Files.readString(file) + "// begun\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    }
}
