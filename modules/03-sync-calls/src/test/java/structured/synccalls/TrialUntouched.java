package structured.synccalls;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.Callable;

/** Results that a call hands on as they are. Modules whose calls return, or hand over, results of any type have a copy. */
final class TrialUntouched {

    private TrialUntouched() {}

    /** A result whose text, or whose hash code, nobody has a reason to ask for. */
    private static final class Untouchable {
        @Override
        public String toString() {
            throw new IllegalStateException("somebody asked a result for its text");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("somebody asked a result for its hash code");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("somebody asked a result whether it equals another one");
        }
    }

    /** A call that runs such tasks, and what it returns. */
    interface Returning {
        List<?> of(List<Callable<Object>> tasks) throws Exception;
    }

    /** Makes a call whose results are handed on as they are, without a look into them. */
    static void assertOf(Returning call) throws Exception {
        var result = new Untouchable();
        List<?> results;
        try {
            results = call.of(nCopies(3, () -> result));
        } catch (Exception e) {
            throw new AssertionError("Tasks returned something whose text, hash code and equality are none of the call's business, and the call threw " + e, e);
        }
        if (results.isEmpty() || results.stream().anyMatch(one -> one != result)) {
            fail("Three tasks returned one and the same thing, and of the %d results some are another one.", results.size());
        }
    }
}
