package structured.differences;

import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** What the tests for all later JDKs use, in the form that it has on this one. */
final class Forms {

    /** What join throws when a subtask has failed. */
    static final Class<? extends Exception> FAILED = FailedException.class;

    private Forms() {}

    static <T> Joiner<T, ?> race() {
        return Joiner.anySuccessfulResultOrThrow();
    }

    /** A joiner that is content with everything, for tests to override. */
    abstract static class Trial implements Joiner<Object, String> {
        boolean forked(Subtask<?> subtask) {
            return false;
        }

        boolean ended(Subtask<?> subtask) {
            return false;
        }

        @Override
        public boolean onFork(Subtask<?> subtask) {
            return forked(subtask);
        }

        @Override
        public boolean onComplete(Subtask<?> subtask) {
            return ended(subtask);
        }

        @Override
        public String result() {
            return "joined";
        }
    }
}
