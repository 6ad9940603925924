package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Tutorial;

/**
 * Eclipse and VS Code have a compiler of their own, which is not javac: what it refuses is red in these editors, whatever
 * Maven says, and what it warns of is yellow. It is run here on what they take for sources, with what they read from the POMs:
 * release 21, and, by the profile m2e, no {@code --enable-preview}.
 */
@DisplayName("Eclipse's compiler, which VS Code uses too,")
class EclipseTest {

    /** The libraries of the coach, which are those of the exercises and more. Without folders: those are sources here. */
    private static final String LIBRARIES = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar")).collect(Collectors.joining(File.pathSeparator));

    private final Tutorial tutorial = new Tutorial(TutorialCopy.ORIGINAL);

    /** Without a folder of their own, its classes would land beside the sources. */
    @TempDir
    private Path classes;

    @Test
    @DisplayName("compiles the exercises as shipped and their tests without a warning")
    void exercises(@TempDir Path folder) throws Exception {
        var shipped = new Shipped(TutorialCopy.ORIGINAL, tutorial.state().resolve("shipped"));
        var sources = new ArrayList<Path>();
        for (var exercise : tutorial.exercises()) {
            sources.addAll(shipped.sources(exercise, folder));
            sources.addAll(exercise.tests());
        }
        assertThat(problems(sources)).isEmpty();
    }

    @Test
    @DisplayName("compiles all projects in solutions, with the exercises' tests, without a warning")
    void solutions() throws IOException {
        var sources = new ArrayList<Path>();
        // Those below jdk25 are a level deeper: they are not for 21, and no IDE imports them, since no POM names theirs.
        try (var projects = Files.list(TutorialCopy.ORIGINAL.resolve("solutions"))) {
            for (var source : projects.map(project -> project.resolve("src")).filter(Files::isDirectory).toList()) {
                sources.addAll(javaFiles(source));
            }
        }
        for (var exercise : tutorial.exercises()) {
            sources.addAll(exercise.tests());
        }
        assertThat(problems(sources)).isEmpty();
    }

    @Test
    @DisplayName("compiles the coach and its tests without a warning")
    void coach() throws IOException {
        assertThat(problems(javaFiles(TutorialCopy.ORIGINAL.resolve("coach/src")))).isEmpty();
    }

    @Test
    @DisplayName("refuses --enable-preview at level 21: if this is red, the profile m2e is needed no longer")
    void preview() throws IOException {
        assertThat(problems(tutorial.exercises().getFirst().main(), "--enable-preview"))
                .singleElement().asString().contains("only at the latest source level");
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What is wrong with sources that are compiled together, a line for each error and warning: file, line and what Eclipse says. */
    private List<String> problems(List<Path> sources, String... options) throws IOException {
        assertThat(sources).as("sources to compile").isNotEmpty();
        // The JDK's own is among them.
        var eclipse = ServiceLoader.load(JavaCompiler.class).stream()
                .filter(compiler -> compiler.type().getName().startsWith("org.eclipse.")).findFirst().orElseThrow().get();
        var found = new DiagnosticCollector<JavaFileObject>();
        var said = new StringWriter();
        try (var files = eclipse.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            // The editors read links in comments, too.
            var all = Stream.concat(Stream.of("--release", "21", "-proc:none", "-enableJavadoc", "-cp", LIBRARIES,
                    "-d", classes.toString()), Stream.of(options)).toList();
            var task = eclipse.getTask(new PrintWriter(said), files, found, all, null, files.getJavaFileObjectsFromPaths(sources));
            var right = task.call();
            var problems = found.getDiagnostics().stream().map(EclipseTest::sentence).toList();
            // An error that has no place in a file is only printed.
            return right || !problems.isEmpty() ? problems : List.of(said.toString().strip());
        } catch (IllegalArgumentException e) {
            // What is wrong with the options themselves.
            return List.of(e.getMessage());
        }
    }

    private static String sentence(Diagnostic<? extends JavaFileObject> problem) {
        var message = problem.getMessage(Locale.ROOT);
        return problem.getSource() == null ? message
                : TutorialCopy.ORIGINAL.relativize(Path.of(problem.getSource().toUri())) + ":" + problem.getLineNumber() + ": " + message;
    }
}
