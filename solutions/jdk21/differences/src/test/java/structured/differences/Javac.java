package structured.differences;

import com.sun.source.util.JavacTask;
import java.io.Writer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The compiler of the JDK that this runs on. */
final class Javac {

    private Javac() {}

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public String getCharContent(boolean ignoreErrors) {
            return text;
        }
    }

    /** Compiles classes, by their names, without writing any; returns the first error of each that has one. What is wrong with the options has no name. */
    static Map<String, String> errors(Map<String, String> classes, String... options) throws Exception {
        var found = new DiagnosticCollector<JavaFileObject>();
        var sources = classes.entrySet().stream().map(each -> new Source(each.getKey(), each.getValue())).toList();
        var allOptions = Stream.concat(Stream.of("-proc:none"), Stream.of(options)).toList();
        try {
            ((JavacTask) ToolProvider.getSystemJavaCompiler().getTask(Writer.nullWriter(), null, found, allOptions, null, sources)).analyze();
        } catch (IllegalArgumentException e) {
            return Map.of("", e.getMessage());
        }
        var errors = new TreeMap<String, String>();
        for (var each : found.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                var name = each.getSource() == null ? "" : each.getSource().getName().replaceAll("^/|\\.java$", "");
                errors.putIfAbsent(name, each.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }
}
