package structured.differences;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** What the tests for all later JDKs use, in the form that it has on this one. */
final class Forms {

    /** What join throws when a subtask has failed. */
    static final Class<? extends Exception> FAILED = ExecutionException.class;

    private Forms() {}

    static <T> Joiner<T, ?, ExecutionException> race() {
        return Joiner.anySuccessfulOrThrow();
    }

    /** A joiner that is content with everything, for tests to override. */
    abstract static class Trial implements Joiner<Object, String, RuntimeException> {
        boolean forked(Subtask<?> subtask) {
            return false;
        }

        boolean ended(Subtask<?> subtask) {
            return false;
        }

        @Override
        public boolean onFork(Subtask<Object> subtask) {
            return forked(subtask);
        }

        @Override
        public boolean onComplete(Subtask<Object> subtask) {
            return ended(subtask);
        }

        @Override
        public String result() {
            return "joined";
        }

        @Override
        public String timeout() {
            return "timed out";
        }
    }
}
