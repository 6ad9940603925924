package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The forms of sources for later JDKs, in {@code solutions/jdk25} and so on. They lie over each other: a JDK's folder holds only what
 * needs another form on it than on the JDKs before it, and all that a later JDK changes is what its folder holds.
 */
public final class Layers {

    private Layers() {}

    /** Which JDKs have a folder, the oldest first. */
    public static List<Integer> of(Path root) throws IOException {
        return Tutorial.folders(root.resolve("solutions")).stream().map(folder -> folder.getFileName().toString())
                .filter(name -> name.matches("jdk\\d+")).map(name -> Integer.valueOf(name.substring("jdk".length())))
                .sorted(Comparator.naturalOrder()).toList();
    }

    /** An exercise's reference answer in the API of a JDK. */
    public static List<Path> solution(Exercise exercise, int jdk) throws IOException {
        return over(exercise.solution(), exercise.root(), jdk, exercise.name() + "/src/main/java");
    }

    /** An exercise's tests, in the form for a JDK where they open a scope themselves. */
    public static List<Path> tests(Exercise exercise, int jdk) throws IOException {
        return over(exercise.tests(), exercise.root(), jdk, exercise.name() + "/src/test/java");
    }

    /** The tests of what docs/later-jdks.md says of a JDK. They belong to no exercise. */
    public static List<Path> differences(Path root, int jdk) throws IOException {
        return over(List.of(), root, jdk, "differences/src/test/java");
    }

    private static List<Path> over(List<Path> files, Path root, int jdk, String folder) throws IOException {
        for (var layer : of(root)) {
            files = layer > jdk ? files : Tutorial.replaced(files, root.resolve("solutions/jdk" + layer).resolve(folder));
        }
        return files;
    }

    /** Whether the solutions are written in the API of a JDK. 26 has only its differences, since the API of 27 is another one. */
    public static boolean areSolutionsFor(int jdk, Path root) throws IOException {
        var own = of(root).stream().filter(layer -> layer <= jdk).max(Comparator.naturalOrder());
        return own.isPresent() && new Tutorial(root).exercises().stream()
                .anyMatch(exercise -> Files.isDirectory(root.resolve("solutions/jdk" + own.get()).resolve(exercise.name())));
    }
}
