package structured.coach.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;
import structured.coach.words.Language;

/** The files of a new exercise: what all exercises share is copied from the last one, the rest has places to write in. */
final class Scaffold {

    /** Where the checksums of stubs are, in the coach's sources. */
    private static final String CHECKSUMS = "coach/src/main/resources/structured/coach/tutorial/shipped.txt";

    private final Exercise last;
    private final Exercise next;
    private final List<Path> made = new ArrayList<>();

    /** One like {@code last}, which comes after it. */
    Scaffold(Exercise last, Exercise next) {
        this.last = last;
        this.next = next;
    }

    /**
     * Writes them, and gives them all.
     *
     * @throws IOException if one is there already, or can't be written: then there may be some, and nothing was overwritten
     */
    List<Path> make() throws IOException {
        var root = next.root();
        for (var folder : List.of(next.folder(), root.resolve("solutions").resolve(next.name()))) {
            if (Files.exists(folder)) {
                throw new FileAlreadyExistsException(root.relativize(folder).toString());
            }
        }
        copies(root);
        var source = "src/main/java/structured/%s/%s.java".formatted(packageName(next), className());
        var stub = template("Stub.java");
        write(next.folder().resolve(source), stub);
        write(root.resolve("solutions").resolve(next.name()).resolve(source), stub);
        write(next.folder().resolve("src/test/java/structured/%s/%sTest.java".formatted(packageName(next), className())), template("StubTest.java"));
        for (var language : Language.all()) {
            // Of a language without templates, verification says what to write.
            for (var page : Stream.of("README.md", "hints.md", "tests.properties").map(language::nameOf).filter(Scaffold::hasTemplate).toList()) {
                write(next.folder().resolve(page), template(page));
            }
        }
        var module = "    <module>%s</module>\n";
        for (var pom : List.of("modules/pom.xml", "solutions/pom.xml")) {
            addAfter(root.resolve(pom), module.formatted(last.name()), module.formatted(next.name()));
        }
        addAfter(root.resolve(".vscode/tasks.json"), "\"%s\"".formatted(last.number()), ", \"%s\"".formatted(next.number()));
        var checksums = root.resolve(CHECKSUMS);
        addAfter(checksums, Files.readString(checksums), "%s %s\n".formatted(Shipped.checksum(stub), "modules/%s/%s".formatted(next.name(), source)));
        return made;
    }

    /** What is the same in each exercise, but for its names. */
    private void copies(Path root) throws IOException {
        var shared = last.tests().stream().filter(file -> Twins.SHARED.stream().anyMatch(name -> file.endsWith(name + ".java")));
        var resources = last.resources().isEmpty() ? Stream.<Path>of() : Folders.filesIn(last.resources().getFirst()).stream();
        var poms = Stream.of(last.folder(), root.resolve("solutions").resolve(last.name())).map(folder -> folder.resolve("pom.xml"));
        var run = Stream.of(root.resolve(".run/%s.run.xml".formatted(last.name())));
        for (var file : Stream.of(shared, resources, poms, run).flatMap(it -> it).toList()) {
            write(root.resolve(renamed(root.relativize(file).toString().replace('\\', '/'))), renamed(Files.readString(file)));
        }
    }

    /** A text of the last exercise's, with the names of the new one. */
    private String renamed(String text) {
        return text.replace("structured." + packageName(last), "structured." + packageName(next))
                .replace("structured/" + packageName(last), "structured/" + packageName(next))
                .replace(last.name(), next.name()).replace(words(last), words(next));
    }

    private static boolean hasTemplate(String file) {
        return Scaffold.class.getResource("new/" + file + ".txt") != null;
    }

    private String template(String file) {
        try (InputStream in = Scaffold.class.getResourceAsStream("new/" + file + ".txt")) {
            var method = className().substring(0, 1).toLowerCase() + className().substring(1);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@package@", packageName(next)).replace("@Class@", className())
                    .replace("@method@", method).replace("@name@", next.name()).replace("@number@", next.number())
                    .replace("@Title@", words(next).substring(0, 3) + Character.toUpperCase(words(next).charAt(3)) + words(next).substring(4));
        } catch (IOException e) {
            throw new UncheckedIOException("it is in the coach's own jar", e);
        }
    }

    private static String packageName(Exercise exercise) {
        return exercise.name().substring(3).replace("-", "");
    }

    /** As in a POM: 09 retries. */
    private static String words(Exercise exercise) {
        return exercise.number() + " " + exercise.name().substring(3).replace('-', ' ');
    }

    private String className() {
        return Stream.of(next.name().substring(3).split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        made.add(file);
    }

    private void addAfter(Path file, String what, String more) throws IOException {
        var text = Files.readString(file);
        var end = text.indexOf(what) + what.length();
        if (!text.contains(what)) {
            throw new IOException("%s has no \"%s\", after which \"%s\" would come".formatted(next.root().relativize(file), what.strip(), more.strip()));
        }
        Files.writeString(file, text.substring(0, end) + more + text.substring(end));
        made.add(file);
    }
}
