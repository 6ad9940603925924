package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.words.Wording;

/**
 * An exercise by the name of its folder, such as {@code 04-gather}; or a learner's port of it to a later JDK.
 *
 * @param jdk the one whose API it is in
 */
public record Exercise(Path root, String name, int jdk) {

    private static final Wording SAY = Wording.of(Exercise.class);

    private static final Pattern PORT = Pattern.compile("port(2[2-9]|[3-9]\\d)");

    /** As the tutorial has it. */
    public Exercise(Path root, String name) {
        this(root, name, Tutorial.JDK);
    }

    /** The same for another JDK, whether there is anything or not. */
    public Exercise on(int other) {
        return new Exercise(root, name, other);
    }

    /** Whether it is a port to a later JDK. */
    public boolean isPort() {
        return jdk != Tutorial.JDK;
    }

    /** What to call it in a sentence: 04-gather, or 04-gather on JDK 27. */
    public String title() {
        return isPort() ? SAY.of("exercise.port", name, jdk) : name;
    }

    /** How a command names it: 04-gather, or 04-gather --jdk 27. */
    public String arguments() {
        return isPort() ? name + " --jdk " + jdk : name;
    }

    /** The name of what is remembered of it. */
    public String key() {
        return isPort() ? name + "-jdk" + jdk : name;
    }

    /** Its number, of two digits. */
    public String number() {
        return name.substring(0, name.indexOf('-'));
    }

    /** Its folder, with the lesson and the hints. */
    public Path folder() {
        return root.resolve("modules").resolve(name);
    }

    /** Whether it is meant by a name: {@code 4}, {@code 04}, {@code gather} and {@code 04-gather} are all the same. */
    public boolean isCalled(String called) {
        var number = number();
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
        for (var folder : Tutorial.folders(folder().resolve("src"))) {
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
        return isPort() ? Layers.tests(on(Tutorial.JDK), jdk) : Folders.javaFiles(folder().resolve("src/test/java"));
    }

    /** Folders with what else classes and tests may look for, if there are any: the tests' first, as on Maven's class path. */
    public List<Path> resources() {
        return Stream.of("src/test/resources", "src/main/resources").map(folder()::resolve).filter(Files::isDirectory).toList();
    }

    /** All files that a verdict on it depends on. */
    public List<Path> files() throws IOException {
        var files = new ArrayList<>(main());
        files.addAll(tests());
        files.addAll(others());
        return files;
    }

    /** Those of them that are no sources: resources, and POMs, of which a port has none. */
    List<Path> others() throws IOException {
        var others = new ArrayList<Path>();
        for (var resources : resources()) {
            others.addAll(Folders.filesIn(resources));
        }
        others.addAll(isPort() ? List.of() : poms());
        return others;
    }

    /** What Maven reads, and the coach doesn't: its own POM, and the one above that. */
    private List<Path> poms() {
        return Stream.of(folder(), folder().getParent()).map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
    }

    /** The reference answer: files of the same names as the learner's. */
    public List<Path> solution() throws IOException {
        return isPort() ? Layers.solution(on(Tutorial.JDK), jdk) : Folders.javaFiles(root.resolve("solutions").resolve(name).resolve("src/main/java"));
    }

    /** The learner's file that belongs to one of the solution's, whether it is there or not. */
    public Path fileLike(Path solution) {
        var inSolutions = root.resolve("solutions").relativize(solution);
        // solutions/04-gather/src/main/java/..., or solutions/jdk27/04-gather/src/main/java/...
        var sources = inSolutions.startsWith(name) ? 4 : 5;
        return sources().resolve(inSolutions.subpath(sources, inSolutions.getNameCount()));
    }

    /** The solution's file that belongs to one of the learner's, whether it is there or not. */
    public Path solutionLike(Path file) {
        return root.resolve("solutions").resolve(name).resolve(folder().relativize(file));
    }

    /** Other right answers, each a folder with files that replace the solution's of the same name. For later JDKs there are none. */
    public List<Path> alternatives() throws IOException {
        return isPort() ? List.of() : Tutorial.folders(root.resolve("solutions").resolve(name).resolve("alternatives"));
    }

    /** Wrong answers, each a folder likewise. */
    public List<Path> pitfalls() throws IOException {
        return Tutorial.folders(root.resolve("solutions").resolve(name).resolve("pitfalls"));
    }

    /** The folder of the solution and of all other answers. */
    public Path answers() {
        return root.resolve("solutions").resolve(name);
    }

    /** The solution's sources, but those of a variant where it has one of the same name. */
    public List<Path> solutionWith(Path variant) throws IOException {
        return Tutorial.replaced(solution(), variant);
    }
}
