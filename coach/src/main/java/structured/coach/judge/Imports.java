package structured.coach.judge;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.verdict.Problem;

/** Which class of the JDK is meant where the compiler doesn't find one: as the JDK that this runs on has them. */
final class Imports {

    /** A class by its name alone; or one as part of another's name, which the compiler takes for a package. */
    private static final Pattern UNKNOWN = Pattern.compile("symbol: +(?:class|variable|interface) ([A-Z]\\w*)\\b|package ([A-Z]\\w*) does not exist");

    /** What a class is looked for in is something else: nothing is to be imported for that. */
    private static final Pattern IN_ANOTHER = Pattern.compile("location: +(?:class|interface) (?:[\\w.]+\\.)?(StructuredTaskScope|ScopedValue|Thread)\\b");

    /** Where several packages have a class of that name, the first of these is meant. */
    private static final List<String> NEAREST = List.of("java.util.concurrent", "java.util", "java.time", "java.util.stream", "java.util.function",
            "java.util.concurrent.atomic", "java.util.concurrent.locks", "java.io", "java.nio.file");

    /** All classes of the JDK's base: read when the first of them is missing, which takes a moment, and kept. */
    private static final class Names {
        private static final List<String> ALL = read();

        private static List<String> read() {
            var base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java");
            try (var files = Files.walk(base)) {
                return files.map(file -> nameOf(base, file)).filter(name -> !name.isEmpty()).toList();
            } catch (IOException e) {
                return List.of();    // Then it isn't said what to import.
            }
        }
    }

    private Imports() {}

    /** What has to be imported, each once, as the import's name. */
    static List<String> missing(List<Problem> problems) {
        var missing = new LinkedHashSet<String>();
        for (var problem : problems) {
            var unknown = UNKNOWN.matcher(problem.message());
            if (unknown.find() && !IN_ANOTHER.matcher(problem.message()).find()) {
                of(unknown.group(1) == null ? unknown.group(2) : unknown.group(1)).ifPresent(missing::add);
            }
        }
        return List.copyOf(missing);
    }

    /** The public class of this name that the JDK's base has, if it is plain which of them is meant. */
    static Optional<String> of(String name) {
        var classes = Names.ALL.stream().filter(found -> found.endsWith("." + name) || found.endsWith("$" + name)).filter(Imports::isPublic).toList();
        var outer = classes.stream().filter(found -> !found.contains("$")).toList();
        if (!outer.isEmpty()) {
            return outer.stream().min(Comparator.comparingInt(Imports::distance));
        }
        // Many classes have a Builder, say.
        var nearest = classes.stream().mapToInt(Imports::distance).min().orElse(0);
        var nested = classes.stream().filter(found -> distance(found) == nearest).toList();
        return nested.size() == 1 ? Optional.of(nested.getFirst().replace('$', '.')) : Optional.empty();
    }

    private static String nameOf(Path base, Path file) {
        var name = "java/" + base.relativize(file);
        return name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()).replace('/', '.') : "";
    }

    private static int distance(String name) {
        var place = NEAREST.indexOf(name.substring(0, name.lastIndexOf('.')));
        return place < 0 ? NEAREST.size() : place;
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, null).getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
