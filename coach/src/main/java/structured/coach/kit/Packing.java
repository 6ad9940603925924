package structured.coach.kit;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip files: one large file gets onto a stick in a tenth of the time that a thousand small ones take. */
final class Packing {

    /** What was packed twice is the same to the bit. */
    private static final FileTime ALWAYS = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private Packing() {}

    /** Packs what is in a folder, but only these files, each name after this prefix; and returns how many they were. Links are followed. */
    static int zip(Path folder, String prefix, Predicate<Path> wanted, Path zip) throws IOException {
        int packed = 0;
        try (var out = new ZipOutputStream(Files.newOutputStream(zip)); var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.filter(Files::isRegularFile).filter(wanted).sorted().toList()) {
                var entry = new ZipEntry(prefix + folder.relativize(file).toString().replace('\\', '/'));
                entry.setLastModifiedTime(ALWAYS);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
                packed++;
            }
        }
        return packed;
    }
}
