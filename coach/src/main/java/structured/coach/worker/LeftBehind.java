package structured.coach.worker;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the threads that a run has started and not ended. */
final class LeftBehind {

    /** The line of a thread in a dump: its number and its name. */
    private static final Pattern THREAD = Pattern.compile("^#\\d+ \"(.*)\"");

    /** Those that were there before the run, and so are none of its business. */
    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    /**
     * The threads that are still alive although the run is over, each by its name and place, or an empty list. Since a
     * thread may be about to end, this looks again for a second before it says so.
     */
    List<String> find() throws IOException {
        var found = look();
        for (int millis = 1; millis < 1000 && !found.isEmpty(); millis *= 2) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                // Learners' code may interrupt any thread. This one takes no orders from it.
            }
            found = look();
        }
        return found;
    }

    private List<String> look() throws IOException {
        var found = new ArrayList<String>();
        // In a module's code: any thread, virtual ones too. A dump in plain text has a line for each, and its frames below.
        var name = "";
        for (var line : dump(ThreadDumpFormat.TEXT_PLAIN).lines().toList()) {
            var thread = THREAD.matcher(line);
            // JDK 25 writes "at" before each frame.
            var frame = line.strip().replaceFirst("^at ", "");
            if (thread.find()) {
                name = thread.group(1);
            } else if (name != null && Frames.isModules(frame)) {
                found.add("%s, at %s".formatted(nameOf(name), frame));
                name = null;
            }
        }
        // Elsewhere, such as an idle thread of a pool: those that keep a JVM from ending.
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.isDaemon() && !before.contains(thread) && found.stream().noneMatch(f -> f.startsWith(nameOf(thread.getName())))) {
                found.add(nameOf(thread.getName()));
            }
        }
        return found;
    }

    private static String nameOf(String name) {
        return name.isEmpty() ? "a virtual thread" : "thread " + name;
    }

    /** All threads of this JVM with their stacks; as JSON, in the scopes that they belong to. */
    static String dump(ThreadDumpFormat format) throws IOException {
        var folder = Files.createTempDirectory("worker");
        var file = folder.resolve("dump");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(file.toString(), format);
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
