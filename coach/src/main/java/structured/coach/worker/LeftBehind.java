package structured.coach.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the threads that a run has started and not ended. */
final class LeftBehind {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those that were there before the run, and so are none of its business. */
    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    /**
     * The threads that are still alive although the run is over, each by its name and place, or an empty list. Since a
     * thread may be about to end, this looks again for a second before it says so.
     */
    List<String> find() throws IOException {
        var found = look();
        for (int i = 0; i < 20 && !found.isEmpty(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                // Learners' code may interrupt any thread. This one takes no orders from it.
            }
            found = look();
        }
        return found;
    }

    private List<String> look() throws IOException {
        var found = new ArrayList<String>();
        // In a module's code: any thread, virtual ones too.
        for (var container : JSON.readTree(dump()).at("/threadDump/threadContainers")) {
            for (var thread : container.get("threads")) {
                for (var frame : thread.get("stack")) {
                    if (Frames.isModules(frame.asText())) {
                        found.add("%s, at %s".formatted(nameOf(thread.get("name").asText()), frame.asText()));
                        break;
                    }
                }
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

    /** All threads of this JVM with their stacks, in the scopes that they belong to, as JSON. */
    static String dump() throws IOException {
        var folder = Files.createTempDirectory("worker");
        var file = folder.resolve("dump.json");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(file.toString(), ThreadDumpFormat.JSON);
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
