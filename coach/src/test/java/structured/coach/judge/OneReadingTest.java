package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.command.Report;
import structured.coach.machine.Folders;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict.Status;

/** What is read once can't be another text for the compiler than for the verdict's key, or for the lines beside it. */
@DisplayName("on its way from a save to the screen")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OneReadingTest {

    @TempDir
    private Path folder;

    private Exercise exercise;

    /** Nothing but 01-hello, as shipped but for its name. */
    @BeforeEach
    void copy() throws IOException {
        var original = new Exercise(TutorialCopy.ORIGINAL, "01-hello");
        exercise = new Exercise(folder.toRealPath(), "01-hello");
        for (var test : original.tests()) {
            copy(test, exercise.root().resolve(TutorialCopy.ORIGINAL.relativize(test)));
        }
        for (var solution : original.solution()) {
            var text = Files.readString(solution).replace("throwIfFailed();", "throwIfFailed(e -> new IllegalStateException(\"mine\"));");
            Files.writeString(copy(solution, exercise.fileLike(exercise.root().resolve(TutorialCopy.ORIGINAL.relativize(solution)))), text);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        return Files.copy(from, to);
    }

    @Test
    @DisplayName("each source is read once")
    void once() throws Exception {
        try (var judge = new Judge(Limits.STANDARD); var recording = new Recording()) {
            recording.enable("jdk.FileRead").withoutThreshold();
            recording.start();
            Report.of(new Verdicts(folder.resolve("verdicts")).judge(exercise, judge), new Style(false, false, 80), 50);
            recording.stop();
            assertThat(bytesRead(recording)).hasSize(exercise.main().size() + exercise.tests().size())
                    .allSatisfy((file, bytes) -> assertThat(bytes).as(file).isEqualTo(new File(file).length()));
        }
    }

    /** How much was read of each source, in this process: a file that is read twice has twice as much. */
    private Map<String, Long> bytesRead(Recording recording) throws IOException {
        var file = folder.resolve("reads.jfr");
        recording.dump(file);
        var bytes = new HashMap<String, Long>();
        for (var event : RecordingFile.readAllEvents(file)) {
            var path = event.getString("path");
            if (path != null && path.startsWith(exercise.root().toString()) && path.endsWith(".java")) {
                bytes.merge(path, event.getLong("bytesRead"), Long::sum);
            }
        }
        return bytes;
    }

    @Test
    @DisplayName("nobody looks at a file after that: neither the worker, nor who shows a line of it")
    void nobodyElse() throws Exception {
        var sources = Sources.of(exercise);
        for (var file : Folders.filesIn(exercise.folder())) {
            Files.delete(file);
        }
        try (var judge = new Judge(Limits.STANDARD)) {
            var judged = judge.judge(sources);
            assertThat(judged.verdict().status()).as(judged.verdict().sentence()).isEqualTo(Status.RED);
            assertThat(Report.of(judged, new Style(false, false, 80), 50)).anyMatch(line -> line.contains("| ") && line.contains("throwIfFailed(e"));
        }
    }
}
