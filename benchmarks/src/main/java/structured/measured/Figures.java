package structured.measured;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import structured.measured.Spread.Calls;

/**
 * What the pages may say: each figure under a key, with its median, its least, its most and its unit. {@code ./workshop verify} compares
 * them with figures in pages that bear the key.
 */
final class Figures {

    private static final String HEAD = """
            # Made by benchmarks/run, of the files beside this one. What a page says of a figure names its key: <!-- measured: KEY -->
            # key = median least most unit
            """;

    private final Map<String, String> figures = new LinkedHashMap<>();

    /** All of a group's. */
    void add(Group group, Results results) {
        for (var contestant : results.contestants()) {
            for (var tasks : results.sizes()) {
                var key = "%s.%s.%d".formatted(group.id(), contestant.replace(' ', '-'), tasks);
                for (var calls : Calls.values()) {
                    add(key + "." + calls.name().toLowerCase(Locale.ROOT), results, contestant, tasks, calls);
                }
            }
        }
        for (var contestant : results.contestants()) {
            for (var tasks : results.sizes()) {
                if (contestant.startsWith("gather-") && results.contestants().contains("asyncio-gather")) {
                    ratio("%s.%s.%d".formatted(group.id(), contestant, tasks), results, contestant, tasks);
                }
            }
        }
    }

    private void add(String key, Results results, String contestant, int tasks, Calls calls) {
        put(key + ".beyond", results, contestant, tasks, calls, Sample::beyondMillis, "ms");
        put(key + ".total", results, contestant, tasks, calls, sample -> sample.beyondMillis() + sample.waitMillis(), "ms");
        put(key + ".processor", results, contestant, tasks, calls, Sample::workedMillis, "ms");
        if (calls == Calls.COLD) {
            put(key + ".peak", results, contestant, tasks, calls, Sample::peakMegabytes, "MB");
        }
    }

    private void put(String key, Results results, String contestant, int tasks, Calls calls, ToDoubleFunction<Sample> what, String unit) {
        Spread.of(results, contestant, tasks, calls, what).ifPresent(spread -> figures.put(key, text(spread, unit)));
    }

    private void ratio(String key, Results results, String contestant, int tasks) {
        for (var calls : Calls.values()) {
            var way = "." + calls.name().toLowerCase(Locale.ROOT);
            Spread.ofRatio(results, contestant, "asyncio-gather", tasks, calls, Sample::beyondMillis)
                    .ifPresent(spread -> figures.put(key + way + ".beyond-of-asyncio", text(spread, "times")));
            Spread.ofRatio(results, contestant, "asyncio-gather", tasks, calls, Sample::workedMillis)
                    .ifPresent(spread -> figures.put(key + way + ".processor-of-asyncio", text(spread, "times")));
            Spread.ofRatio(results, contestant, "asyncio-gather", tasks, calls, sample -> sample.late() ? Double.NaN : sample.peakMegabytes())
                    .ifPresent(spread -> figures.put(key + way + ".peak-of-asyncio", text(spread, "times")));
        }
    }

    private static String text(Spread spread, String unit) {
        return String.format(Locale.ROOT, "%.6f %.6f %.6f %s", spread.median(), spread.least(), spread.most(), unit);
    }

    /** As a file. */
    String text() {
        var text = new StringBuilder(HEAD);
        figures.forEach((key, figure) -> text.append(key).append(" = ").append(figure).append('\n'));
        return text.toString();
    }
}
