package structured.measured;

import java.util.List;
import java.util.Map;

/** What contestants are called in tables and plots. */
final class Names {

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            name("invoke-all", "virtual threads, `invokeAll`", "invokeAll", "invokeAll"),
            name("futures", "`CompletableFuture`, pool of 200", "futures, 200", "futures, 200"),
            name("pool", "a fixed pool of 200", "pool of 200", "pool de 200"),
            name("threads", "platform threads", "platform threads", "de plataforma"),
            name("asyncio-gather", "asyncio, `gather`", "asyncio gather", "asyncio gather"),
            name("asyncio-task-group", "asyncio, `TaskGroup`", "asyncio group", "asyncio group"),
            name("trio", "trio, a nursery", "trio", "trio"),
            name("kotlin", "Kotlin, `async` and `awaitAll`", "Kotlin", "Kotlin"),
            name("sequence", "one after another (03)", "03: in turn", "03: em fila"),
            name("invokeAll", "no scope: `newVirtualThreadPerTaskExecutor`, `invokeAll`", "no scope", "sem escopo"),
            name("plainScope", "a plain scope (08, `Outcomes`)", "plain scope", "escopo simples"),
            name("shutdownOnFailure", "`ShutdownOnFailure` (04)", "ShutdownOnFailure", "ShutdownOnFailure"),
            name("handleComplete", "a subclass with `handleComplete` (06)", "handleComplete", "handleComplete"),
            name("scopedValue", "a `ScopedValue` bound in each task (07)", "ScopedValue", "ScopedValue"),
            name("semaphoreOfTen", "a semaphore of ten (08, `Limit`)", "semaphore of ten", "semáforo de dez"),
            name("deadline", "a deadline (08, `Deadline`)", "deadline", "prazo"));

    private Names() {}

    private static Map.Entry<String, List<String>> name(String name, String... texts) {
        return Map.entry(name, List.of(texts));
    }

    /** In a table, in Markdown. */
    static String inTable(String contestant) {
        if (contestant.startsWith("gather-")) {
            var parts = contestant.substring(7).split(" ", 2);
            return "`gather`, JDK " + parts[0] + (parts.length < 2 ? "" : ", `-XX:+" + parts[1].replace(" ", "` `-XX:+") + "`");
        }
        return KNOWN.containsKey(contestant) ? KNOWN.get(contestant).getFirst() : contestant;
    }

    /** In a plot, where there is little room. */
    static String inPlot(String contestant, boolean portuguese) {
        return contestant.startsWith("gather-") ? "gather, JDK " + contestant.substring(7) : KNOWN.containsKey(contestant) ? KNOWN.get(contestant).get(portuguese ? 2 : 1) : contestant;
    }
}
