package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("what leads, of several classes,")
class LeadTest {

    private static final List<String> CLASSES = List.of("Batches", "Limit", "Outcomes", "Deadline", "Race");

    @TempDir
    Path folder;

    private Exercise exercise;

    /** 08 as it is shipped. */
    @BeforeEach
    void copy() throws Exception {
        var original = new Exercise(TutorialCopy.ORIGINAL, "08-considerations");
        exercise = new Exercise(folder.toRealPath(), original.name());
        Files.createDirectories(exercise.folder());
        Files.copy(original.folder().resolve("README.md"), exercise.folder().resolve("README.md"));
        var shipped = new Shipped(TutorialCopy.ORIGINAL, TutorialCopy.ORIGINAL.resolve(".workshop/shipped")).sources(original, Files.createDirectory(folder.resolve("shipped")));
        for (var file : shipped) {
            var copy = exercise.sources().resolve("structured/considerations").resolve(file.getFileName());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private Path file(String name) {
        return exercise.sources().resolve("structured/considerations").resolve(name + ".java");
    }

    private void save(String name, int second) throws Exception {
        Files.writeString(file(name), Files.readString(file(name)) + "// begun");
        Files.setLastModifiedTime(file(name), FileTime.fromMillis(1_000_000 + second * 1000L));
    }

    /** Two tests a step, of which those of these classes pass. */
    private Judged judged(String... green) throws Exception {
        var tests = new ArrayList<TestResult>();
        for (var name : CLASSES) {
            for (var test : List.of(name + "Test.one", name + "SchedulesTest.two")) {
                var passes = List.of(green).contains(name);
                tests.add(new TestResult(test, test, CLASSES.indexOf(name) + 1, passes ? Outcome.PASSED : Outcome.FAILED, passes ? null : name + " went wrong.", List.of()));
            }
        }
        return new Judged(Sources.of(exercise), new Verdict(green.length == CLASSES.size() ? Status.GREEN : Status.RED, "", tests, List.of(), ""));
    }

    private static String failure(Lead lead) {
        return lead.failure().map(TestResult::message).orElse("none");
    }

    private static String report(Judged judged, int asked) throws Exception {
        return String.join("\n", Report.of(judged, Lead.of(judged, asked), "", new Style(false, false, 100), 100));
    }

    @Test
    @DisplayName("is the first one, as long as all are as shipped; the others take a line each")
    void asShipped() throws Exception {
        var lead = Lead.of(judged());
        assertThat(failure(lead)).isEqualTo("Batches went wrong.");
        assertThat(lead.notBegun()).isEqualTo(Set.of(2, 3, 4, 5));
        assertThat(report(judged(), 0)).contains("Read step 1", ".. Step 5: Race (not begun)");
    }

    @Test
    @DisplayName("is the one that was begun: what is as shipped is a line, and never the first failure")
    void begun() throws Exception {
        save("Race", 1);
        assertThat(failure(Lead.of(judged()))).isEqualTo("Race went wrong.");
        assertThat(report(judged(), 0)).contains(".. Step 1: Batches (not begun)", "Step 5: Race\n", "Read step 5").doesNotContain("Batches went wrong");
        assertThat(report(judged("Race"), 0)).contains("What you have begun is green. Go on with step 1 in").doesNotContain("went wrong");
    }

    @Test
    @DisplayName("is the one that was saved last; of those saved together the earlier one, and if that is green another one that was begun")
    void savedLast() throws Exception {
        save("Limit", 10);
        save("Race", 100);
        assertThat(failure(Lead.of(judged()))).isEqualTo("Race went wrong.");
        save("Limit", 200);
        assertThat(failure(Lead.of(judged()))).isEqualTo("Limit went wrong.");
        assertThat(failure(Lead.of(judged("Limit")))).isEqualTo("Race went wrong.");
        save("Race", 201);
        assertThat(failure(Lead.of(judged()))).isEqualTo("Limit went wrong.");
    }

    @Test
    @DisplayName("is the step that was asked for, and its tests decide; the others take a line each")
    void asked() throws Exception {
        save("Limit", 10);
        assertThat(failure(Lead.of(judged(), 5))).isEqualTo("Race went wrong.");
        assertThat(report(judged(), 5)).contains("08-considerations, step 5  RED  0 of 2 tests pass; 0 of 10 in all", "Read step 5", "no Step 2: Limit (0 of 2)")
                .doesNotContain("Limit went wrong");
        var green = judged("Race");
        assertThat(Lead.of(green, 5).status(green)).isEqualTo(Status.GREEN);
        assertThat(report(green, 5)).contains("08-considerations, step 5  GREEN  2 of 2 tests pass; 2 of 10 in all").doesNotContain("went wrong", "Read step");
        assertThat(Lead.of(judged("Race"), 1).status(green)).isEqualTo(Status.RED);
    }

    @Test
    @DisplayName("is what it was where a class alone is the exercise")
    void alone() throws Exception {
        var gather = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        var test = new TestResult("GatherTest.x", "x", 2, Outcome.FAILED, "It failed.", List.of());
        var lead = Lead.of(new Judged(Sources.of(gather), new Verdict(Status.RED, "", List.of(test), List.of(), "")));
        assertThat(failure(lead)).isEqualTo("It failed.");
        assertThat(lead.notBegun()).isEmpty();
    }

    @Test
    @DisplayName("is the earliest failure where a class alone is the exercise, also in tests that are called otherwise")
    void calledOtherwise() throws Exception {
        var taskGroup = new Exercise(TutorialCopy.ORIGINAL, "06-taskgroup");
        var tests = List.of(new TestResult("CallbacksTest.x", "x", 2, Outcome.FAILED, "It came late.", List.of()),
                new TestResult("TaskGroupTest.y", "y", 3, Outcome.FAILED, "It was lost.", List.of()));
        assertThat(failure(Lead.of(new Judged(Sources.of(taskGroup), new Verdict(Status.RED, "", tests, List.of(), ""))))).isEqualTo("It came late.");
    }
}
