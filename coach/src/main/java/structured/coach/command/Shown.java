package structured.coach.command;

import java.util.regex.Pattern;
import structured.coach.terminal.Harmless;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

/**
 * A verdict as it may be shown: learners' code has a say in most of its texts. And tests have their sentences in the language of whoever reads them.
 *
 * @param lesson what has them
 */
record Shown(Lesson lesson) {

    /** Of a sentence. Those of ours are much shorter. */
    private static final int LONGEST_NAME = 300;

    /** What a failing test adds to its message for those who read it elsewhere: its line and its step. */
    private static final Pattern ADDED = Pattern.compile("(?m)^    (at .*|See step \\d+ in README\\.md\\.)\\R?");

    Verdict of(Verdict verdict) {
        var tests = verdict.tests().stream().map(this::of).toList();
        return new Verdict(verdict.status(), Harmless.text(sentence(verdict)), tests, verdict.problems(),
                Harmless.text(verdict.output()));
    }

    /** It quotes the test that was running. */
    private String sentence(Verdict verdict) {
        var sentence = verdict.sentence();
        for (var test : verdict.tests()) {
            var name = lesson.nameOf(test.test());
            sentence = name.isEmpty() ? sentence : sentence.replace("\"" + test.name() + "\"", "\"" + name.get() + "\"");
        }
        return sentence;
    }

    TestResult of(TestResult test) {
        return new TestResult(test.test(), Harmless.cut(Harmless.line(lesson.nameOf(test.test()).orElse(test.name())), LONGEST_NAME), test.step(), test.outcome(),
                test.message() == null ? null : Harmless.text(test.message()), test.frames().stream().map(Harmless::line).toList());
    }

    /** What a failure says, without what its test adds for those who read it elsewhere. */
    static String told(TestResult failure) {
        return ADDED.matcher(failure.message()).replaceAll("").strip();
    }
}
