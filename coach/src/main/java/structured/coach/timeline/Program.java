package structured.coach.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import structured.coach.terminal.Harmless;
import structured.coach.worker.SourceText;

/**
 * Sources with a {@code main} among them.
 *
 * @param title what to call it in the picture
 * @param sources all the files to compile
 * @param main the one whose {@code main} is to be run
 */
record Program(String title, List<Path> sources, Path main) {

    private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(");
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

    /** The compiler may quote a type that goes over pages. */
    private static final int LONGEST_PROBLEM = 2000;

    /** Those of some sources that have a {@code main}. */
    static List<Path> mains(List<Path> sources) throws IOException {
        var mains = new ArrayList<Path>();
        for (var source : sources) {
            // Not yet checked by a compiler: it may be in any encoding, and this one can read them all.
            if (MAIN.matcher(SourceText.ascii(source)).find()) {
                mains.add(source);
            }
        }
        return mains;
    }

    /** The class of a source, by the name of its file. */
    static String classOf(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    String packageName() {
        try {
            var found = PACKAGE.matcher(SourceText.ascii(main));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    String mainClass() {
        return packageName().isEmpty() ? classOf(main) : packageName() + "." + classOf(main);
    }

    /** Compiles it into a folder, and says what is wrong with it if it doesn't compile. */
    Optional<String> compile(Path classes) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var options = List.of("-proc:none", "-nowarn", "-g", "--enable-preview",
                    "--release", String.valueOf(Runtime.version().feature()), "-d", classes.toString());
            if (javac.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                return Optional.empty();
            }
        }
        var problems = found.getDiagnostics().stream().filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR).toList();
        for (var problem : problems) {
            if (problem.getCode().equals("compiler.err.class.cant.write")) {
                throw new IOException("%s. It has to be written to %s".formatted(problem.getMessage(Locale.ROOT), classes));
            }
        }
        var first = problems.stream().findFirst()
                .map(problem -> problem.getSource() == null ? problem.getMessage(Locale.ROOT) : "%s doesn't compile. Line %d: %s".formatted(
                        Path.of(problem.getSource().toUri()).getFileName(), problem.getLineNumber(), problem.getMessage(Locale.ROOT)))
                .orElse("It doesn't compile.");
        return Optional.of(Harmless.text(Harmless.head(first, LONGEST_PROBLEM)));
    }
}
