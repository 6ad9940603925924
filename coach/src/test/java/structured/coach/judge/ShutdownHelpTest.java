package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.machine.Source;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

@DisplayName("that a scope is shut down before a failure is kept")
class ShutdownHelpTest {

    private static TestResult told(String handler, String message) {
        var source = new Source.Read("/x/Gather.java", "class Gather {\n void handleComplete(Subtask<?> s) {\n%s\n}}".formatted(handler).getBytes(StandardCharsets.UTF_8));
        var sources = new Sources(new Exercise(Path.of("/x"), "04-gather"), List.of(source), List.of(), List.of());
        var failed = new TestResult("GatherTest.it", "it fails", 3, Outcome.FAILED, message, List.of());
        return ShutdownHelp.added(new Verdict(Verdict.Status.RED, "", List.of(failed), List.of(), ""), sources).tests().getFirst();
    }

    @ParameterizedTest
    @DisplayName("is said with its line")
    @ValueSource(strings = {
        "if (s.state() == FAILED) {\n shutdown(); failure = s.exception(); }",
        "if (s.state() == FAILED) {\n shutdown();\n if (failure == null) { failure = s.exception(); } }",
        "if (s.state() == FAILED) {\n scope.shutdown(); failures.add(s.exception()); }",
        "if (s.state() == FAILED) {\n shutdown( ); first.compareAndSet(null, failure(s)); }",
        "try { task.call(); } catch (Throwable e) {\n shutdown(); failure = e; }"})
    void before(String handler) {
        var told = told(handler, "A task threw java.io.IOException: disk full, and the call returned: [null]");
        assertThat(told.message()).contains("Line 4 shuts the scope down, and only then the failure is kept.");
        assertThat(told.frames()).first().isEqualTo("(Gather.java:4)");
    }

    @ParameterizedTest
    @DisplayName("isn't said where it is kept first, or not at all")
    @ValueSource(strings = {
        "if (s.state() == FAILED) { failure = s.exception(); shutdown(); }",
        "if (s.state() == FAILED) { failure = s.exception(); shutdown(); last = s.exception(); }",
        "if (s.state() == FAILED) { shutdown(); }\n else { failure = s.exception(); }",
        "if (s.state() == FAILED) { /* shutdown(); */ failure = s.exception(); }",
        "if (s.state() == FAILED) { shutdown(); log(failure == null); }"})
    void after(String handler) {
        assertThat(told(handler, "A task threw java.io.IOException: disk full, and the call returned: [null]").message()).doesNotContain("Line");
    }

    @Test
    @DisplayName("isn't said of a test that is about something else")
    void another() {
        assertThat(told("shutdown(); failure = s.exception();", "The caller was interrupted, and 3 of 5 tasks were cancelled.").message()).doesNotContain("Line");
        assertThat(told("shutdown(); failure = s.exception();", "It asked a subtask that had failed for its result.").message()).contains("Line 3");
    }
}
