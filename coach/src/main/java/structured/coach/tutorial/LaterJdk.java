package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JDK after 21 on this machine, which the solutions and learners' ports in its API are judged on. The launcher finds them: it says where each is
 * by a system property, which is empty for one that isn't here.
 *
 * @param release which one it is, such as 27
 * @param home its folder
 */
public record LaterJdk(int release, Path home) {

    /** Where the JDK is that the coach itself runs on. */
    public static final Path OWN_HOME = Path.of(System.getProperty("java.home"));

    private static final String PROPERTY = "workshop.jdk";

    private static Stream<Integer> lookedFor() {
        return System.getProperties().stringPropertyNames().stream().filter(name -> name.matches(PROPERTY + "\\d+"))
                .map(name -> Integer.valueOf(name.substring(PROPERTY.length()))).sorted();
    }

    private static boolean isHere(int release) {
        return !System.getProperty(PROPERTY + release).isEmpty();
    }

    /** Where a JDK is, if it is here; the tutorial's own too. */
    public static Optional<Path> home(int release) {
        return release == Tutorial.JDK ? Optional.of(OWN_HOME)
                : Optional.of(System.getProperty(PROPERTY + release, "")).filter(home -> !home.isEmpty()).map(Path::of);
    }

    /** Those that there are solutions for, the oldest first, whether they are here or not: exercises can be ported to these. */
    public static List<Integer> withSolutions(Path root) throws IOException {
        var releases = new ArrayList<Integer>();
        for (int release : Stream.concat(Layers.of(root).stream(), lookedFor()).sorted().distinct().toList()) {
            if (Layers.areSolutionsFor(release, root)) {
                releases.add(release);
            }
        }
        return releases;
    }

    /** Those that are here, the oldest first. */
    public static List<LaterJdk> found() {
        return lookedFor().filter(LaterJdk::isHere)
                .map(release -> new LaterJdk(release, Path.of(System.getProperty(PROPERTY + release)))).toList();
    }

    /** The coach's own, which the others are compared with. */
    public static final LaterJdk OWN = new LaterJdk(Tutorial.JDK, OWN_HOME);

    /** What is to be said of those that aren't here. */
    public static Optional<String> skipped() {
        var missing = lookedFor().filter(release -> !isHere(release)).map(String::valueOf).collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty()
                : Optional.of("Skipped: JDK %s, not found on this machine. docs/later-jdks.md says where to get it, and where it is looked for.".formatted(missing));
    }
}
