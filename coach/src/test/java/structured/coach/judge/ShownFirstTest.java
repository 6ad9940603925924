package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("a judge that is asked for no more than the failure that is shown first")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ShownFirstTest {

    @TempDir
    private Path folder;

    /** A class with a test for each of these steps: those of a negative number fail. */
    private Path tests(String name, int... steps) throws IOException {
        var source = new StringBuilder("import org.junit.jupiter.api.*;\n@TestMethodOrder(MethodOrderer.OrderAnnotation.class)\nclass %s {\n".formatted(name));
        for (var step : steps) {
            source.append("    @Test @Order(%1$d) @Tag(\"step-%1$d\") @DisplayName(\"%2$s, step %1$d\") void step%1$d() { if (%3$s) throw new AssertionError(); }\n"
                    .formatted(Math.abs(step), name, step < 0));
        }
        return Files.writeString(folder.resolve(name + ".java"), source + "}\n");
    }

    private Verdict shown(Path... tests) throws IOException, InterruptedException {
        var resources = Files.createDirectories(folder.resolve("resources"));
        Files.writeString(resources.resolve("junit-platform.properties"),
                "junit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$ClassName\n");
        var main = Files.writeString(folder.resolve("Answer.java"), "class Answer {}\n");
        try (var judge = new Judge(Limits.STANDARD)) {
            return judge.judge(Question.of(Code.of(List.of(main), Stream.of(tests).toList(), List.of(resources))).untilShown());
        }
    }

    private static List<String> names(Verdict verdict) {
        return verdict.tests().stream().map(TestResult::name).toList();
    }

    @Test
    @DisplayName("ends where no test of an earlier step can come any more")
    void ends() throws Exception {
        assertThat(names(shown(tests("ATest", -1, 2), tests("BTest", 1)))).containsExactly("ATest, step 1");
        var verdict = shown(tests("ATest", 1, -2, 3), tests("BTest", -2, 3, -4), tests("CTest", 3));
        assertThat(verdict.status()).isEqualTo(Status.RED);
        assertThat(names(verdict)).containsExactly("ATest, step 1", "ATest, step 2", "ATest, step 3");
    }

    @Test
    @DisplayName("waits for a class of an earlier step than that of the first failure")
    void waits() throws Exception {
        var verdict = shown(tests("ATest", 1, -3), tests("BTest", -2, 3), tests("CTest", 3));
        assertThat(verdict.firstFailure()).map(TestResult::name).contains("BTest, step 2");
        assertThat(names(verdict)).containsExactly("ATest, step 1", "ATest, step 3", "BTest, step 2");
    }

    @Test
    @DisplayName("is green where nothing fails")
    void green() throws Exception {
        assertThat(shown(tests("ATest", 1, 3), tests("BTest", 2)).status()).isEqualTo(Status.GREEN);
    }
}
