package structured.coach.tutorial;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import structured.coach.machine.Folders;
import structured.coach.words.Wording;

/** Versions of a learner's files that were put aside. Nothing is ever replaced here before a copy of it is safe. */
public final class Kept {

    private static final Wording SAY = Wording.of(Kept.class);

    private final Exercise exercise;
    private final Path folder;
    private final Versions versions;

    /** What is kept of the exercise is in a folder of its own below {@code folder}. */
    public Kept(Exercise exercise, Path folder) {
        this.exercise = exercise;
        this.folder = folder.resolve(exercise.key());
        versions = new Versions(exercise, this.folder);
    }

    /** The version that was put aside last. */
    public Optional<Path> latest() throws IOException {
        return versions.latest();
    }

    /** The files of a version, each with the place where it belongs. */
    public Map<Path, byte[]> filesOf(Path version) throws IOException {
        return versions.filesOf(version);
    }

    /** Brings back what a reset had moved that was killed then, and takes away what it had not finished. */
    public void recover() throws IOException {
        var left = left();
        var unfinished = versions.unfinished();
        if (left.isEmpty() && unfinished.isEmpty()) {
            return;
        }
        try (var lock = lock()) {
            for (var each : left.entrySet()) {
                recover(each.getKey(), each.getValue());
            }
            for (var draft : unfinished) {
                Folders.delete(draft);
            }
        }
    }

    private void recover(Path left, Path file) throws IOException {
        var place = Exchange.placeOf(left);
        if (place.isPresent() && !Files.exists(place.get())) {
            Exchange.move(left, place.get());
            return;
        }
        if (place.isPresent() && !versions.isKept(file, left)) {
            // Saved just when it was moved: as above, the same with what was saved.
            var last = new LinkedHashMap<Path, Path>();
            if (versions.latest().isPresent()) {
                last.putAll(versions.copiesIn(versions.latest().get()));
            }
            last.put(file, left);
            versions.putAside(last);
        }
        Files.delete(left);
    }

    /** What a reset has left that was killed, and the file that each was: beside the learner's, or beside what those are links to. */
    private Map<Path, Path> left() throws IOException {
        var left = new LinkedHashMap<Path, Path>();
        for (var file : exercise.besideMain()) {
            if (Exchange.isLeft(file)) {
                left.put(file, Exchange.placeOf(file).orElse(file));
            }
        }
        var files = new LinkedHashSet<Path>();
        exercise.solution().forEach(file -> files.add(exercise.fileLike(file)));
        if (latest().isPresent()) {
            files.addAll(versions.copiesIn(latest().get()).keySet());
        }
        for (var file : files) {
            var target = file;
            for (int i = 0; i < 40 && Files.isSymbolicLink(target); i++) {
                target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
            }
            if (!target.equals(file) && Files.isDirectory(target.getParent())) {
                var name = target.getFileName();
                try (var beside = Files.list(target.getParent())) {
                    beside.filter(it -> Exchange.isLeftOf(name.toString(), it)).forEach(it -> left.put(it, file));
                }
            }
        }
        return left;
    }

    /**
     * Puts what is there aside, and then these files in its place; what is not among them is taken away.
     *
     * @return where the version that was there is now, if anything was there
     * @throws IOException if anything can't be read or written; the learner's files are as they were then
     */
    public Optional<Path> replaceWith(Map<Path, byte[]> files) throws IOException {
        try (var lock = lock()) {
            var places = Places.of(exercise, files.keySet());
            var there = new LinkedHashMap<Path, Path>();
            places.there().forEach(file -> there.put(file, file));
            var version = there.isEmpty() ? null : versions.putAside(there);
            var exchange = new Exchange();
            try {
                // Whatever needs space comes first; moving a file needs none.
                for (var file : files.entrySet()) {
                    exchange.prepare(places.of(file.getKey()), file.getValue(), versions.lastCopyOf(file.getKey()));
                }
                for (var extra : places.extra()) {
                    exchange.prepareToTakeAway(places.of(extra));
                }
                return Optional.ofNullable(keep(exchange.perform(), places, version));
            } finally {
                exchange.tidyUp();
            }
        }
    }

    /** What was copied, and then moved, is one version, unless somebody has saved it in between: then there is a second. */
    private Path keep(Map<Path, Path> moved, Places places, Path version) throws IOException {
        var last = new LinkedHashMap<Path, Path>();
        var saved = false;
        for (var file : places.there()) {
            var now = moved.get(places.of(file));
            last.put(file, now == null ? versions.copyIn(version, file) : now);
            saved |= now != null && Files.mismatch(now, versions.copyIn(version, file)) >= 0;
        }
        var latest = saved ? versions.putAside(last) : version;
        for (var file : places.there()) {
            var now = moved.remove(places.of(file));
            if (now != null) {
                keep(now, versions.copyIn(latest, file));
            }
        }
        return latest;
    }

    /** Keeps the very file, into which an editor may still be writing, and not only the copy of it. */
    private static void keep(Path moved, Path copy) throws IOException {
        try {
            Files.move(moved, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // It is on another drive.
            Files.delete(moved);
        }
    }

    private FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return channel;
        }
        channel.close();
        throw new IOException(SAY.of("another-reset"));
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // Some drives have no locks; then nothing keeps two people from doing this at the same moment.
            return true;
        }
    }
}
