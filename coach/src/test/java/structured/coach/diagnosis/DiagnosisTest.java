package structured.coach.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.judge.Judged;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the coach says what code behaves like")
class DiagnosisTest {

    @TempDir
    private Path root;

    private Exercise gather;

    /** The tutorial, with a memory of its own. */
    @BeforeEach
    void link() throws Exception {
        for (var folder : List.of("modules", "solutions", "docs")) {
            Files.createSymbolicLink(root.resolve(folder), TutorialCopy.ORIGINAL.resolve(folder));
        }
        gather = new Exercise(root, "04-gather");
    }

    @AfterEach
    void unlink() throws Exception {
        for (var folder : List.of("modules", "solutions", "docs")) {
            if (Files.isSymbolicLink(root.resolve(folder))) {
                Files.delete(root.resolve(folder));
            }
        }
    }

    private Diagnosis coach() {
        return new Diagnosis(new Tutorial(root));
    }

    /** What a pitfall is like to a learner's coach: as it is recorded. */
    private Judged judged(String pitfall, Status status) throws Exception {
        var records = Records.of(gather);
        var behaviour = records.wrong().stream().filter(wrong -> wrong.name().equals(pitfall)).findFirst().orElseThrow().behaviour();
        var tests = new ArrayList<TestResult>();
        for (var test : records.tests()) {
            var shape = behaviour.failed().get(test);
            tests.add(new TestResult(test, "", 2, shape == null ? Outcome.PASSED : Outcome.FAILED, shape == null ? null : shape.replace('-', ' '), List.of()));
        }
        return new Judged(new Sources(gather, Sources.read(gather.solutionWith(root.resolve("solutions/04-gather/pitfalls").resolve(pitfall))),
                Sources.read(gather.tests()), List.of()), new Verdict(status, "", tests, List.of(), ""));
    }

    private static Optional<Mistake> said(Diagnosis coach, Judged judged) {
        return coach.of(judged, judged.verdict().firstFailure());
    }

    @Test
    @DisplayName("by the pitfall's own first line and the question that the guide asks, but never at the first red of a step, also after a restart")
    void secondRed() throws Exception {
        var judged = judged("plain-scope", Status.RED);
        assertThat(said(coach(), judged)).isEmpty();
        var mistake = said(coach(), judged).orElseThrow();
        assertThat(mistake.name()).isEqualTo("plain-scope");
        assertThat(mistake.kind()).isEqualTo("cancels-nothing");
        assertThat(mistake.text()).isEqualTo("This behaves like: a plain scope waits for all the tasks, also when one of them has failed long ago. Who has told the others?");
    }

    @Test
    @DisplayName("of a hang likewise, of other verdicts never, and not of ports")
    void statuses() throws Exception {
        var coach = coach();
        said(coach, judged("plain-scope", Status.RED));
        assertThat(said(coach, judged("plain-scope", Status.HUNG))).isPresent();
        for (var status : List.of(Status.GREEN, Status.AMBER, Status.CRASHED, Status.UNJUDGED)) {
            assertThat(said(coach, judged("plain-scope", status))).as(status.name()).isEmpty();
        }
        var judged = judged("plain-scope", Status.RED);
        var port = new Sources(gather.on(25), judged.sources().main(), judged.sources().tests(), List.of());
        assertThat(said(coach, new Judged(port, judged.verdict()))).isEmpty();
    }

    @Test
    @DisplayName("until the learner says no: then never again for this exercise, until that is reset")
    void no() throws Exception {
        var coach = coach();
        var judged = judged("plain-scope", Status.RED);
        assertThat(coach.refuse(gather)).isFalse();
        said(coach, judged);
        assertThat(coach.refuse(gather)).isFalse();
        assertThat(said(coach, judged)).isPresent();
        assertThat(coach.refuse(gather)).isTrue();
        assertThat(coach.refuse(gather)).isFalse();
        assertThat(said(coach(), judged)).isEmpty();
        coach.forget(gather);
        assertThat(said(coach(), judged)).isEmpty();
        assertThat(said(coach(), judged)).isPresent();
    }

    @Test
    @DisplayName("and keeps quiet where what it remembers is spoilt, or nothing is recorded")
    void spoilt() throws Exception {
        var memory = root.resolve(".workshop/mistakes.properties");
        Files.createDirectories(memory.getParent());
        Files.writeString(memory, "\\u12 spoilt");
        assertThat(said(coach(), judged("plain-scope", Status.RED))).isEmpty();
        assertThat(said(coach(), judged("plain-scope", Status.RED))).isPresent();
        var judged = judged("plain-scope", Status.RED);
        Files.delete(root.resolve("solutions"));
        assertThat(said(coach(), judged)).isEmpty();
        Files.createDirectories(root.resolve("solutions/04-gather/pitfalls"));
        Files.writeString(root.resolve("solutions/04-gather/pitfalls/behaviours.txt"), "wrong what all looks");
        assertThat(said(coach(), judged)).isEmpty();
    }

    @Test
    @DisplayName("and its name is the pitfall's, or the kind's where it could be one of several")
    void names() {
        assertThat(new Mistake(Optional.empty(), "no-scope", "runs tasks elsewhere.", "Where?").name()).isEqualTo("no-scope");
    }
}
