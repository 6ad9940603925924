package structured.differences;

/** What has changed from the API of JDK 26 to that of 27, and nothing else: lines of it that have gone, and that have come. */
final class Api27 {

    static final String CHANGES = """
            - static <T> Joiner<T, List<T>> Joiner.allSuccessfulOrThrow()
            + static <T,R_X extends Throwable> Joiner<T, List<T>, R_X> Joiner.allSuccessfulOrThrow(Function<Throwable, R_X>)
            + static <T> Joiner<T, List<T>, ExecutionException> Joiner.allSuccessfulOrThrow()
            - static <T> Joiner<T, List<Subtask<T>>> Joiner.allUntil(Predicate<Subtask<T>>)
            + static <T> Joiner<T, List<Subtask<T>>, RuntimeException> Joiner.allUntil(Predicate<? super Subtask<T>>)
            - static <T> Joiner<T, T> Joiner.anySuccessfulOrThrow()
            + static <T,R_X extends Throwable> Joiner<T, T, R_X> Joiner.anySuccessfulOrThrow(Function<Throwable, R_X>)
            + static <T> Joiner<T, T, ExecutionException> Joiner.anySuccessfulOrThrow()
            - static <T> Joiner<T, Void> Joiner.awaitAll()
            - static <T> Joiner<T, Void> Joiner.awaitAllSuccessfulOrThrow()
            + static <T,R_X extends Throwable> Joiner<T, Void, R_X> Joiner.awaitAllSuccessfulOrThrow(Function<Throwable, R_X>)
            + static <T> Joiner<T, Void, ExecutionException> Joiner.awaitAllSuccessfulOrThrow()
            + CancelledByTimeoutException()
            + static final class CancelledByTimeoutException
            - static final class FailedException
            - R StructuredTaskScope.join() throws InterruptedException
            + R StructuredTaskScope.join() throws R_X,InterruptedException
            + static interface Joiner<T,R,R_X extends Throwable>
            - static interface Joiner<T,R>
            - default void Joiner.onTimeout()
            - static <T,R> StructuredTaskScope<T, R> StructuredTaskScope.open(Joiner<? super T, ? extends R>)
            - static <T,R> StructuredTaskScope<T, R> StructuredTaskScope.open(Joiner<? super T, ? extends R>,UnaryOperator<Configuration>)
            - static <T> StructuredTaskScope<T, Void> StructuredTaskScope.open()
            + static <T,R,R_X extends Throwable> StructuredTaskScope<T, R, R_X> StructuredTaskScope.open(Joiner<? super T, ? extends R, R_X>)
            + static <T,R,R_X extends Throwable> StructuredTaskScope<T, R, R_X> StructuredTaskScope.open(Joiner<? super T, ? extends R, R_X>,UnaryOperator<Configuration>)
            + static <T> StructuredTaskScope<T, Void, ExecutionException> StructuredTaskScope.open()
            + static <T> StructuredTaskScope<T, Void, ExecutionException> StructuredTaskScope.open(UnaryOperator<Configuration>)
            - R Joiner.result() throws Throwable
            + R Joiner.result() throws R_X
            - sealed interface StructuredTaskScope<T,R>
            + sealed interface StructuredTaskScope<T,R,R_X extends Throwable>
            + R Joiner.timeout() throws R_X
            - static final class TimeoutException
            """;

    private Api27() {}
}
