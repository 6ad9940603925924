package structured.coach.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders for what is of no use after this process. They go when it ends, also by Ctrl-C; if it is killed, the next process
 * that makes one sees that nobody holds a lock any more, and deletes them.
 */
public final class Temporary implements AutoCloseable {

    private static final String PREFIX = "workshop-";
    private static final String LOCK = ".lock";
    private static final Path PARENT = Path.of(System.getProperty("java.io.tmpdir"));

    /** All folders of this process are in one; null until there is one. Guarded by the class. */
    private static Path own;
    private static int number;

    /** Held as long as this process lives. */
    private static FileChannel lock;

    private final Path path;

    private Temporary(Path path) {
        this.path = path;
    }

    /** A new folder, which has this word in its name. */
    public static Temporary folder(String what) throws IOException {
        return new Temporary(next(what));
    }

    private static synchronized Path next(String what) throws IOException {
        if (own == null) {
            own = makeOwn();
            Runtime.getRuntime().addShutdownHook(new Thread(Temporary::deleteOwn));
            Thread.ofPlatform().daemon().name("tidies-up").start(Temporary::tidyUp);
        }
        return Files.createDirectory(own.resolve(what + "-" + ++number));
    }

    private static Path makeOwn() throws IOException {
        // A random name would take a moment; and nobody else can take this one: there is no folder without its lock.
        var name = PREFIX + ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        lock = FileChannel.open(PARENT.resolve(name + LOCK), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try {
            lock.tryLock();
        } catch (IOException e) {
            // On a drive that has no locks nobody is going to find that it is free, either.
        }
        var folder = PARENT.resolve(name);
        return Files.getFileStore(PARENT).supportsFileAttributeView("posix")
                ? Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    private static void deleteOwn() {
        delete(own);
        delete(own.resolveSibling(own.getFileName() + LOCK));
    }

    /** Deletes what other processes have left that were killed. Our own lock isn't tried: we would lose it by that. */
    private static void tidyUp() {
        var ours = ours();
        try (var locks = Files.newDirectoryStream(PARENT, PREFIX + "*-*" + LOCK)) {
            for (var lock : locks) {
                var name = lock.getFileName().toString();
                if (name.equals(ours)) {
                    continue;
                }
                try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    if (channel.tryLock() != null) {
                        delete(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                        delete(lock);
                    }
                } catch (IOException e) {
                    // Somebody else's.
                }
            }
        } catch (IOException e) {
            // Then nothing is there to be tidied up, or nothing can be.
        }
    }

    private static synchronized String ours() {
        return own.getFileName() + LOCK;
    }

    /** A process that was killed a moment ago may still be writing there. */
    private static void delete(Path path) {
        for (int i = 0; i < 5 && Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
            try {
                Folders.delete(path);
            } catch (IOException e) {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
    }
}
