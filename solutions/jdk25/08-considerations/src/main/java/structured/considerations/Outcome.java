package structured.considerations;

/** How a task ended: with a value, or with an exception. Given: nothing to write here. */
public sealed interface Outcome<T> {

    /** The task returned {@code value}, which may be null. */
    record Success<T>(T value) implements Outcome<T> {}

    /** The task threw {@code exception}. */
    record Failure<T>(Throwable exception) implements Outcome<T> {}
}
