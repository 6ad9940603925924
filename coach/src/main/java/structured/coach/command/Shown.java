package structured.coach.command;

import structured.coach.terminal.Harmless;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

/** A verdict as it may be shown: learners' code has a say in most of its texts. */
final class Shown {

    /** Of a sentence. Those of ours are much shorter. */
    private static final int LONGEST_NAME = 300;

    private Shown() {}

    static Verdict of(Verdict verdict) {
        var tests = verdict.tests().stream().map(Shown::of).toList();
        return new Verdict(verdict.status(), Harmless.text(verdict.sentence()), tests, verdict.problems(),
                Harmless.text(verdict.output()));
    }

    static TestResult of(TestResult test) {
        return new TestResult(test.test(), Harmless.cut(Harmless.line(test.name()), LONGEST_NAME), test.step(), test.outcome(),
                test.message() == null ? null : Harmless.text(test.message()), test.frames().stream().map(Harmless::line).toList());
    }
}
