package structured.coach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.Check.Kind;
import structured.coach.Tutorial.Exercise;

/**
 * A JDK after 21 on this machine, which the solutions and learners' ports in its API are judged on. The launcher finds them: it says where each is
 * by a system property, which is empty for one that isn't here.
 *
 * @param release which one it is, such as 27
 * @param home its folder
 */
public record LaterJdk(int release, Path home) {

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
        return release == Tutorial.JDK ? Optional.of(Workers.OWN_JDK)
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
    static List<LaterJdk> found() {
        return lookedFor().filter(LaterJdk::isHere)
                .map(release -> new LaterJdk(release, Path.of(System.getProperty(PROPERTY + release)))).toList();
    }

    /** The solutions have to pass all tests on each of these, in its API, if they are written in that. */
    static List<Check> checks(List<LaterJdk> jdks, Exercise exercise) throws IOException {
        var checks = new ArrayList<Check>();
        for (var jdk : jdks) {
            if (Layers.areSolutionsFor(jdk.release, exercise.root())) {
                checks.add(new Check(exercise, Kind.LATER, "the solution on JDK " + jdk.release, judge -> Check.notGreen(judge.judge(
                        Code.of(Layers.solution(exercise, jdk.release), Layers.tests(exercise, jdk.release), exercise.resources()),
                        null, Check.SCHEDULES)), jdk.home));
            }
        }
        return checks;
    }

    /** The coach's own, which the others are compared with. */
    static final LaterJdk OWN = new LaterJdk(Tutorial.JDK, Workers.OWN_JDK);

    /** What docs/later-jdks.md says of this JDK has to be so. Of no exercise, this has no row in the table. */
    Check differences(Path root) {
        return new Check(new Exercise(root, "differences"), Kind.LATER, "of JDK " + release, judge -> Check.notGreen(judge.judge(
                Code.of(List.of(), Layers.differences(root, release), List.of(root.resolve("solutions/later-jdks"))))), home);
    }

    /** The heading of the column: on which of these the solutions are judged. */
    static String heading(List<LaterJdk> jdks, Path root) throws IOException {
        var judged = new StringJoiner(",", "jdk", "").setEmptyValue(Kind.LATER.heading);
        for (var jdk : jdks) {
            if (Layers.areSolutionsFor(jdk.release, root)) {
                judged.add(String.valueOf(jdk.release));
            }
        }
        return judged.toString();
    }

    /** What is to be said of those that aren't here; nothing if all are. */
    static String skipped() {
        var missing = lookedFor().filter(release -> !isHere(release)).map(String::valueOf).collect(Collectors.joining(", "));
        return missing.isEmpty() ? ""
                : "Skipped: JDK %s, not found on this machine. docs/later-jdks.md says where to get it, and where it is looked for.%n".formatted(missing);
    }
}
