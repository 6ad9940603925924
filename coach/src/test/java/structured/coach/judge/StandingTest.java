package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("of an exercise with several classes, after a save")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StandingTest {

    @TempDir
    private Path folder;

    private final Judge judge = new Judge(Limits.STANDARD);
    private Exercise exercise;
    private int saves;

    /** Each test says that it runs; Race and Limit know nothing of each other, and both of Outcome. */
    @BeforeEach
    void copy() throws Exception {
        exercise = new Exercise(folder.toRealPath(), "08-considerations");
        save("Outcome", "record Outcome(int value) {}");
        save("Race", "class Race { static int of() { return new Outcome(1).value(); } }");
        save("Limit", "class Limit { static int of() { return new Outcome(2).value(); } }");
        test("RaceTest", "race", "if (Race.of() != 1) throw new AssertionError(\"not 1\");");
        test("LimitTest", "limit", "if (Means.limit() != 2) throw new AssertionError(\"not 2\");");
        write("test", "Means", "class Means { static int limit() { return Limit.of(); } }");
        assertThat(judged().status()).isEqualTo(Status.GREEN);
        assertThat(ran()).containsExactly("limit", "race");
    }

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    @DisplayName("only those tests are run that can see what was saved, and the verdict is on all")
    void standing() throws Exception {
        save("Race", "class Race { static int of() { return 2 - 1; } }");
        var verdict = judged();
        assertThat(verdict.sentence()).isEqualTo("All 2 tests pass.");
        assertThat(verdict.tests()).extracting(TestResult::name).containsExactly("race", "limit");
        assertThat(ran()).containsExactly("race");
        save("Race", "class Race { static int of() { return 3; } }");
        assertThat(judged()).returns(Status.RED, Verdict::status).extracting(Verdict::sentence).asString().startsWith("1 of 2 tests fail");
        assertThat(ran()).containsExactly("race");
    }

    @Test
    @DisplayName("those that see it by way of another file are run, too")
    void byWayOfAnother() throws Exception {
        save("Limit", "class Limit { static int of() { return 3; } }");
        assertThat(judged().status()).isEqualTo(Status.RED);
        assertThat(ran()).containsExactly("limit");
        save("Outcome", "record Outcome(int value) { Outcome { value++; } }");
        assertThat(judged().status()).isEqualTo(Status.RED);
        assertThat(ran()).containsExactlyInAnyOrder("race", "limit");
    }

    @Test
    @DisplayName("all are run if nothing was changed, or nothing that a test can see")
    void nothingChanged() throws Exception {
        judged();
        assertThat(ran()).containsExactlyInAnyOrder("race", "limit");
        save("Mine", "class Mine {}");
        judged();
        assertThat(ran()).containsExactlyInAnyOrder("race", "limit");
        save("Limit", "class Limit { static int of() { return 3; } }");
        judged();
        ran();
        assertThat(judged().status()).isEqualTo(Status.RED);
        assertThat(ran()).containsExactly("limit", "race");
    }

    @Test
    @DisplayName("all are run if something else was changed that they may depend on")
    void resource() throws Exception {
        save("Race", "class Race { static int of() { return 2 - 1; } }");
        var resources = Files.createDirectories(exercise.folder().resolve("src/main/resources"));
        Files.writeString(resources.resolve("sizes.txt"), "12");
        assertThat(judged().status()).isEqualTo(Status.GREEN);
        assertThat(ran()).containsExactly("race", "limit");
    }

    @Test
    @DisplayName("what had failed is run again, and all is after a run that hung")
    void failedOrHung() throws Exception {
        save("Limit", "class Limit { static int of() { return 3; } }");
        judged();
        save("Race", "class Race { static int of() { return 1; } }");
        ran();
        assertThat(judged().status()).isEqualTo(Status.RED);
        assertThat(ran()).containsExactly("race", "limit");
        save("Limit", "class Limit { static int of() { while (true) { } } }");
        assertThat(judged().status()).isEqualTo(Status.HUNG);
        save("Limit", "class Limit { static int of() { return 2; } }");
        ran();
        var verdict = judged();
        assertThat(verdict.status()).isEqualTo(Status.GREEN);
        assertThat(verdict.tests()).hasSize(2);
        assertThat(ran()).containsExactly("limit", "race");
    }

    @Test
    @DisplayName("what does not compile makes nobody forget")
    void doesNotCompile() throws Exception {
        save("Race", "class Race { static int of() { return ");
        assertThat(judged().status()).isEqualTo(Status.AMBER);
        save("Race", "class Race { static int of() { return 1; } }");
        assertThat(judged().status()).isEqualTo(Status.GREEN);
        assertThat(ran()).containsExactly("race");
    }

    private Verdict judged() throws Exception {
        return judge.judge(Sources.of(exercise)).verdict();
    }

    /** Which tests have run since this was asked, in their order. */
    private List<String> ran() throws IOException {
        var file = folder.resolve("ran");
        var ran = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        Files.deleteIfExists(file);
        return ran;
    }

    private void test(String name, String method, String body) throws IOException {
        write("test", name, """
                import java.nio.file.*;
                import org.junit.jupiter.api.*;
                class %s {
                    @Test @DisplayName("%2$s") @Tag("step-1") void %2$s() throws Exception {
                        Files.writeString(Path.of("%3$s"), "%2$s\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        %4$s
                    }
                }
                """.formatted(name, method, folder.resolve("ran"), body));
    }

    private void save(String name, String text) throws IOException {
        Files.setLastModifiedTime(write("main", name, text), FileTime.fromMillis(++saves * 1000L));
    }

    private Path write(String sources, String name, String text) throws IOException {
        var path = exercise.folder().resolve("src/%s/java/structured/considerations/%s.java".formatted(sources, name));
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "package structured.considerations;\n" + text + "\n");
    }
}
