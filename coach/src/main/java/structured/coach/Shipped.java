package structured.coach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.Tutorial.Exercise;

/**
 * Exercises as they were shipped, whatever the learner has made of them and committed since. Of all versions of a file, the
 * shipped one has the most methods that nobody has touched; among equals, git's newest.
 */
public final class Shipped {

    /** What each stub throws, and no finished exercise has any use for. */
    static final String MARK = "is not written yet";

    /** A method that is still to be written: nothing in it but steps to do and, mostly, the exception that says so. */
    private static final Pattern UNTOUCHED =
            Pattern.compile("\\{\\s*(// TODO step.*\\s+)+(throw new UnsupportedOperationException\\(.*" + MARK + ".*\\);\\s*)?\\}");

    private final Path root;
    private final Path copies;

    /** The exercises below {@code root}. Without git, what {@link #remember} has put into {@code copies} has to do. */
    public Shipped(Path root, Path copies) {
        this.root = root;
        this.copies = copies;
    }

    /** The text of a file as shipped, or nothing if that can't be found out. A file that never was a stub has none. */
    public Optional<String> text(Path file) throws IOException, InterruptedException {
        String shipped = null;
        for (var version : versions(file)) {
            if (version.contains(MARK) && (shipped == null || untouched(version) > untouched(shipped))) {
                shipped = version;
            }
        }
        return Optional.ofNullable(shipped);
    }

    /** The sources of an exercise as shipped: those that are solved by now, or only begun, are brought back in a folder beside. */
    List<Path> sources(Exercise exercise, Path folder) throws IOException, InterruptedException {
        var sources = new ArrayList<Path>();
        for (var file : exercise.main()) {
            var text = text(file);
            if (text.isEmpty()) {
                sources.add(file);
            } else {
                var copy = Files.createDirectories(folder.resolve(exercise.name())).resolve(file.getFileName());
                sources.add(Files.writeString(copy, text.get()));
            }
        }
        return sources;
    }

    /** Whether a file came finished: no version of it is still to be written, and one is just what it is in the solution. */
    public boolean isGiven(Path file, Path solution) throws IOException, InterruptedException {
        return text(file).isEmpty() && versions(file).contains(Files.readString(solution, StandardCharsets.ISO_8859_1));
    }

    /** All that is known of a file: from git, the newest first, from the copies, and as it is now. */
    private List<String> versions(Path file) throws IOException, InterruptedException {
        var versions = new ArrayList<String>();
        var path = pathOf(file);
        for (var commit : git("log", "--format=%H", "--", path).orElse("").lines().toList()) {
            git("show", commit + ":./" + path).ifPresent(versions::add);
        }
        for (var here : List.of(copies.resolve(path), file)) {
            if (Files.exists(here)) {
                // As bytes: a learner's file need not be in UTF-8. If it is the shipped one, it is in ASCII.
                versions.add(Files.readString(here, StandardCharsets.ISO_8859_1));
            }
        }
        return versions;
    }

    /** Copies what is still as shipped, so that it can be had back also where git doesn't know it, or isn't there. */
    public void remember(List<Path> files) throws IOException {
        for (var file : files) {
            var copy = copies.resolve(pathOf(file));
            if (!Files.exists(copy) && Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK)) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static long untouched(String version) {
        return UNTOUCHED.matcher(version).results().count();
    }

    private String pathOf(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private Optional<String> git(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(args));
        try {
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
        } catch (IOException e) {
            // There is no git here; what it could have told remains unknown.
            return Optional.empty();
        }
    }
}
