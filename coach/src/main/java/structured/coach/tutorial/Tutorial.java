package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import structured.coach.machine.Folders;
import structured.coach.machine.Launch;

/** The tutorial in a folder: its exercises, and where the files of each are. */
public record Tutorial(Path root) {

    /** The JDK that the exercises are for. */
    public static final int JDK = 21;

    /** The tutorial that the launcher was called in. */
    public static Tutorial here() {
        return new Tutorial(Launch.here().root());
    }

    /** Where the coach keeps what it has to remember: outside git, one folder for each clone. */
    public Path state() {
        return root.resolve(".workshop");
    }

    /** Where the last verdict on each exercise is kept, in a file of its name. */
    public Path verdicts() {
        return state().resolve("verdicts");
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
