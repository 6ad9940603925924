package structured.coach.machine;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of the JDK that this runs on, with its preview APIs. */
public final class Javac {

    /** {@code -source} comes to the same as {@code --release} on a JDK of that release, and is faster. */
    public static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-g", "--enable-preview",
            "-source", String.valueOf(Runtime.version().feature()));

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /** The tool itself. */
    public static JavaCompiler compiler() {
        return COMPILER;
    }

    /** Files for it to read and to write. Of what is not in UTF-8 it says nothing: that it means something else is seen by who reads it. */
    public static StandardJavaFileManager files() {
        return COMPILER.getStandardFileManager(problem -> { }, Locale.ROOT, StandardCharsets.UTF_8);
    }

    /** What reads these sources' trees, and asks for nothing else. It says to nobody where they are wrong, nor when it gives up. */
    public static JavacTask parser(Collection<String> texts) {
        var sources = texts.stream().map(Text::new).toList();
        return (JavacTask) COMPILER.getTask(Writer.nullWriter(), Text.FILES, problem -> { }, List.of("-proc:none"), null, sources);
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {
        /** Who only parses looks nothing up there. Here, since most who need a compiler never parse. */
        static final StandardJavaFileManager FILES = files();

        private final String text;

        Text(String text) {
            super(URI.create("string:///Text.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /**
     * Compiles sources into a folder, and gives the first error if they don't compile.
     *
     * @throws IOException if it can't be written to that folder
     */
    public static Optional<Diagnostic<? extends JavaFileObject>> compile(List<Path> sources, Path folder) throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = files()) {
            var options = new ArrayList<>(OPTIONS);
            options.addAll(List.of("-d", folder.toString()));
            COMPILER.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        }
        for (var problem : found.getDiagnostics()) {
            if (problem.getCode().equals("compiler.err.class.cant.write")) {
                throw new IOException("%s. It has to be written to %s".formatted(problem.getMessage(Locale.ROOT), folder));
            }
        }
        return found.getDiagnostics().stream().<Diagnostic<? extends JavaFileObject>>map(it -> it)
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR).findFirst();
    }
}
