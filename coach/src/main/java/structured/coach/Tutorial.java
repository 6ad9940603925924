package structured.coach;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The tutorial in a folder: its exercises, and where the files of each are. */
public record Tutorial(Path root) {

    /** The tutorial that the launcher was called in. */
    public static Tutorial here() {
        return new Tutorial(Path.of(System.getProperty("workshop.root", ".")).toAbsolutePath().normalize());
    }

    /** Where the coach keeps what it has to remember: outside git, one folder for each clone. */
    public Path state() {
        return root.resolve(".workshop");
    }

    /** Where the last verdict on each exercise is kept, in a file of its name. */
    public Path verdicts() {
        return state().resolve("verdicts");
    }

    /** An exercise by the name of its folder, such as {@code 04-gather}. */
    public record Exercise(Path root, String name) {

        /** Its folder, with the lesson and the hints. */
        public Path folder() {
            return root.resolve("modules").resolve(name);
        }

        /** Whether it is meant by a name: {@code 4}, {@code 04}, {@code gather} and {@code 04-gather} are all the same. */
        public boolean isCalled(String called) {
            var number = name.substring(0, name.indexOf('-'));
            return called.equals(name) || called.equals(name.substring(number.length() + 1))
                    || called.equals(number) || called.equals(number.replaceFirst("^0", ""));
        }

        /** The learner's sources. */
        public List<Path> main() throws IOException {
            return javaFiles(folder().resolve("src/main/java"));
        }

        /** All that lies among the learner's sources, such as what an editor or a {@code reset} that was killed has left there. */
        public List<Path> besideMain() throws IOException {
            return filesIn(folder().resolve("src/main/java"));
        }

        /** The tests, which judge whatever is put in the place of the learner's sources. */
        public List<Path> tests() throws IOException {
            return javaFiles(folder().resolve("src/test/java"));
        }

        /** Folders with what else classes and tests may look for, if there are any: the tests' first, as on Maven's class path. */
        public List<Path> resources() {
            return Stream.of("src/test/resources", "src/main/resources").map(folder()::resolve).filter(Files::isDirectory).toList();
        }

        /** All files that a verdict on it depends on. */
        public List<Path> files() throws IOException {
            var files = new ArrayList<>(main());
            files.addAll(tests());
            for (var resources : resources()) {
                files.addAll(filesIn(resources));
            }
            files.addAll(poms());
            return files;
        }

        /** What Maven reads, and the coach doesn't: its own POM, and the one above that. */
        List<Path> poms() {
            return Stream.of(folder(), folder().getParent()).map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
        }

        /** The reference answer: files of the same names as the learner's. */
        public List<Path> solution() throws IOException {
            return javaFiles(root.resolve("solutions").resolve(name).resolve("src/main/java"));
        }

        /** The learner's file that belongs to one of the solution's, whether it is there or not. */
        public Path fileLike(Path solution) {
            return folder().resolve(root.resolve("solutions").resolve(name).relativize(solution));
        }

        /** The solution's file that belongs to one of the learner's, whether it is there or not. */
        Path solutionLike(Path file) {
            return root.resolve("solutions").resolve(name).resolve(folder().relativize(file));
        }

        /** Other right answers, each a folder with files that replace the solution's of the same name. */
        public List<Path> alternatives() throws IOException {
            return folders(root.resolve("solutions").resolve(name).resolve("alternatives"));
        }

        /** Wrong answers, each a folder likewise. */
        public List<Path> pitfalls() throws IOException {
            return folders(root.resolve("solutions").resolve(name).resolve("pitfalls"));
        }

        /** The solution's sources, but those of a variant where it has one of the same name. */
        public List<Path> solutionWith(Path variant) throws IOException {
            return replaced(solution(), variant);
        }
    }

    /** All exercises, in the order of their numbers. */
    public List<Exercise> exercises() throws IOException {
        return folders(root.resolve("modules")).stream()
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .map(folder -> new Exercise(root, folder.getFileName().toString())).toList();
    }

    /** These files, but those of a folder where it has one of the same name. */
    static List<Path> replaced(List<Path> files, Path folder) throws IOException {
        var result = new ArrayList<>(files);
        for (var replacement : javaFiles(folder)) {
            result.removeIf(file -> file.getFileName().equals(replacement.getFileName()));
            result.add(replacement);
        }
        return result;
    }

    /** The tests of the Java forms in docs/asyncio-to-java.md. They belong to no exercise, and bring what they test. */
    public List<Path> asyncioForms() throws IOException {
        return javaFiles(root.resolve("solutions/asyncio-to-java/src/test/java"));
    }

    static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        // Editors have files of their own beside those that they edit: .#Gather.java is a lock of Emacs.
        return filesIn(folder).stream()
                .filter(file -> file.toString().endsWith(".java") && !file.getFileName().toString().startsWith(".")).toList();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        // A link is as good as what it leads to, as it is in Maven.
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }

            /** It was there a moment ago, and editors replace files; or it is a link that leads nowhere, or in a circle. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
