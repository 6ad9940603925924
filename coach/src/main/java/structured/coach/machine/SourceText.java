package structured.coach.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import structured.coach.words.Wording;

/** Reads what somebody has written, and nothing else: in a pipe there may never be anything, and a device may have no end. */
public final class SourceText {

    private static final Wording SAY = Wording.of(SourceText.class);

    /** Nobody writes more, and the compiler would take minutes for it. */
    private static final int LONGEST = 2_000_000;

    /** That a file was not read, and would not be if it were tried again. */
    public static final class Refused extends FileSystemException {
        private static final long serialVersionUID = 1;

        Refused(Path file, String reason) {
            super(file.toString(), null, reason);
        }
    }

    private SourceText() {}

    /** The class that a source is of, by the name of its file. */
    public static String className(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    /** When a file was saved, in milliseconds; 0 if it is gone. */
    public static long savedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;    // A verdict without it is on its way.
        }
    }

    /** All that is in a file. */
    public static byte[] bytes(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new Refused(file, SAY.of("no-file"));
        }
        try (var in = Files.newInputStream(file)) {
            // Asked for no more even if it is said to be small: there are files without an end that say so.
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Refused(file, SAY.of("too-long", LONGEST / 1_000_000));
            }
            return bytes;
        }
    }

    /** The same as a text, in which each byte is a character: whatever encoding it has, what is in ASCII is there. */
    public static String ascii(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }
}
