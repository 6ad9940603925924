package structured.coach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tutorial in a folder: its exercises, and where the files of each are. */
public record Tutorial(Path root) {

    /** The JDK that the exercises are for. */
    public static final int JDK = 21;

    private static final Pattern PORT = Pattern.compile("port(2[2-9]|[3-9]\\d)");

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

    /**
     * An exercise by the name of its folder, such as {@code 04-gather}; or a learner's port of it to a later JDK.
     *
     * @param jdk the one whose API it is in
     */
    public record Exercise(Path root, String name, int jdk) {

        /** As the tutorial has it. */
        public Exercise(Path root, String name) {
            this(root, name, JDK);
        }

        /** The same for another JDK, whether there is anything or not. */
        public Exercise on(int other) {
            return new Exercise(root, name, other);
        }

        /** Whether it is a port to a later JDK. */
        public boolean isPort() {
            return jdk != JDK;
        }

        /** What to call it in a sentence: 04-gather, or 04-gather on JDK 27. */
        public String title() {
            return isPort() ? name + " on JDK " + jdk : name;
        }

        /** How a command names it: 04-gather, or 04-gather --jdk 27. */
        public String arguments() {
            return isPort() ? name + " --jdk " + jdk : name;
        }

        /** The name of what is remembered of it. */
        public String key() {
            return isPort() ? name + "-jdk" + jdk : name;
        }

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

        /** Where the learner's sources are: those of a port where no build and no IDE takes them for the exercise's. */
        public Path sources() {
            return folder().resolve(isPort() ? "src/port%d/java".formatted(jdk) : "src/main/java");
        }

        /** The learner's sources. */
        public List<Path> main() throws IOException {
            return Folders.javaFiles(sources());
        }

        /** The learner's ports of it, the one to the oldest JDK first. */
        public List<Exercise> ports() throws IOException {
            var ports = new ArrayList<Exercise>();
            for (var folder : folders(folder().resolve("src"))) {
                var found = PORT.matcher(folder.getFileName().toString());
                if (found.matches() && !on(Integer.parseInt(found.group(1))).main().isEmpty()) {
                    ports.add(on(Integer.parseInt(found.group(1))));
                }
            }
            return ports;
        }

        /** All that lies among the learner's sources, such as what an editor or a {@code reset} that was killed has left there. */
        public List<Path> besideMain() throws IOException {
            return Folders.filesIn(sources());
        }

        /** The tests, which judge whatever is put in the place of the learner's sources. */
        public List<Path> tests() throws IOException {
            return isPort() ? Layers.tests(on(JDK), jdk) : Folders.javaFiles(folder().resolve("src/test/java"));
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
                files.addAll(Folders.filesIn(resources));
            }
            files.addAll(isPort() ? List.of() : poms());
            return files;
        }

        /** What Maven reads, and the coach doesn't: its own POM, and the one above that. */
        List<Path> poms() {
            return Stream.of(folder(), folder().getParent()).map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
        }

        /** The reference answer: files of the same names as the learner's. */
        public List<Path> solution() throws IOException {
            return isPort() ? Layers.solution(on(JDK), jdk) : Folders.javaFiles(root.resolve("solutions").resolve(name).resolve("src/main/java"));
        }

        /** The learner's file that belongs to one of the solution's, whether it is there or not. */
        public Path fileLike(Path solution) {
            var inSolutions = root.resolve("solutions").relativize(solution);
            // solutions/04-gather/src/main/java/..., or solutions/jdk27/04-gather/src/main/java/...
            var sources = inSolutions.startsWith(name) ? 4 : 5;
            return sources().resolve(inSolutions.subpath(sources, inSolutions.getNameCount()));
        }

        /** The solution's file that belongs to one of the learner's, whether it is there or not. */
        Path solutionLike(Path file) {
            return root.resolve("solutions").resolve(name).resolve(folder().relativize(file));
        }

        /** Other right answers, each a folder with files that replace the solution's of the same name. For later JDKs there are none. */
        public List<Path> alternatives() throws IOException {
            return isPort() ? List.of() : folders(root.resolve("solutions").resolve(name).resolve("alternatives"));
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
        for (var replacement : Folders.javaFiles(folder)) {
            result.removeIf(file -> file.getFileName().equals(replacement.getFileName()));
            result.add(replacement);
        }
        return result;
    }

    /** The tests of the Java forms in docs/asyncio-to-java.md, and of what other pages say. They belong to no exercise, and bring what they test. */
    public List<Path> testsOfDocs() throws IOException {
        var tests = new ArrayList<>(Folders.javaFiles(root.resolve("solutions/asyncio-to-java/src/test/java")));
        tests.addAll(Folders.javaFiles(root.resolve("solutions/docs/src/test/java")));
        return tests;
    }

    static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
