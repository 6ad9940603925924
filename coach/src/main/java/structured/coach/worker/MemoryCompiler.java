package structured.coach.worker;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles source files to classes in memory, with the JDK that it runs on and its preview APIs. For one thread at a time. */
public final class MemoryCompiler {

    /** What came out: classes by name, or else problems. */
    public record Result(Map<String, byte[]> classes, List<Message.Problem> problems) {
        Result with(Map<String, byte[]> more) {
            var all = new HashMap<>(classes);
            all.putAll(more);
            return new Result(all, problems);
        }
    }

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

    /** Kept over compilations, since it is slow to find out what is on the class path. */
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** For what is no test, and so has no libraries, here as little as in Maven. */
    private final StandardJavaFileManager filesWithoutLibraries = withoutLibraries();

    private final KnownTests known = new KnownTests();

    /** {@code -source} comes to the same as {@code --release} on a JDK of that release, and is faster. */
    private final List<String> options = List.of("-proc:none", "-nowarn", "-g", "--enable-preview",
            "-source", String.valueOf(Runtime.version().feature()));

    /**
     * Compiles the sources together. What the tests among them were compiled to is known from an earlier time, as long as
     * nothing has changed that they can see: then only the others are compiled.
     */
    public Result compile(List<Path> sources) throws IOException {
        var unreadable = sources.stream().flatMap(source -> whatIsWrongWith(source).stream()).toList();
        if (!unreadable.isEmpty()) {
            return new Result(Map.of(), unreadable);
        }
        if (sources.isEmpty()) {
            return new Result(Map.of(), List.of());    // which javac would take for wrong use
        }
        var tests = sources.stream().filter(source -> Frames.isTest(source.getFileName().toString())).toList();
        var main = sources.stream().filter(source -> !tests.contains(source)).toList();
        if (main.isEmpty()) {
            return compiled(files, sources).result();
        }
        var alone = compiled(filesWithoutLibraries, main);
        if (alone.failed()) {
            // Or javac might remember a text for as long as the file's time is the same: on some drives two seconds.
            filesWithoutLibraries.flush();
            return alone.result();
        }
        var compiledTests = known.find(tests, alone.api());
        if (compiledTests.isPresent()) {
            return alone.result().with(compiledTests.get());
        }
        var all = compiled(files, sources).result();
        if (all.problems().isEmpty()) {
            var ofTests = new HashMap<>(all.classes());
            ofTests.keySet().removeAll(alone.result().classes().keySet());
            known.keep(tests, alone.api(), ofTests);
        }
        return all;
    }

    private StandardJavaFileManager withoutLibraries() {
        var files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("no place was named that could not be read", e);
        }
    }

    /** Reads a file as javac would, since javac doesn't always say what is wrong with it. */
    private static Optional<Message.Problem> whatIsWrongWith(Path source) {
        try {
            Files.readString(source);
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(new Message.Problem(source.toString(), -1, "", "it has a character that is not UTF-8"));
        } catch (IOException e) {
            return Optional.of(new Message.Problem(source.toString(), -1, "", "it can't be read: " + e));
        }
    }

    private Compilation compiled(StandardJavaFileManager files, List<Path> sources) throws IOException {
        return new Compilation(files, files.getJavaFileObjectsFromPaths(sources));
    }

    /** One run of javac over some sources. */
    private final class Compilation {
        private final Map<String, ByteArrayOutputStream> classes = new ConcurrentHashMap<>();
        private final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        private final StringWriter api = new StringWriter();

        Compilation(JavaFileManager files, Iterable<? extends JavaFileObject> sources) throws IOException {
            var output = new ForwardingJavaFileManager<JavaFileManager>(files) {
                @Override
                public JavaFileObject getJavaFileForOutput(Location where, String name, JavaFileObject.Kind kind, FileObject from) {
                    return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                        @Override
                        public OutputStream openOutputStream() {
                            var bytes = new ByteArrayOutputStream();
                            classes.put(name, bytes);
                            return bytes;
                        }
                    };
                }
            };
            var task = (JavacTask) javac.getTask(null, output, found, options, null, sources);
            for (var element : task.analyze()) {
                if (element instanceof TypeElement type) {
                    printVisible(type, task.getElements());
                }
            }
            if (!failed()) {
                task.generate();
            }
        }

        /** Prints all that other classes can depend on: a type and its members, with their types and constants. */
        private void printVisible(TypeElement type, Elements elements) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                return;
            }
            api.append("%s %s %s %s %s extends %s, %s, %s%n".formatted(type.getAnnotationMirrors(), type.getModifiers(), type.getKind(), type,
                    type.getTypeParameters().stream().map(TypeParameterElement::getBounds).toList(),
                    type.getSuperclass(), type.getInterfaces(), type.getPermittedSubclasses()));
            for (var member : type.getEnclosedElements()) {
                if (member instanceof TypeElement nested) {
                    printVisible(nested, elements);
                } else if (!member.getModifiers().contains(Modifier.PRIVATE)) {
                    elements.printElements(api, member);
                }
            }
        }

        boolean failed() {
            return found.getDiagnostics().stream().anyMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
        }

        String api() {
            return api.toString();
        }

        Result result() {
            var problems = found.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(MemoryCompiler::problem).toList();
            var bytes = new HashMap<String, byte[]>();
            classes.forEach((name, written) -> bytes.put(name, written.toByteArray()));
            return new Result(bytes, problems);
        }
    }

    private static Message.Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        var source = diagnostic.getSource();
        var file = source == null ? "" : Path.of(source.toUri()).toString();
        return new Message.Problem(file, diagnostic.getLineNumber(), lineOf(source, diagnostic.getLineNumber()),
                diagnostic.getMessage(Locale.ROOT));
    }

    private static String lineOf(JavaFileObject source, long line) {
        try {
            return source == null || line < 1 ? "" : source.getCharContent(true).toString().lines()
                    .skip(line - 1).findFirst().orElse("").strip();
        } catch (IOException e) {
            // The problem may just be that the file can't be read; it is told without its line then.
            return "";
        }
    }
}
