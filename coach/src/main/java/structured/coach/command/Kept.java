package structured.coach.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import structured.coach.Folders;
import structured.coach.Tutorial.Exercise;

/** Versions of a learner's files that were put aside. Nothing is ever replaced here before a copy of it is safe. */
final class Kept {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'_'HH-mm-ss.SSS");

    private final Exercise exercise;
    private final Path folder;

    /** What is kept of the exercise is in a folder of its own below {@code folder}. */
    Kept(Exercise exercise, Path folder) {
        this.exercise = exercise;
        this.folder = folder.resolve(exercise.key());
    }

    /** The version that was put aside last. */
    Optional<Path> latest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var versions = Files.list(folder)) {
            // What was not finished, since the disk was full, say, has a dot before its name.
            return versions.filter(version -> !version.getFileName().toString().startsWith(".")).sorted().reduce((a, b) -> b);
        }
    }

    /** The files of a version, each with the place where it belongs. */
    Map<Path, byte[]> filesOf(Path version) throws IOException {
        var files = new LinkedHashMap<Path, byte[]>();
        try (var found = Files.walk(version)) {
            for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.put(exercise.folder().resolve(version.relativize(file)), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /**
     * Puts what is there aside, and then these files in its place; what is not among them is taken away.
     *
     * @return where the version that was there is now
     * @throws IOException if anything can't be read or written; the learner's files are as they were then
     */
    Path replaceWith(Map<Path, byte[]> files) throws IOException {
        var there = exercise.main();
        for (var file : there) {
            if (!isWritable(file)) {
                throw new IOException(file.getFileName() + " is read-only");
            }
        }
        var version = putAside(there);
        var drafts = new LinkedHashMap<Path, Path>();
        try {
            // Whatever needs space comes first; moving a file over another needs none.
            for (var file : files.entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                var draft = file.getKey().resolveSibling("." + file.getKey().getFileName() + ".draft");
                drafts.put(draft, file.getKey());
                Files.write(draft, file.getValue());
            }
            replace(drafts, there, version);
        } finally {
            for (var draft : drafts.keySet()) {
                Files.deleteIfExists(draft);
            }
        }
        return version;
    }

    /** Moves each draft to its place, and deletes the files that were there and have no draft; all of it or nothing. */
    private void replace(Map<Path, Path> drafts, List<Path> there, Path version) throws IOException {
        try {
            for (var draft : drafts.entrySet()) {
                Files.move(draft.getKey(), draft.getValue(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            for (var file : there) {
                if (!drafts.containsValue(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            // On Windows, say, another program may hold one of the files.
            for (var file : filesOf(version).entrySet()) {
                if (!Files.exists(file.getKey()) || !Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
                    Files.write(file.getKey(), file.getValue());
                }
            }
            throw e;
        }
    }

    /** For the owner, even if that is root, who may write everything: the mark was put there for a reason. */
    static boolean isWritable(Path file) throws IOException {
        var view = Files.getFileStore(file).supportsFileAttributeView("posix");
        return Files.isWritable(file) && (!view || Files.getPosixFilePermissions(file).toString().contains("OWNER_WRITE"));
    }

    private Path putAside(List<Path> files) throws IOException {
        var version = folder.resolve(WHEN.format(LocalDateTime.now()));
        var draft = folder.resolve("." + version.getFileName());
        try {
            Files.createDirectories(draft);
            for (var file : files) {
                var copy = draft.resolve(exercise.folder().relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                if (!Arrays.equals(Files.readAllBytes(copy), Files.readAllBytes(file))) {
                    throw new IOException(file.getFileName() + " was changed while it was copied");
                }
            }
            return Files.move(draft, version, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            tidyUp(draft);
            throw e;
        }
    }

    private static void tidyUp(Path draft) throws IOException {
        try {
            Folders.delete(draft);
        } catch (NoSuchFileException e) {
            // Not even the folder could be made.
        }
    }
}
