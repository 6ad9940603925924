package structured.coach.judge;

import java.util.List;
import java.util.Set;
import structured.coach.judge.worker.Order;
import structured.coach.judge.worker.Selection;
import structured.coach.verdict.TestResult;

/**
 * What a judge is asked: whether this code passes these tests.
 *
 * @param selection which of its tests
 * @param schedules in how many schedules a property is to be tried; 0 for as many as the tests themselves find enough
 * @param onlyShown whether nobody asks for more than the failure that a learner is shown first
 */
public record Question(Code code, Selection selection, int schedules, boolean onlyShown) {

    /** Whether it passes all of its tests. */
    public static Question of(Code code) {
        return new Question(code, new Selection.All(), 0, false);
    }

    /** The same about no other tests than those of one display name. */
    public Question only(String test) {
        return new Question(code, new Selection.Called(test), schedules, onlyShown);
    }

    /** The same, the tests about this class of the learner's before the others, and none of these test classes. */
    Question first(String learnersClass, Set<String> without) {
        return new Question(code, new Selection.First(learnersClass, without), schedules, onlyShown);
    }

    /** The same in so many schedules. */
    public Question inSchedules(int many) {
        return new Question(code, selection, many, onlyShown);
    }

    /** The same, but the tests end as soon as it is known which failure is to be looked at first: the others would take their time. */
    public Question untilShown() {
        return new Question(code, selection, schedules, true);
    }

    /** Of these tests the ones whose failures are to be looked at first: where a class is tried before others, its own. Another one may be half written. */
    List<TestResult> leading(List<TestResult> tests) {
        return selection instanceof Selection.First(var learnersClass, var without) ? tests.stream().filter(test -> test.test().startsWith(learnersClass)).toList() : tests;
    }

    /** The class that was tried before the others, if all of its tests have passed by the time at which this one begins; or an empty text. */
    String greenBefore(TestResult begun, List<TestResult> tests) {
        return selection instanceof Selection.First(var learnersClass, var without) && leading(List.of(begun)).isEmpty() && !leading(tests).isEmpty()
                && leading(tests).stream().noneMatch(TestResult::failed) ? learnersClass : "";
    }

    Order.How how() {
        return code.how(selection, schedules);
    }

    /** A single test mostly waits, and so do those up to a failure; all tests of an exercise compute, too. */
    boolean mostlyWaits() {
        return onlyShown || selection instanceof Selection.Called;
    }
}
