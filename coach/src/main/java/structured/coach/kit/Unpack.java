package structured.coach.kit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip file of a kit on a laptop that has no coach yet: {@code java Unpack.java FILE FOLDER}. So it uses nothing but the
 * JDK. What is there already stays; and whenever it is stopped, a file is whole or it isn't there, so that the next time goes on.
 */
final class Unpack {

    private Unpack() {}

    /** A zip file, a folder, and two formats in their language: of the file's name, how many were added, and the folder; and of the file, the folder, and why not. */
    public static void main(String[] args) {
        try {
            var added = into(Path.of(args[0]), Path.of(args[1]));
            System.out.printf(args[2] + "%n", Path.of(args[0]).getFileName(), added, args[1]);
        } catch (IOException e) {
            System.err.printf(args[3] + "%n", args[0], args[1], reason(e));
            System.exit(2);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null ? file.getFile() + ": " + file.getReason() : e.toString();
    }

    /** Unpacks what isn't there, and returns how many files that were. */
    static int into(Path zip, Path folder) throws IOException {
        var root = folder.toAbsolutePath().normalize();
        int added = 0;
        try (var file = new ZipFile(zip.toFile())) {
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var place = root.resolve(entry.getName()).normalize();
                if (!place.startsWith(root)) {
                    throw new IOException("it has a file that would come to another folder: " + entry.getName());
                }
                if (!entry.isDirectory() && !Files.exists(place)) {
                    add(file, entry, place);
                    added++;
                }
            }
        }
        return added;
    }

    private static void add(ZipFile zip, ZipEntry entry, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        var part = place.resolveSibling(place.getFileName() + ".part");
        try {
            try (var in = zip.getInputStream(entry)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
