package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.List;

/** What the tests of this module say of results that aren't as they should be. */
final class TrialResults {

    private TrialResults() {}

    /** Results have to be these, in this order. */
    static void assertInOrder(String what, List<?> expected, List<?> came) {
        if (came == null) {
            fail("%s: the call returned null.", what);
        }
        assertThat(came.equals(expected)).withFailMessage("%s: %s. They should be %s.%s", what, came, expected, !isSameInAnotherOrder(expected, came) ? ""
                : " All are there, but not in the order of the tasks: tasks that add to a list add in the order in which they end. "
                        + "Keep what fork returns, in the order of the tasks, and ask each of those when the join is over.").isTrue();
    }

    private static boolean isSameInAnotherOrder(List<?> expected, List<?> came) {
        var counts = new HashMap<Object, Integer>();
        expected.forEach(one -> counts.merge(one, 1, Integer::sum));
        came.forEach(one -> counts.merge(one, -1, Integer::sum));
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /** A single result has to be this one. */
    static void assertResult(String what, Object expected, Object came) {
        assertThat(came).withFailMessage("%s: %s. It should be: %s.", what, came, expected).isEqualTo(expected);
    }

    /** What a call reports has to be what a task has thrown, and not another exception like it. */
    static void assertCause(String what, Throwable thrown, Throwable cause) {
        assertThat(cause).withFailMessage("%s threw %s, and the call reports: %s", what, thrown, cause).isSameAs(thrown);
    }
}
