package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.Verdict;
import structured.coach.Verdict.Status;
import structured.coach.worker.Message.TestResult;

@DisplayName("a report")
class ReportTest {

    private static final TestResult STEP_2 = failed("of step 2", 2);
    private static final TestResult STEP_1 = failed("of step 1", 1);
    private static final TestResult STEP_3 = failed("of step 3", 3);

    @Test
    @DisplayName("begins with the failure of the earliest step")
    void earliestStep() {
        assertThat(Report.firstFailure(verdict(Status.RED))).contains(STEP_1);
    }

    @Test
    @DisplayName("begins with the test that hung, whatever failed before it")
    void hung() {
        assertThat(Report.firstFailure(verdict(Status.HUNG))).contains(STEP_3);
    }

    @Test
    @DisplayName("begins with the test that brought the JVM down, whatever failed before it")
    void crashed() {
        assertThat(Report.firstFailure(verdict(Status.CRASHED))).contains(STEP_3);
    }

    private static Verdict verdict(Status status) {
        var passed = new TestResult("Test.passed", "passed", 1, true, null, List.of());
        return new Verdict(status, "What happened.", List.of(passed, STEP_2, STEP_1, STEP_3), List.of(), "", false);
    }

    private static TestResult failed(String name, int step) {
        return new TestResult("Test.failed", name, step, false, "It failed.", List.of());
    }
}
