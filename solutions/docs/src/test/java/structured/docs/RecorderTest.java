package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("finding pinning")
@Timeout(value = 20, threadMode = SEPARATE_THREAD)
class RecorderTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("tracePinnedThreads prints where threads wait while they are pinned, once for each place, and which frame holds a monitor")
    void printed() throws Exception {
        assertThat(run("-Djdk.tracePinnedThreads=short"))
                .contains("task-1").contains("structured.docs.Pinned.waitLocked(Pinned.java:").containsOnlyOnce("<== monitors:1");
    }

    @Test
    @DisplayName("the flight recorder notes which thread was pinned, where and for how long; and starts of threads, if it is asked to")
    void recorded() throws Exception {
        var recording = folder.resolve("run.jfr");

        run("-XX:StartFlightRecording:filename=" + recording + ",jdk.VirtualThreadStart#enabled=true");

        var events = Tool.run(folder, "jfr", Tool.QUICK_TOOL, "print", "--events", "jdk.VirtualThreadPinned,jdk.VirtualThreadStart", recording.toString());
        assertThat(events.lines()).filteredOn("jdk.VirtualThreadStart {"::equals).hasSize(2);
        // The first may take so long to get to its wait that on a busy machine less than 20 ms are left of it.
        assertThat(events).contains("jdk.VirtualThreadPinned {").contains("duration = ").contains("eventThread = \"task-2\"")
                .contains("structured.docs.Pinned.waitLocked() line: ");
    }

    /** Runs it, and returns what it has printed. */
    private String run(String option) throws Exception {
        var classFile = Pinned.class.getName().replace('.', '/') + ".class";
        var copy = folder.resolve("classes").resolve(classFile);
        Files.createDirectories(copy.getParent());
        try (var in = Pinned.class.getClassLoader().getResourceAsStream(classFile)) {
            Files.copy(in, copy);
        }
        return Tool.run(folder, "java", Tool.QUICK, option, "--enable-preview", "-cp", folder.resolve("classes").toString(), Pinned.class.getName());
    }

    @Test
    @DisplayName("what it notes without being asked: pinning, sleeps, and waits of platform threads, from 20 ms on; no starts and ends")
    void byDefault() throws Exception {
        var settings = Configuration.getConfiguration("default").getSettings();
        for (var event : List.of("VirtualThreadPinned", "ThreadSleep", "JavaMonitorEnter", "ThreadPark")) {
            assertThat(settings).containsEntry("jdk." + event + "#enabled", "true").containsEntry("jdk." + event + "#threshold", "20 ms");
        }
        assertThat(settings).containsEntry("jdk.VirtualThreadStart#enabled", "false").containsEntry("jdk.VirtualThreadEnd#enabled", "false");
    }
}
