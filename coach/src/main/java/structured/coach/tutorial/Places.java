package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import structured.coach.words.Wording;

/**
 * Where a learner's files really are, since any of them, or any folder of theirs, may be a link. What a name leads to is
 * replaced, never the link; and what lies elsewhere, and is none of the exercise's, is not taken away.
 */
public final class Places {

    private static final Wording SAY = Wording.of(Places.class);

    /** What is larger is no source; and it would have to be copied, and read, again and again. */
    private static final long LARGEST = 16 << 20;

    private final Map<Path, Path> places = new LinkedHashMap<>();
    private final List<Path> there = new ArrayList<>();
    private final List<Path> extra = new ArrayList<>();

    private Places() {}

    /** Looks at what is there now, and would have to make room for these files. */
    static Places of(Exercise exercise, Set<Path> files) throws IOException {
        var places = new Places();
        for (var file : files) {
            places.places.put(file, place(file));
        }
        var wanted = new HashSet<Path>();
        var folders = new HashSet<Path>();
        for (var file : files) {
            folders.add(places.of(file).getParent());
            if (Files.exists(file)) {
                wanted.add(file.toRealPath());
                places.there.add(file);
            }
        }
        for (var file : exercise.main()) {
            if (!files.contains(file)) {
                places.there.add(file);
                if (wanted.add(file.toRealPath())) {
                    places.takeAway(exercise, file, folders);
                }
                places.places.put(file, place(file));
            }
        }
        for (var file : places.there) {
            checkSource(file);
            if (!isWritable(file)) {
                throw new IOException(SAY.of("read-only", file.getFileName()));
            }
        }
        return places;
    }

    private void takeAway(Exercise exercise, Path file, Set<Path> folders) throws IOException {
        var own = exercise.sources().toRealPath();
        var real = file.toRealPath();
        if (Files.isSymbolicLink(file) || !real.startsWith(own) && !folders.contains(real.getParent())) {
            throw new IOException(SAY.of("linked", exercise.folder().relativize(file), real));
        }
        extra.add(file);
    }

    /** Fails unless it is a file that a learner can have written: others might not even come to an end. */
    public static void checkSource(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(SAY.of("no-file", file.getFileName()));
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(SAY.of("too-large", file.getFileName(), Files.size(file) >> 20));
        }
    }

    /** For the owner, even if that is root, who may write everything: the mark was put there for a reason. */
    public static boolean isWritable(Path file) throws IOException {
        var view = Files.getFileStore(file).supportsFileAttributeView("posix");
        return Files.isWritable(file) && (!view || Files.getPosixFilePermissions(file).toString().contains("OWNER_WRITE"));
    }

    private static Path place(Path file) throws IOException {
        for (var path = file; path != null && !Files.exists(path); path = path.getParent()) {
            if (Files.isSymbolicLink(path)) {
                throw new IOException(SAY.of("dead-link", path));
            }
        }
        if (Files.isSymbolicLink(file)) {
            return file.toRealPath();
        }
        return Files.createDirectories(file.getParent()).toRealPath().resolve(file.getFileName());
    }

    /** The place that a name leads to. */
    Path of(Path file) {
        return places.get(file);
    }

    /** All that is there now, each by one of its names. */
    List<Path> there() {
        return there;
    }

    /** What of it is to be taken away. */
    List<Path> extra() {
        return extra;
    }
}
