package structured.coach.room;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import structured.coach.machine.Folders;

/** Files that only their owner may read. On Windows a user's folders are private as they are. */
final class PrivateFile {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFile() {}

    static FileAttribute<?>[] file() {
        return attributes("rw-------");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }

    /** Makes a folder, and those above it. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, attributes("rwx------"));
        }
    }

    /** In one go: whoever reads at the same time has the old one or the new one. */
    static void write(Path file, byte[] content) throws IOException {
        folder(file.getParent());
        Folders.replace(file, Files.createTempFile(file.getParent(), ".", ".draft", file()), content);
    }
}
