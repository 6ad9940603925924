package structured.coach.machine;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the launcher says, which has found out what Java can't: by system properties that begin with {@code workshop.}, and are
 * read here and nowhere else.
 *
 * @param root where the tutorial is
 * @param colour whether escape sequences are understood, and wanted
 * @param utf8 whether there are more characters than ASCII's
 * @param terminal whether standard input and output are a terminal
 * @param width the columns of a line
 * @param classPath what the coach is made of: workers are made of the same
 * @param archive classes to start from, as the JVM itself archives them; empty if the coach was started without
 * @param classes the folder where workers keep compiled tests for those that come after them; empty if they don't
 * @param maven its program, which only a kit is made with; otherwise empty
 * @param locale what the environment's locale was before the launcher had to change it, or the coach's language, for a worker; empty if it doesn't say
 * @param laterJdks where each JDK after 21 is that was looked for; empty for one that isn't here
 */
public record Launch(Path root, boolean colour, boolean utf8, boolean terminal, int width, String classPath, Optional<Path> archive,
        Optional<Path> classes, Optional<Path> maven, String locale, SortedMap<Integer, Optional<Path>> laterJdks) {

    private static final String JDK = "workshop.jdk";

    private static final Launch HERE = of(System.getProperties());

    /** What was said at this process's start. */
    public static Launch here() {
        return HERE;
    }

    /** What these properties say. What they don't say is as for a program that writes to a file. */
    static Launch of(Properties said) {
        return new Launch(Path.of(said.getProperty("workshop.root", ".")).toAbsolutePath().normalize(),
                is(said, "colour"), is(said, "utf8"), is(said, "terminal"), number(said.getProperty("workshop.width", "")),
                // The coach's own tests name the jar that the archive is of; they run on classes in folders.
                absolute(said.getProperty("workshop.jar", said.getProperty("java.class.path"))), path(said.getProperty("workshop.archive")),
                path(said.getProperty("workshop.classes")), path(said.getProperty("workshop.maven")), said.getProperty("workshop.locale", ""), laterJdks(said));
    }

    private static boolean is(Properties said, String what) {
        return Boolean.parseBoolean(said.getProperty("workshop." + what));
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 80;
    }

    private static Optional<Path> path(String text) {
        return Optional.ofNullable(text).filter(path -> !path.isEmpty()).map(Path::of);
    }

    /** A worker may run in another folder. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator)).map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static SortedMap<Integer, Optional<Path>> laterJdks(Properties said) {
        var jdks = new TreeMap<Integer, Optional<Path>>();
        for (var name : said.stringPropertyNames()) {
            if (name.matches(JDK + "\\d{2,3}")) {
                jdks.put(Integer.valueOf(name.substring(JDK.length())), path(said.getProperty(name)));
            }
        }
        return jdks;
    }
}
