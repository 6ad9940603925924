package structured.coach.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles source files to classes in memory, with the JDK that it runs on and its preview APIs. */
final class MemoryCompiler {

    /** What came out: classes by name, or else problems. */
    record Result(Map<String, byte[]> classes, List<Message.Problem> problems) {}

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

    /** Kept over compilations, since it is slow to find out what is on the class path. */
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private final List<String> options = List.of("-proc:none", "-nowarn", "-g", "--enable-preview",
            "--release", String.valueOf(Runtime.version().feature()));

    Result compile(List<Path> sources) {
        var unreadable = sources.stream().flatMap(source -> whatIsWrongWith(source).stream()).toList();
        return unreadable.isEmpty() ? compileReadable(sources) : new Result(Map.of(), unreadable);
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

    private Result compileReadable(List<Path> sources) {
        var classes = new ConcurrentHashMap<String, ByteArrayOutputStream>();
        var found = new DiagnosticCollector<JavaFileObject>();
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
        var compiled = javac.getTask(null, output, found, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        var problems = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(MemoryCompiler::problem).toList();
        if (!compiled && problems.isEmpty()) {
            problems = List.of(new Message.Problem("", -1, "", "the compiler gave up without saying why"));
        }
        var bytes = new ConcurrentHashMap<String, byte[]>();
        classes.forEach((name, written) -> bytes.put(name, written.toByteArray()));
        return new Result(bytes, problems);
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
