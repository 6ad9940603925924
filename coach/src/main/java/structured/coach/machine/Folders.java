package structured.coach.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import structured.coach.words.Wording;

/** What {@link Files} leaves to be done. */
public final class Folders {

    private static final Wording SAY = Wording.of(Folders.class);

    /** In a folder of sources. Each of them is looked at every second. */
    private static final int MOST_FILES = 5000;

    private Folders() {}

    /** What went wrong, in words: some exceptions say no more than which file it was. */
    public static String problem(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> SAY.of("problem.missing", missing.getFile());
            case AccessDeniedException denied -> SAY.of("problem.denied", denied.getFile());
            case FileAlreadyExistsException there -> SAY.of("problem.there", there.getFile());
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    /** Puts this into a file in one go, since others may read it at the same time; whatever happens, they find what was there before, or this. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        // Of one name, so that who is killed here leaves no more than one.
        replace(file, file.resolveSibling("." + file.getFileName() + ".draft"), bytes);
    }

    /** The same by way of a draft that somebody has chosen, in the same folder. */
    public static void replace(Path file, Path draft, byte[] bytes) throws IOException {
        try {
            Files.write(draft, bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            // Children come after their parents, so the other way round they go first.
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            // Somebody else deletes there, too.
            throw e.getCause();
        }
    }

    /** The sources in a folder and below, in the order of their names. */
    public static List<Path> javaFiles(Path folder) throws IOException {
        // Editors have files of their own beside those that they edit: .#Gather.java is a lock of Emacs.
        return filesIn(folder).stream()
                .filter(file -> file.toString().endsWith(".java") && !file.getFileName().toString().startsWith(".")).toList();
    }

    /** All files in a folder and below, in the order of their names. */
    public static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        // A link is as good as what it leads to, as it is in Maven.
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (found.size() == MOST_FILES) {
                    throw new IOException(SAY.of("too-many-files", folder, MOST_FILES));
                }
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
