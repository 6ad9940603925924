package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;

@DisplayName("where the temporary folder is full,")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@EnabledOnOs(value = OS.LINUX, disabledReason = "it takes a mount of one's own")
class FullDiskTest {

    @Test
    @DisplayName("code that leaves a thread behind isn't GREEN, and a timeline doesn't say that code doesn't compile which does")
    void full(@TempDir Path folder) throws Exception {
        var full = Files.createDirectory(folder.resolve("full"));
        var inThere = List.of("unshare", "-Urm", "sh", "-c",
                "mount -t tmpfs -o size=64k none %1$s && { cat /dev/zero >%1$s/zeros 2>/dev/null; exec \"$@\"; }".formatted(full), "sh");
        var trial = new ArrayList<>(inThere);
        trial.add("true");
        assumeTrue(TutorialCopy.run(List.of("sh", "-c", "command -v unshare")).status() == 0 && TutorialCopy.run(trial).status() == 0, "no user namespaces here");
        var tutorial = TutorialCopy.in(folder);
        // Not in tests by schedule, which see for themselves that a thread doesn't end.
        var left = "if (!Thread.currentThread().isVirtual()) Thread.startVirtualThread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); });\n        try (";
        Files.writeString(tutorial.gather(), tutorial.solution().replaceFirst("try \\(", left));
        var check = coach(inThere, tutorial, full, "check", "04");
        assertThat(check.status()).as(check.output()).isIn(1, 2);
        assertThat(check.output()).containsAnyOf("threads that your code has started are not: [", "threads of yours went on", "No space left on device").doesNotContain("GREEN");
        var timeline = coach(inThere, tutorial, full, "timeline", "04", "--solution");
        assertThat(timeline.status()).as(timeline.output()).isEqualTo(2);
        assertThat(timeline.output()).contains("No space left on device").doesNotContain("doesn't compile");
    }

    private static TutorialCopy.Ended coach(List<String> inThere, TutorialCopy tutorial, Path full, String... args) throws Exception {
        var command = new ArrayList<>(inThere);
        command.addAll(tutorial.command(false, args));
        command.add(inThere.size() + 1, "-Djava.io.tmpdir=" + full);
        return TutorialCopy.run(command);
    }
}
