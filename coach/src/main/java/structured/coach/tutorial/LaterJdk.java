package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Jvm;
import structured.coach.machine.Launch;

/**
 * A JDK after 21 on this machine, which the solutions and learners' ports in its API are judged on. The launcher finds them.
 *
 * @param release which one it is, such as 27
 * @param home its folder
 */
public record LaterJdk(int release, Path home) {

    /** Where the JDK is that the coach itself runs on. */
    public static final Path OWN_HOME = Jvm.OUR_HOME;

    private static SortedMap<Integer, Optional<Path>> lookedFor() {
        return Launch.here().laterJdks();
    }

    /** Where a JDK is, if it is here; the tutorial's own too. */
    public static Optional<Path> home(int release) {
        return release == Tutorial.JDK ? Optional.of(OWN_HOME)
                : lookedFor().getOrDefault(release, Optional.empty());
    }

    /** Those that there are solutions for, the oldest first, whether they are here or not: exercises can be ported to these. */
    public static List<Integer> withSolutions(Path root) throws IOException {
        var releases = new ArrayList<Integer>();
        for (int release : Stream.concat(Layers.of(root).stream(), lookedFor().keySet().stream()).sorted().distinct().toList()) {
            if (Layers.areSolutionsFor(release, root)) {
                releases.add(release);
            }
        }
        return releases;
    }

    /** Those that are here, the oldest first. */
    public static List<LaterJdk> found() {
        return lookedFor().entrySet().stream().flatMap(jdk -> jdk.getValue().map(home -> new LaterJdk(jdk.getKey(), home)).stream()).toList();
    }

    /** The coach's own, which the others are compared with. */
    public static final LaterJdk OWN = new LaterJdk(Tutorial.JDK, OWN_HOME);

    /** What is to be said of those that aren't here. */
    public static Optional<String> skipped() {
        var missing = lookedFor().entrySet().stream().filter(jdk -> jdk.getValue().isEmpty()).map(jdk -> String.valueOf(jdk.getKey())).collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty()
                : Optional.of("Skipped: JDK %s, not found on this machine. docs/later-jdks.md says where to get it, and where it is looked for.".formatted(missing));
    }
}
