package structured.differences;

/** All that is public in structured concurrency on JDK 25: a line for each type, and for each of its methods and constructors. */
final class Api25 {

    static final String LINES = """
            <R,X extends Throwable> R Carrier.call(CallableOp<? extends R, X>) throws X
            <T> Carrier Carrier.where(ScopedValue<T>,T)
            <T> T Carrier.get(ScopedValue<T>)
            <U extends T> Subtask<U> StructuredTaskScope.fork(Callable<? extends U>)
            <U extends T> Subtask<U> StructuredTaskScope.fork(Runnable)
            <X extends Throwable> T ScopedValue.orElseThrow(Supplier<? extends X>) throws X
            Configuration Configuration.withName(String)
            Configuration Configuration.withThreadFactory(ThreadFactory)
            Configuration Configuration.withTimeout(Duration)
            R Joiner.result() throws Throwable
            R StructuredTaskScope.join() throws InterruptedException
            Subtask$State Subtask.state()
            T CallableOp.call() throws X
            T ScopedValue.get()
            T ScopedValue.orElse(T)
            T Subtask.get()
            Throwable Subtask.exception()
            boolean ScopedValue.isBound()
            boolean StructuredTaskScope.isCancelled()
            default boolean Joiner.onComplete(Subtask<? extends T>)
            default boolean Joiner.onFork(Subtask<? extends T>)
            final class ScopedValue<T>
            int ScopedValue.hashCode()
            sealed interface StructuredTaskScope<T,R>
            static <T,R> StructuredTaskScope<T, R> StructuredTaskScope.open(Joiner<? super T, ? extends R>)
            static <T,R> StructuredTaskScope<T, R> StructuredTaskScope.open(Joiner<? super T, ? extends R>,Function<Configuration, Configuration>)
            static <T> Carrier ScopedValue.where(ScopedValue<T>,T)
            static <T> Joiner<T, Stream<Subtask<T>>> Joiner.allSuccessfulOrThrow()
            static <T> Joiner<T, Stream<Subtask<T>>> Joiner.allUntil(Predicate<Subtask<? extends T>>)
            static <T> Joiner<T, T> Joiner.anySuccessfulResultOrThrow()
            static <T> Joiner<T, Void> Joiner.awaitAll()
            static <T> Joiner<T, Void> Joiner.awaitAllSuccessfulOrThrow()
            static <T> ScopedValue<T> ScopedValue.newInstance()
            static <T> StructuredTaskScope<T, Void> StructuredTaskScope.open()
            static Subtask$State Subtask$State.valueOf(String)
            static Subtask$State[] Subtask$State.values()
            static final class Carrier
            static final class FailedException
            static final class TimeoutException
            static final enum Subtask$State
            static interface CallableOp<T,X extends Throwable>
            static interface Joiner<T,R>
            static sealed interface Configuration
            static sealed interface Subtask<T>
            void Carrier.run(Runnable)
            void StructuredTaskScope.close()
            """;

    private Api25() {}
}
