package structured.coach.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Objects in files, which save the time to find them out again. A file that is not to the bit what was written is as if it
 * weren't there: a loss of power, or another program, must not make a verdict of another one.
 */
public final class Remembered {

    private static final int LARGEST = 50_000_000;

    private Remembered() {}

    /** What a file remembers, if it does, and if that is of this type. */
    public static <T> Optional<T> in(Path file, Class<T> type) {
        try {
            var buffer = Files.isRegularFile(file) && Files.size(file) < LARGEST ? ByteBuffer.wrap(Files.readAllBytes(file)) : ByteBuffer.allocate(0);
            if (buffer.remaining() < Long.BYTES || buffer.getLong() != checksum(buffer.slice())) {
                return Optional.empty();
            }
            try (var in = Incoming.objects(new ByteArrayInputStream(buffer.array(), Long.BYTES, buffer.remaining()))) {
                return Optional.of(type.cast(in.readObject()));
            }
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // Gone since, or of another state of the coach, whose objects were others.
            return Optional.empty();
        }
    }

    /** Writes it in one go, since others may read it at the same time. */
    public static void write(Path file, Serializable object) throws IOException {
        Files.createDirectories(file.getParent());
        // Of one name, so that who is killed here leaves no more than one. If two write it at once, the checksum is neither's.
        var draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            Files.write(draft, bytes(object), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static byte[] bytes(Serializable object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[Long.BYTES]);
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        var buffer = ByteBuffer.wrap(bytes.toByteArray());
        return buffer.putLong(0, checksum(buffer.slice(Long.BYTES, buffer.capacity() - Long.BYTES))).array();
    }

    private static long checksum(ByteBuffer bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
