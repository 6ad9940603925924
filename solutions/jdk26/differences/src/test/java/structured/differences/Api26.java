package structured.differences;

/** What has changed from the API of JDK 25 to that of 26, and nothing else: lines of it that have gone, and that have come. */
final class Api26 {

    static final String CHANGES = """
            - static <T> Joiner<T, Stream<Subtask<T>>> Joiner.allSuccessfulOrThrow()
            + static <T> Joiner<T, List<T>> Joiner.allSuccessfulOrThrow()
            - static <T> Joiner<T, Stream<Subtask<T>>> Joiner.allUntil(Predicate<Subtask<? extends T>>)
            + static <T> Joiner<T, List<Subtask<T>>> Joiner.allUntil(Predicate<Subtask<T>>)
            - static <T> Joiner<T, T> Joiner.anySuccessfulResultOrThrow()
            + static <T> Joiner<T, T> Joiner.anySuccessfulOrThrow()
            - default boolean Joiner.onComplete(Subtask<? extends T>)
            + default boolean Joiner.onComplete(Subtask<T>)
            - default boolean Joiner.onFork(Subtask<? extends T>)
            + default boolean Joiner.onFork(Subtask<T>)
            + default void Joiner.onTimeout()
            - static <T,R> StructuredTaskScope<T, R> StructuredTaskScope.open(Joiner<? super T, ? extends R>,Function<Configuration, Configuration>)
            + static <T,R> StructuredTaskScope<T, R> StructuredTaskScope.open(Joiner<? super T, ? extends R>,UnaryOperator<Configuration>)
            """;

    private Api26() {}
}
