package structured.coach;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JDK after 21 on this machine, which the solutions in its API are judged on. The launcher finds them: it says where each is
 * by a system property, which is empty for one that isn't here.
 *
 * @param release which one it is, such as 27
 * @param home its folder
 */
record LaterJdk(int release, Path home) {

    private static final String PROPERTY = "workshop.jdk";

    private static Stream<Integer> lookedFor() {
        return System.getProperties().stringPropertyNames().stream().filter(name -> name.matches(PROPERTY + "\\d+"))
                .map(name -> Integer.valueOf(name.substring(PROPERTY.length()))).sorted();
    }

    private static boolean isHere(int release) {
        return !System.getProperty(PROPERTY + release).isEmpty();
    }

    /** Those that are here, the oldest first. */
    static List<LaterJdk> found() {
        return lookedFor().filter(LaterJdk::isHere)
                .map(release -> new LaterJdk(release, Path.of(System.getProperty(PROPERTY + release)))).toList();
    }

    /** What is to be said of those that aren't here; nothing if all are. */
    static String skipped() {
        var missing = lookedFor().filter(release -> !isHere(release)).map(String::valueOf).collect(Collectors.joining(", "));
        return missing.isEmpty() ? ""
                : "Skipped: JDK %s, not found on this machine. docs/later-jdks.md says where to get it, and where it is looked for.%n".formatted(missing);
    }
}
