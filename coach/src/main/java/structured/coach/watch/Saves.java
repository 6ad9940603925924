package structured.coach.watch;

import io.methvin.watcher.DirectoryWatcher;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.helpers.NOPLogger;
import structured.coach.tutorial.Exercise;

/**
 * Hears of saves, whatever an editor does for one: write over the file, move another over it, or put a lock beside it.
 * Which of that matters, the times and sizes of an exercise's files tell.
 */
final class Saves implements AutoCloseable {

    /** Where Maven and IDEs write what they compile. */
    private static final String TARGET = File.separator + "target" + File.separator;

    private static final long LOOK_AGAIN = 1000;

    /** Where nothing tells of anything: Linux has a limit of 128 programs a user that can be told, and IDEs may take them all. */
    private static final long LOOK_OFTEN = 250;

    /** On Unix also the time of the last change of any kind, which nothing sets back. */
    private static final String ATTRIBUTES = FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
            ? "unix:lastModifiedTime,size,ino,ctime" : "lastModifiedTime,size";

    /** Null if there is none to be had. */
    private final DirectoryWatcher watcher;

    /** Written by the thread that listens. */
    private volatile boolean areHeard;

    /** Of what was remembered last. */
    private String stamp = "";

    /** Calls {@code heard}, in a thread of its own, at everything that happens to a source file below {@code folder}; if it can. */
    Saves(Path folder, Runnable heard) {
        watcher = watcher(folder, heard);
        if (watcher != null) {
            areHeard = true;
            Thread.ofPlatform().daemon().name("hears-saves").start(this::listen);
        }
    }

    /** After how many milliseconds without a save to look all the same: some drives don't tell of what happens on them. */
    long lookAfter() {
        return areHeard ? LOOK_AGAIN : LOOK_OFTEN;
    }

    /** Takes an exercise's files as they are now for what they were: whatever is saved from here on is new. */
    void remember(Exercise exercise) {
        stamp = stamp(exercise);
    }

    /** Whether something has been saved since. */
    boolean isSaved(Exercise exercise) {
        return !stamp(exercise).equals(stamp);
    }

    private static DirectoryWatcher watcher(Path folder, Runnable heard) {
        try {
            return DirectoryWatcher.builder().path(folder).fileHashing(false).logger(NOPLogger.NOP_LOGGER)
                    .listener(event -> {
                        if (!folder.relativize(event.path()).toString().contains(TARGET)) {
                            heard.run();
                        }
                    }).build();
        } catch (IOException | LinkageError e) {
            // On macOS it takes a library, which is unpacked where that may be forbidden.
            return null;
        }
    }

    private void listen() {
        try {
            watcher.watch();
        } catch (RuntimeException e) {
            // It was closed, or the system has run out of watches.
            areHeard = false;
        }
    }

    /**
     * When each file that the verdict depends on was last written, how long it is, and which it is. Another stamp means that
     * something was saved. The time alone may be the same: some drives count in two seconds, and there are tools that set it back.
     */
    static String stamp(Exercise exercise) {
        try {
            return String.join("\n", stamps(exercise.files()));
        } catch (IOException e) {
            // A folder that is just being replaced: it will be another one a moment later.
            return "in the making";
        }
    }

    private static List<String> stamps(List<Path> files) throws IOException {
        var stamps = new ArrayList<String>();
        for (var file : files) {
            stamps.add(Files.exists(file) ? file + " " + Files.readAttributes(file, ATTRIBUTES) : file + " is gone");
        }
        return stamps;
    }

    @Override
    public void close() throws IOException {
        if (watcher != null) {
            watcher.close();
        }
    }
}
