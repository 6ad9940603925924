package structured.coach.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("what is recorded of pitfalls")
class RecordingTest {

    @TempDir
    private Path root;

    private Exercise exercise;
    private Path test;
    private Path pitfall;

    @BeforeEach
    void write() throws Exception {
        exercise = new Exercise(root, "04-gather");
        test = write("modules/04-gather/src/test/java/structured/gather/GatherTest.java", "class GatherTest { }");
        write("solutions/04-gather/src/main/java/structured/gather/Gather.java", "class Gather { static int run() { return answer.get(); } }");
        pitfall = write("solutions/04-gather/pitfalls/early/Gather.java", "// Pitfall: so\nclass Gather { static int run() { return answer.take(); } }").getParent();
        record();
    }

    private Path write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        return Files.writeString(root.resolve(file), text);
    }

    private void record() throws IOException {
        var passed = new TestResult("GatherTest.order", "order", 1, Outcome.PASSED, null, List.of());
        var failed = new TestResult("GatherTest.order", "order", 1, Outcome.FAILED, "It came late", List.of());
        new Recording(exercise).write(new Verdict(Status.GREEN, "", List.of(passed), List.of(), ""),
                Map.of(pitfall, List.of(new Verdict(Status.RED, "", List.of(failed), List.of(), ""))));
    }

    private String stale() throws IOException {
        return new Recording(exercise).stale().orElse("");
    }

    @Test
    @DisplayName("is up to date once it is written, and is read as it was written")
    void upToDate() throws Exception {
        assertThat(stale()).isEmpty();
        assertThat(new Recording(exercise).toJudge()).isEmpty();
        var records = Records.of(exercise);
        assertThat(Records.read(records.text("04"))).isEqualTo(records);
        assertThat(records.wrong().getFirst().behaviour().failed()).containsEntry("GatherTest.order", "came-late");
        assertThat(records.wrong().getFirst().form().features()).contains("take").doesNotContain("get");
    }

    @Test
    @DisplayName("stays so when only a comment or the layout changes")
    void comments() throws Exception {
        Files.writeString(pitfall.resolve("Gather.java"), "// Pitfall: otherwise\n// Kind: new\nclass Gather {\n static int run() { return answer.take(); /* so */ }\n}");
        Files.writeString(test, "/** Tests. */ class GatherTest {\n}\n");
        assertThat(stale()).isEmpty();
    }

    @Test
    @DisplayName("is out of date with another pitfall, one more, one less, another right answer, or other tests: and it says what to call")
    void outOfDate() throws Exception {
        var text = Files.readString(pitfall.resolve("Gather.java"));
        Files.writeString(pitfall.resolve("Gather.java"), text.replace("take", "poll"));
        assertThat(stale()).contains("has another state of early", "Write it anew: ./workshop verify --rewrite --module 04");
        assertThat(new Recording(exercise).toJudge()).containsExactly(pitfall);
        Files.writeString(pitfall.resolve("Gather.java"), text);
        var more = write("solutions/04-gather/pitfalls/late/Gather.java", text);
        assertThat(stale()).contains("lacks late");
        Files.delete(more);
        Files.delete(more.getParent());
        write("solutions/04-gather/alternatives/other/Gather.java", text.replace("take", "join"));
        assertThat(stale()).contains("is not what comes of the answers");
        Files.writeString(test, "class GatherTest { int more; }");
        assertThat(stale()).contains("other tests").contains("--module 04");
        Files.delete(Records.file(exercise));
        assertThat(stale()).contains("is not there");
    }

    @Test
    @DisplayName("knows in which tests a pitfall fails")
    void knows() throws Exception {
        var recording = new Recording(exercise);
        assertThat(recording.knows(pitfall, List.of(new TestResult("GatherTest.order", "", 1, Outcome.FAILED, "", List.of())))).isTrue();
        assertThat(recording.knows(pitfall, List.of(new TestResult("GatherTest.other", "", 1, Outcome.FAILED, "", List.of())))).isFalse();
    }

    @Test
    @DisplayName("that can't be read is told by the line")
    void unreadable() {
        assertThatThrownBy(() -> Records.read("wrong what all")).isInstanceOf(IOException.class).hasMessageContaining("wrong what all");
        assertThatThrownBy(() -> Records.read("so")).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("of this tutorial is up to date")
    void here() throws Exception {
        for (var each : new Tutorial(TutorialCopy.ORIGINAL).exercises()) {
            assertThat(new Recording(each).stale()).as(each.name()).isEmpty();
        }
    }
}
