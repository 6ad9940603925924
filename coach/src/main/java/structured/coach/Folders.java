package structured.coach;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** What {@link Files} leaves to be done. */
public final class Folders {

    private Folders() {}

    /** What went wrong, in words: some exceptions say no more than which file it was. */
    public static String problem(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + " isn't there";
            case AccessDeniedException denied -> denied.getFile() + " can't be read or written: access is denied";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            // Children come after their parents, so the other way round they go first.
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
