package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.coach.judge.HostileAnswers.RIGHT;
import static structured.coach.judge.HostileAnswers.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** Each of these got another verdict from Maven once. */
@DisplayName("the coach's verdict is Maven's:")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AsMavenTest {

    private static final Judge JUDGE = new Judge(Limits.STANDARD);

    /** One for all tests, one after another, so that one and the same worker will do: it runs in the exercise's folder. */
    @TempDir
    private static Path folder;

    private Exercise exercise;
    private Path main;
    private Path tests;

    @AfterAll
    static void close() {
        JUDGE.close();
    }

    /** Nothing but 04-gather, solved. */
    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.walk(folder)) {
            // But for the folder that the worker runs in.
            for (var file : files.sorted(Comparator.reverseOrder()).filter(file -> !folder.resolve("modules/04-gather").startsWith(file)).toList()) {
                Files.delete(file);
            }
        }
        var original = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        exercise = new Exercise(folder, "04-gather");
        for (var test : original.tests()) {
            copy(test, folder.resolve(TutorialCopy.ORIGINAL.relativize(test)));
            tests = folder.resolve(TutorialCopy.ORIGINAL.relativize(test)).getParent();
        }
        var solution = original.solution().getFirst();
        main = exercise.fileLike(folder.resolve(TutorialCopy.ORIGINAL.relativize(solution))).getParent();
        copy(solution, main.resolve("Gather.java"));
        copy(original.folder().resolve("pom.xml"), exercise.folder().resolve("pom.xml"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Verdict verdict() throws IOException, InterruptedException {
        return JUDGE.judge(Sources.of(exercise)).verdict();
    }

    private void is(Status status, String words) throws IOException, InterruptedException {
        var verdict = verdict();
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(status);
        assertThat(verdict.sentence()).contains(words);
    }

    /** A right answer that first says no if something isn't as it should be. */
    private void answers(String condition) throws IOException {
        write(main.resolve("Gather.java"), source("if (!(%s)) throw new IllegalStateException(\"no\");".formatted(condition) + RIGHT));
    }

    @Test
    @DisplayName("assertions are enabled")
    void assertions() throws Exception {
        write(main.resolve("Gather.java"), source("assert tasks.isEmpty() : \"an assertion\";" + RIGHT));
        is(Status.RED, "an assertion");
    }

    @Test
    @DisplayName("test classes are those of Surefire's names, and helpers have their libraries")
    void testClasses() throws Exception {
        var before = verdict().tests().size();
        var test = "package structured.gather; import org.junit.jupiter.api.Test; class %s { @Test void mine() { Fixtures.check(); } }";
        for (var name : new String[] {"MineTests", "TestMine", "MineTestCase", "NoneOfThem"}) {
            write(tests.resolve(name + ".java"), test.formatted(name));
        }
        write(tests.resolve("Fixtures.java"),
                "package structured.gather; class Fixtures { static void check() { org.assertj.core.api.Assertions.assertThat(1).isEqualTo(1); } }");
        is(Status.GREEN, "All %d tests pass.".formatted(before + 3));
    }

    @Test
    @DisplayName("the learner's sources have no libraries of tests, whatever their files are called")
    void testAmongTheSources() throws Exception {
        write(main.resolve("MyTest.java"), "package structured.gather; import org.junit.jupiter.api.Test; class MyTest { @Test void mine() {} }");
        is(Status.AMBER, "MyTest.java doesn't compile. Line 1: package org.junit.jupiter.api does not exist");
    }

    @Test
    @DisplayName("a learner's class that is called like a test is the learner's, and its lines are shown")
    void helperCalledLikeATest() throws Exception {
        write(main.resolve("SpeedTest.java"),
                "package structured.gather; class SpeedTest {\n    static void run() { throw new IllegalStateException(\"too fast\"); }\n}\n");
        write(main.resolve("Gather.java"), source("SpeedTest.run();" + RIGHT));
        var verdict = verdict();
        assertThat(verdict.tests()).filteredOn(test -> test.failed()).isNotEmpty()
                .allSatisfy(test -> assertThat(test.frames()).first().asString().contains("SpeedTest.java:2"));
    }

    @Test
    @DisplayName("resources are found, those of the tests first")
    void resources() throws Exception {
        write(exercise.folder().resolve("src/main/resources/both.txt"), "main");
        write(exercise.folder().resolve("src/test/resources/both.txt"), "test");
        write(exercise.folder().resolve("src/main/resources/structured/gather/beside.txt"), "beside");
        answers("text(\"/both.txt\").equals(\"test\") && text(\"beside.txt\").equals(\"beside\") && Gather.class.getResource(\"none.txt\") == null");
        var gather = main.resolve("Gather.java");
        Files.writeString(gather, Files.readString(gather).replace("private Gather() {}", """
                static String text(String name) {
                    try (var in = Gather.class.getResourceAsStream(name)) {
                        return new String(in.readAllBytes());
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }"""));
        is(Status.GREEN, "");
    }

    @Test
    @DisplayName("relative paths begin in the exercise's folder")
    void workingDirectory() throws Exception {
        write(exercise.folder().resolve("here.txt"), "");
        answers("new java.io.File(\"here.txt\").exists() && java.nio.file.Files.exists(java.nio.file.Path.of(\"pom.xml\"))");
        is(Status.GREEN, "");
    }

    @Test
    @DisplayName("links are followed")
    void links() throws Exception {
        var elsewhere = folder.resolve("elsewhere");
        Files.move(main, elsewhere);
        Files.createSymbolicLink(main, elsewhere);
        is(Status.GREEN, "");
    }

    @Test
    @DisplayName("tests find the text of the learner's sources, and how many schedules to try")
    void textOfTheSources() throws Exception {
        write(tests.resolve("SourceTest.java"), """
                package structured.gather;

                import static org.assertj.core.api.Assertions.assertThat;
                import org.junit.jupiter.api.Test;

                class SourceTest {
                    @Test
                    void text() throws Exception {
                        try (var in = Gather.class.getResourceAsStream("Gather.java")) {
                            assertThat(new String(in.readAllBytes())).contains("class Gather");
                        }
                        try (var in = getClass().getClassLoader().getResourceAsStream("structured/gather/Gather.class")) {
                            assertThat(in.readAllBytes()).hasSizeGreaterThan(100);
                        }
                        assertThat(Integer.getInteger("structured.schedules", 100)).isEqualTo(100);
                    }
                }
                """);
        is(Status.GREEN, "");
        write(tests.resolve("SourceTest.java"), Files.readString(tests.resolve("SourceTest.java")).replace("isEqualTo(100)", "isEqualTo(1000)"));
        assertThat(JUDGE.judge(Question.of(Code.of(Sources.of(exercise))).inSchedules(1000)).status()).isEqualTo(Status.GREEN);
        is(Status.RED, "100");
    }
}
