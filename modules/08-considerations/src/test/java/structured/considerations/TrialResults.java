package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What the tests of this module say of results that aren't as they should be. */
final class TrialResults {

    private TrialResults() {}

    /** Results have to be these, in this order. */
    static void assertInOrder(String what, List<?> expected, List<?> came) {
        if (came == null) {
            fail("%s: the call returned null.", what);
        }
        assertThat(came.equals(expected)).withFailMessage("%s: %s. They should be %s.%s", what, came, expected, why(expected, came)).isTrue();
    }

    /** Why it may be so, where that can be seen; or an empty text. */
    private static String why(List<?> expected, List<?> came) {
        return isSameInAnotherOrder(expected, came) ? " All are there, but not in the order of the tasks: tasks that add to a list add in the order "
                + "in which they end. Keep what fork returns, in the order of the tasks, and ask each of those when the join is over."
                : expected.stream().noneMatch(Objects::isNull) ? whyNull(came) : "";
    }

    /** The same where null is none of what may have come. */
    static String whyNull(List<?> came) {
        return came.stream().noneMatch(Objects::isNull) ? ""
                : " Where null stands, something was due: is a task counted as over before what came of it is kept? Keep it first.";
    }

    /** Each task has to be run once, and its result has to be where the task is. */
    static void assertResults(String how, TrialCalls.Call<Object> call) throws Exception {
        assertResults(how, Inputs.tasks(), call);
        TrialUntouched.assertOf(tasks -> (List<?>) call.with(tasks));
        var runs = new AtomicInteger();
        var results = (List<?>) call.with(nCopies(3, runs::incrementAndGet));
        assertThat(new HashSet<Object>(results))
                .withFailMessage("A task that counts its runs, three times in the list, %s, returned: %s", how, results).isEqualTo(Set.of(1, 2, 3));
    }

    static void assertResults(String how, List<Inputs.Tasks> inputs, TrialCalls.Call<Object> call) throws Exception {
        for (var input : inputs) {
            var results = resultsOf(input, how, call);
            assertThat(results)
                    .withFailMessage("The results of %s, %s: %s", input.name(), how, inShort(input.results(), results)).isEqualTo(input.results());
            assertThat(input.runs())
                    .withFailMessage("Of %s, %s, %s were run.", input.name(), how, input.runs()).hasValue(input.results().size());
        }
    }

    private static List<?> resultsOf(Inputs.Tasks input, String how, TrialCalls.Call<Object> call) throws Exception {
        try {
            return (List<?>) call.with(input.tasks());
        } catch (StackOverflowError e) {
            throw new AssertionError("Of %s, %s, the stack overflowed. Does each of them, or each batch, come a call deeper than the one before? A loop gets by with one."
                    .formatted(input.name(), how), e);
        }
    }

    /** Of many, the first that isn't as it should be. */
    private static String inShort(List<?> expected, List<?> came) {
        if (came == null || came.size() <= 12) {
            return String.valueOf(came);
        }
        var same = (int) IntStream.range(0, Math.min(expected.size(), came.size())).takeWhile(i -> Objects.equals(expected.get(i), came.get(i))).count();
        return same == Math.min(expected.size(), came.size()) ? "%d instead of %d".formatted(came.size(), expected.size())
                : "%d, of which number %d is %s, and should be %s.%s".formatted(came.size(), same + 1, came.get(same), expected.get(same), why(expected, came));
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

    /** A race has to have this result. */
    static void assertWinner(String what, Object expected, Object came) {
        assertThat(came).withFailMessage("%s: %s. It should be: %s.%s", what, came, expected, toKeep(came)).isEqualTo(expected);
    }

    /** Why a race may have returned null; or an empty text. */
    static String toKeep(Object winner) {
        return winner != null ? "" : " Is the race ended before its winner is kept? Keep it, and then shut down.";
    }

    /** Makes a race that has a winner, whatever becomes of the others. */
    static <T> T won(String who, Callable<T> race) throws Exception {
        try {
            return race.call();
        } catch (ExecutionException | RuntimeException e) {
            throw new AssertionError("%s, and firstSuccessful threw %s.%s".formatted(who, e,
                    e.getCause() == null ? toKeep(null) : " What one task throws ends no race, as long as another one may win it."), e);
        }
    }

    /** What a call reports has to be what a task has thrown, and not another exception like it. */
    static void assertCause(String what, Throwable thrown, Throwable cause) {
        assertThat(cause).withFailMessage("%s threw %s, and the call reports: %s", what, thrown, cause).isSameAs(thrown);
    }
}
