package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import structured.coach.TutorialCopy;
import structured.coach.judge.worker.MemoryCompiler;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Problem;
import structured.coach.verdict.Verdict.Status;

@DisplayName("where a learner's file is not what the tests need any more")
class LostHelpTest {

    private static final MemoryCompiler COMPILER = new MemoryCompiler();

    private static final String DUE = "\n    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException\n";

    @TempDir
    private Path root;

    private Exercise exercise;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        exercise = new Exercise(root, "04-gather");
        var original = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        for (var files : List.of(original.tests(), original.solution())) {
            for (var each : files) {
                var copy = root.resolve(TutorialCopy.ORIGINAL.relativize(each));
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
        file = exercise.fileLike(exercise.solution().getFirst());
        Files.createDirectories(file.getParent());
        Files.copy(exercise.solution().getFirst(), file);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("the method that they call is named, with the line that it came with, and a way back that loses nothing")
    @CsvSource(delimiter = '|', textBlock = """
            raw         | <T> List<T> gather(List<? extends Callable<? extends T>> tasks)   | List gather(List tasks)
            erased      | <T> List<T> gather(List<? extends Callable<? extends T>> tasks)   | List<Object> gather(List<? extends Callable<?>> tasks)
            narrower    | List<? extends Callable<? extends T>> tasks                       | List<Callable<T>> tasks
            another one | <T> List<T> gather(                                               | <T> java.util.Set<T> gather(
            private     | public static <T> List<T> gather(                                 | private static <T> List<T> gather(
            throws more | throws InterruptedException, ExecutionException {                 | throws Exception {
            """)
    void method(String what, String right, String wrong) throws Exception {
        assertThat(sentence(right, wrong)).startsWith("GatherTest.java calls the method gather of Gather, and doesn't find it as the exercise came with it:" + DUE)
                .endsWith("./workshop reset 04-gather puts yours aside first.");
    }

    @Test
    @DisplayName("a constant that they use is named, if it has another type, with the line that it came with")
    void field() throws Exception {
        exercise = new Exercise(TutorialCopy.ORIGINAL, "07-taskgroup-binding");
        var problem = new Problem("ThingsTest.java", true, 38, "found.add(MY_THING.orElse(\"nothing\"));", "cannot find symbol\n  symbol:   method orElse(java.lang.String)\n"
                + "  location: variable MY_THING of type java.lang.ThreadLocal<java.lang.String>");
        assertThat(LostHelp.of(problem, exercise)).hasValueSatisfying(said -> assertThat(said)
                .startsWith("ThingsTest.java uses MY_THING of TaskGroupBinding, and doesn't find it as the exercise came with it:\n    public static final ScopedValue<String> MY_THING\n"));
    }

    @Test
    @DisplayName("a method that even the learner's own main misses is named there")
    void own() throws Exception {
        assertThat(sentence("List<T> gather(", "List<T> gatherAll(")).contains("Gather.java doesn't compile.", "The exercise came with that method, as" + DUE, "./workshop reset 04-gather");
    }

    @Test
    @DisplayName("a class that is gone is named, and its file")
    void type() throws Exception {
        Files.writeString(file, Files.readString(file).replace("private Gather() {}", ""));
        assertThat(sentence("public final class Gather ", "final class Collected ")).startsWith("GatherTest.java tests Gather, and there is no class of that name.")
                .contains("./workshop reset 04-gather");
        Files.delete(file);
        Files.writeString(file.resolveSibling("Other.java"), "package structured.gather; class Other { }");
        assertThat(told()).startsWith("GatherTest.java tests Gather, and there is no class of that name.");
    }

    @Test
    @DisplayName("what they find to be another type, without a method that it is of, is told in the compiler's words, with a way back")
    void another() throws Exception {
        var helper = root.resolve("modules/04-gather/src/test/java/structured/gather/AnotherTest.java");
        Files.writeString(helper, "package structured.gather; class AnotherTest {\n int length() { return new Own().text().length(); } }");
        Files.writeString(file.resolveSibling("Own.java"), "package structured.gather; class Own { Object text() { return null; } }");
        assertThat(told()).startsWith("AnotherTest.java, line 2, doesn't find what it tests").endsWith("./workshop reset 04-gather puts yours aside first.");
    }

    @Test
    @DisplayName("types that a caller may rely on all the same are let through")
    void wider() throws Exception {
        write("List<? extends Callable<? extends T>> tasks", "java.util.Collection<? extends Callable<? extends T>> tasks");
        assertThat(COMPILER.compile(Code.of(Sources.of(exercise)).readMain(), Code.of(Sources.of(exercise)).readTests()).problems()).isEmpty();
    }

    private String sentence(String right, String wrong) throws Exception {
        write(right, wrong);
        return told();
    }

    /** What the body makes of other types is not what this is about. */
    private void write(String right, String wrong) throws Exception {
        var text = Files.readString(file).replaceAll("(?s)try \\(var scope.*?\n        }\n", "return null;\n");
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));
    }

    private String told() throws Exception {
        var sources = Sources.of(exercise);
        var problems = COMPILER.compile(Code.of(sources).readMain(), Code.of(sources).readTests()).problems();
        assertThat(problems).isNotEmpty();
        var verdict = CompileHelp.added(Hearing.amber(problems), sources);
        assertThat(verdict.status()).isEqualTo(Status.AMBER);
        return verdict.sentence();
    }
}
