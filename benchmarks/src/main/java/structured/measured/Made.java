package structured.measured;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What was made, and of what: a sum over each file of results, each plot, and each made section of the page. {@code ./workshop verify} sums
 * them up again, and so finds results that were not drawn yet, and figures that were changed by hand.
 */
final class Made {

    private static final Pattern SECTION = Pattern.compile("(?s)<!-- begin measured: (\\w+) -->\n(.*?)<!-- end measured: \\1 -->");
    private static final String HEAD = "# Made by benchmarks/run: sums over what was measured, and over what was made of it.\n";

    private Made() {}

    /** The file: results in {@code target}, and what was written, with a page by its made sections. */
    static String text(Path target, Map<String, String> written) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var files = Files.list(target.resolve("benchmarks/results"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".csv")).toList()) {
                sums.put("benchmarks/results/" + file.getFileName(), sum(Files.readString(file)));
            }
        }
        written.forEach((file, text) -> {
            if (file.endsWith(".md")) {
                SECTION.matcher(text).results().forEach(section -> sums.put(file + "#" + section.group(1), sum(section.group(2))));
            } else {
                sums.put(file, sum(text));
            }
        });
        return HEAD + sums.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey() + "\n").collect(Collectors.joining());
    }

    /** The same wherever lines end in another way. */
    private static String sum(String text) {
        var sum = new CRC32();
        sum.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
