package structured.coach.tutorial;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import structured.coach.machine.Folders;
import structured.coach.words.Wording;

/** The versions of an exercise that were put aside, each in a folder that has the time as its name. */
final class Versions {

    private static final Wording SAY = Wording.of(Versions.class);

    /** The local time, for people. What came later has a later name, even if the clock was put back. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'_'HH-mm-ss.SSS");
    private static final int LENGTH = "2025-12-31_23-59-59.999".length();

    private final Exercise exercise;
    private final Path folder;

    Versions(Exercise exercise, Path folder) {
        this.exercise = exercise;
        this.folder = folder;
    }

    /** The version that was put aside last. */
    Optional<Path> latest() throws IOException {
        var versions = all();
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** The oldest first; what else may be in the folder is none. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var versions = Files.list(folder)) {
            return versions.filter(version -> Files.isDirectory(version) && timeOf(version).isPresent())
                    .sorted(Comparator.comparing(version -> timeOf(version).orElseThrow())).toList();
        }
    }

    private static Optional<LocalDateTime> timeOf(Path version) {
        var name = version.getFileName().toString();
        try {
            return name.length() < LENGTH ? Optional.empty() : Optional.of(LocalDateTime.parse(name.substring(0, LENGTH), WHEN));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The files of a version, each by the place where it belongs. */
    Map<Path, Path> copiesIn(Path version) throws IOException {
        var copies = new LinkedHashMap<Path, Path>();
        try (var found = Files.walk(version)) {
            found.filter(Files::isRegularFile).sorted().forEach(copy -> copies.put(exercise.folder().resolve(version.relativize(copy)), copy));
        }
        return copies;
    }

    /** What was in them. */
    Map<Path, byte[]> filesOf(Path version) throws IOException {
        var files = new LinkedHashMap<Path, byte[]>();
        for (var copy : copiesIn(version).entrySet()) {
            files.put(copy.getKey(), Files.readAllBytes(copy.getValue()));
        }
        return files;
    }

    /** What was begun and isn't whole. */
    List<Path> unfinished() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var drafts = Files.list(folder)) {
            return drafts.filter(draft -> draft.getFileName().toString().startsWith(".") && Files.isDirectory(draft)).toList();
        }
    }

    /** Whether one of them has just what this file has, which belongs to that place. */
    boolean isKept(Path place, Path file) throws IOException {
        for (var version : all()) {
            var copy = copyIn(version, place);
            if (Files.isRegularFile(copy) && Files.mismatch(copy, file) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Where a version has its copy of a file, if it has one. */
    Path copyIn(Path version, Path file) {
        return version.resolve(exercise.folder().relativize(file));
    }

    /** Where the attributes are that a file had, which isn't there now. */
    Optional<Path> lastCopyOf(Path file) throws IOException {
        return all().reversed().stream().map(version -> copyIn(version, file)).filter(Files::isRegularFile).findFirst();
    }

    /** Copies files, each to the place in a new version that belongs to its name. */
    Path putAside(Map<Path, Path> files) throws IOException {
        var now = LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS);
        var last = latest().flatMap(Versions::timeOf);
        var version = folder.resolve(WHEN.format(last.isPresent() && !last.get().isBefore(now) ? last.get().plus(1, ChronoUnit.MILLIS) : now));
        var draft = folder.resolve("." + version.getFileName());
        try {
            Files.createDirectory(draft);
            for (var file : files.entrySet()) {
                var copy = copyIn(draft, file.getKey());
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy, StandardCopyOption.COPY_ATTRIBUTES);
                if (Files.mismatch(copy, file.getValue()) >= 0) {
                    throw new IOException(SAY.of("changed-meanwhile", file.getKey().getFileName()));
                }
                try (var written = FileChannel.open(copy)) {
                    // Or it may be empty after a loss of power.
                    written.force(true);
                }
            }
            return Files.move(draft, version, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(draft)) {
                Folders.delete(draft);
            }
            throw e;
        }
    }
}
