package structured.coach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tutorial in a folder: its exercises, and where the files of each are. */
record Tutorial(Path root) {

    /** An exercise by the name of its folder, such as {@code 04-gather}. */
    record Exercise(Path root, String name) {

        /** Whether it is meant by a name: {@code 4}, {@code 04}, {@code gather} and {@code 04-gather} are all the same. */
        boolean isCalled(String called) {
            var number = name.substring(0, name.indexOf('-'));
            return called.equals(name) || called.equals(name.substring(number.length() + 1))
                    || called.equals(number) || called.equals(number.replaceFirst("^0", ""));
        }

        /** The learner's sources. */
        List<Path> main() throws IOException {
            return javaFiles(root.resolve("modules").resolve(name).resolve("src/main/java"));
        }

        /** The tests, which judge whatever is put in the place of the learner's sources. */
        List<Path> tests() throws IOException {
            return javaFiles(root.resolve("modules").resolve(name).resolve("src/test/java"));
        }

        List<Path> solution() throws IOException {
            return javaFiles(root.resolve("solutions").resolve(name).resolve("src/main/java"));
        }

        /** Other right answers, each a folder with files that replace the solution's of the same name. */
        List<Path> alternatives() throws IOException {
            return folders(root.resolve("solutions").resolve(name).resolve("alternatives"));
        }

        /** Wrong answers, each a folder likewise. */
        List<Path> pitfalls() throws IOException {
            return folders(root.resolve("solutions").resolve(name).resolve("pitfalls"));
        }

        /** The solution's sources, but those of a variant where it has one of the same name. */
        List<Path> solutionWith(Path variant) throws IOException {
            var sources = new ArrayList<>(solution());
            for (var replacement : javaFiles(variant)) {
                sources.removeIf(source -> source.getFileName().equals(replacement.getFileName()));
                sources.add(replacement);
            }
            return sources;
        }
    }

    List<Exercise> exercises() throws IOException {
        return folders(root.resolve("modules")).stream()
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .map(folder -> new Exercise(root, folder.getFileName().toString())).toList();
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
