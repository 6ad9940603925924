package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.TutorialCopy;
import structured.coach.judge.worker.MemoryCompiler;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("to code that doesn't compile it is said")
class CompileHelpTest {

    private static final MemoryCompiler COMPILER = new MemoryCompiler();

    @TempDir
    private Path root;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("a list of subtasks that has a type", "var subtasks = tasks", "List<Subtask<T>> subtasks = tasks", "declare it with var"),
                arguments("results without a type", "<T>map(", "map(", ".<T>map(Subtask::get).toList()"),
                arguments("a list of subtasks that has a type, collected", "var subtasks = tasks.stream().map(scope::fork).toList()", "List<Subtask<T>> subtasks = tasks.stream().map(scope::fork).collect(java.util.stream.Collectors.toList())",
                        "declare it with var"),
                arguments("a loop over tasks of just T", "scope.join()", "for (Callable<T> task : tasks) { scope.fork(task); } scope.join()", "or as a Callable<? extends T>"),
                arguments("a scope of another type", "var scope =", "StructuredTaskScope<T> scope =", "ShutdownOnFailure takes tasks that return anything, so it is no StructuredTaskScope<T>"),
                arguments("a variable that changes", "scope.join()", "int i = 0; for (var task : tasks) { i++; scope.fork(() -> i); } scope.join()", "copy it to a variable of its own before the lambda"),
                arguments("how long instead of until when", "scope.join()", "scope.joinUntil(Duration.ofSeconds(1)); scope.join()", "joinUntil takes a moment, an Instant, and no Duration"),
                arguments("another exercise's package", "scope.join()", "structured.hello.Hello.run(null); scope.join()", "structured.hello is the package of another exercise"),
                arguments("another exercise's class", "scope.join()", "Hello.run(null); scope.join()", "Hello is a class of another exercise, 01-hello"),
                arguments("a supplier that throws", "scope.join()", "java.util.concurrent.CompletableFuture.supplyAsync(() -> tasks.getFirst().call()); scope.join()",
                        "given to supplyAsync, which takes none that throws Exception. Let a scope fork it"),
                arguments("a loop's lambda that throws", "scope.join()", "tasks.forEach(task ->\n task.call()); scope.join()", "given to forEach, which takes none that throws Exception. Write a loop instead"),
                arguments("a binding's run that throws", "scope.join()", "scope.fork(() -> { ScopedValue.where(ScopedValue.<String>newInstance(), \"\").run(() -> tasks.getFirst().call()); return null; }); scope.join()",
                        "In its place there is call"),
                arguments("a future", "var subtasks =", "java.util.concurrent.Future<T> f = scope.fork(tasks.get(0)); var subtasks =", "fork returns a Subtask, and no Future"),
                arguments("open", "new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open()", "the API of JDK 25 and later"),
                arguments("a joiner", "new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open(StructuredTaskScope.Joiner.awaitAll())", "docs/later-jdks.md"),
                arguments("two type arguments", "var scope = new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope<T, Void> scope = null", "the API of JDK 25 and later"),
                arguments("its exception", "scope.join()", "try { } catch (StructuredTaskScope.FailedException e) { } scope.join()", "the API of JDK 25 and later"),
                arguments("its timeout", "scope.join()", "scope.withTimeout(null); scope.join()", "the API of JDK 25 and later"),
                arguments("a binding's call", "scope.join()", "ScopedValue.where(ScopedValue.<String>newInstance(), \"\").call(() -> 1); scope.join()", "bind in there, around the task, and not around the scope. From JDK 25 on"),
                arguments("a future that isn't imported", "var subtasks =", "Future<T> f = scope.fork(tasks.get(0)); var subtasks =", "So no Future is to be imported: declare it with var"),
                arguments("a result of throwIfFailed", "scope.join().throwIfFailed();", "var all = scope.join()\n.throwIfFailed()\n.get();", "throwIfFailed returns nothing"),
                arguments("a variable for it", "scope.join().throwIfFailed();", "var all = scope.join().throwIfFailed();", "Results are on the subtasks"),
                arguments("a result of the scope", "scope.join().throwIfFailed();", "scope.join().result();", "A scope of this kind has no result"),
                arguments("a state forgotten", "scope.join().throwIfFailed();", "int i = switch (subtasks.getFirst().state()) {\n case SUCCESS -> 1;\n case FAILED -> 2;\n };",
                        "this switch lacks UNAVAILABLE. UNAVAILABLE is that of a task which has not ended"),
                arguments("two states forgotten", "scope.join().throwIfFailed();", "int i = switch (subtasks.getFirst().state()) {\n case UNAVAILABLE -> 1;\n };",
                        "this switch lacks SUCCESS and FAILED."),
                arguments("a module's import", "import java.util.List;", "import module java.base;", "import the classes"),
                arguments("a lambda that returns nothing", "scope.join()", "scope.fork(() -> { tasks.size(); }); scope.join()", "end the lambda with \"return null;\""),
                arguments("a join in a lambda", "scope.join().throwIfFailed();", "tasks.forEach(task -> { scope.join(); });", "given to forEach, which takes none that throws InterruptedException"),
                arguments("an exception that is declared no longer", "throws InterruptedException, ExecutionException {\n        try", "throws ExecutionException {\n        try", "ExecutionException and InterruptedException: let it pass"),
                arguments("another exception", "scope.join().throwIfFailed();", "throw new java.io.IOException();", "pass this one on as the cause of an ExecutionException"),
                arguments("a class of another name", "class Gather", "class Gathr", "call it Gather again, not Gathr"),
                arguments("a brace too few", "Subtask::get).toList();\n        }\n", "Subtask::get).toList();\n", "that of line 41: try (var scope"),
                arguments("a brace too few at the end", "/ 1e9);\n    }\n\n", "/ 1e9);\n\n", "that of line 49: public static void main"),
                arguments("a brace too many", "Subtask::get).toList();\n        }\n", "Subtask::get).toList();\n        }}\n", "a closing brace too many, in line"),
                arguments("a wrong package", "package structured.gather;", "package structured.geather;", "is in the package structured.geather. By the folder that it is in, its line is: package structured.gather;"),
                arguments("no package", "package structured.gather;", "", "has no package line"),
                arguments("a byte order mark", "package structured", "\ufeffpackage structured", "begins with a byte order mark"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("what to do about the mistakes of this course")
    @MethodSource("mistakes")
    void mistakes(String name, String right, String wrong, String said) throws Exception {
        assertThat(solution()).contains(right);
        var verdict = verdict(solution().replace(right, wrong));
        assertThat(verdict.sentence()).contains("Gather.java", said);
    }

    @Test
    @DisplayName("what to import: all of it, and once")
    void imports() throws Exception {
        var sentence = verdict(solution().replaceAll("import .*\\b(Duration|StructuredTaskScope|Subtask|Callable);\n", "")).sentence();
        assertThat(sentence).containsOnlyOnce("doesn't compile").contains("These have to be imported:").endsWith("more errors; mend this one first.");
        assertThat(sentence.lines().filter(line -> line.startsWith("    import "))).containsExactlyInAnyOrder("    import java.util.concurrent.Callable;",
                "    import java.util.concurrent.StructuredTaskScope;", "    import java.util.concurrent.StructuredTaskScope.Subtask;", "    import java.time.Duration;");
    }

    @ParameterizedTest
    @DisplayName("which class of the JDK a name means: the one that this course uses, and none where that isn't plain")
    @ValueSource(strings = {"List java.util.List", "Callable java.util.concurrent.Callable", "Subtask java.util.concurrent.StructuredTaskScope.Subtask", "Duration java.time.Duration",
        "ReentrantLock java.util.concurrent.locks.ReentrantLock", "ConcurrentLinkedQueue java.util.concurrent.ConcurrentLinkedQueue", "Supplier java.util.function.Supplier",
        "Entry java.util.Map.Entry", "ShutdownOnFailure java.util.concurrent.StructuredTaskScope.ShutdownOnFailure", "TimeoutException java.util.concurrent.TimeoutException", "Gathering -", "Builder -", "T -"})
    void classes(String names) {
        var both = names.split(" ");
        assertThat(Imports.of(both[0]).orElse("-")).isEqualTo(both[1]);
    }

    @Test
    @DisplayName("the first error, by its line, and how many more there are")
    void more() throws Exception {
        var three = verdict(solution().replace("var start = System.nanoTime();", "int start = \"\"; long other = \"\";").replace("scope.join().throwIfFailed();", "scope.jion();"));
        assertThat(three.sentence()).contains("symbol:   method jion()").endsWith("There are 2 more errors; mend this one first.");
        assertThat(three.problems()).isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()));
    }

    @Test
    @DisplayName("nothing more where there is nothing more to say")
    void nothing() throws Exception {
        assertThat(verdict(solution().replace("scope.join().throwIfFailed();", "scope.join().throwIfFailed()")).sentence())
                .isEqualTo("Gather.java doesn't compile. Line 43: ';' expected");
        // A Supplier throws as little on any JDK; and of a method beside a lambda its lambda says nothing.
        assertThat(verdict(solution().replace("scope.join().throwIfFailed();", "java.util.concurrent.CompletableFuture.supplyAsync(() -> tasks.getFirst().call());"))
                .sentence()).contains("unreported exception").doesNotContain("JDK 25");
        assertThat(verdict(solution().replace("scope.join().throwIfFailed();", "tasks.forEach(task -> { });\n        tasks.getFirst().call();"))
                .sentence()).contains("unreported exception").doesNotContain("forEach");
        assertThat(verdict("").status()).isEqualTo(Status.AMBER);
        assertThat(verdict("class }{ \" ' /* \u65e5").sentence()).contains("doesn't compile");
        assertThat(verdict("package structured.gather; class Gather {" + "{".repeat(50)).sentence()).contains("brace is missing");
    }

    @Test
    @DisplayName("nothing of imports where a byte order mark hides them from the compiler")
    void byteOrderMark() throws Exception {
        assertThat(verdict("\ufeff" + solution()).sentence())
                .isEqualTo("Gather.java doesn't compile: it begins with a byte order mark, which no editor shows. Save it as UTF-8 without BOM.");
    }

    private static String solution() throws Exception {
        return Files.readString(TutorialCopy.ORIGINAL.resolve("solutions/04-gather/src/main/java/structured/gather/Gather.java"));
    }

    private Verdict verdict(String text) throws Exception {
        var exercise = new Exercise(root, "04-gather");
        var file = exercise.sources().resolve("structured/gather/Gather.java");
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        var another = new Exercise(root, "01-hello");
        Files.createDirectories(another.sources());
        Files.writeString(another.folder().resolve("pom.xml"), "");
        Files.writeString(another.sources().resolve("Hello.java"), "");
        var test = exercise.folder().resolve("src/test/java/structured/gather/GatherTest.java");
        Files.createDirectories(test.getParent());
        Files.writeString(test, "package structured.gather; class GatherTest { Object gather() throws Exception { return Gather.gather(null); } }");
        var sources = Sources.of(exercise);
        var problems = COMPILER.compile(Code.of(sources).readMain(), Code.of(sources).readTests()).problems();
        assertThat(problems).isNotEmpty();
        return CompileHelp.added(Hearing.amber(problems), sources);
    }
}
