package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import structured.coach.machine.Folders;

/**
 * Which tests each pitfall of an exercise is red at, as far as anybody knows: of one that hangs, none that would have come after it is
 * known to be green. It stands in a file beside them, since finding it out takes minutes.
 */
public final class RedAt {

    private static final String COMMENT = """
            # Which tests each pitfall is red at; one that hangs is never told from red after that. The tests first, by number; then each pitfall, with
            # the checksum of its code. So ./workshop spot offers no sentence that would be true as well. Made by ./workshop verify --rewrite --module %s
            """;
    private static final Pattern TEST = Pattern.compile("(\\d+): (.+)");
    private static final Pattern ROW = Pattern.compile("(\\S+) ([0-9a-f]{8}):((?: \\d+)*)");

    private record Row(String checksum, Set<String> tests) {}

    private final Map<String, Row> rows = new TreeMap<>();

    /** Where they are of an exercise. */
    public static Path file(Exercise exercise) {
        return exercise.root().resolve("solutions").resolve(exercise.name()).resolve("pitfalls/red-at.txt");
    }

    /** Those of an exercise; nothing is known of any where there is no such file. */
    public static RedAt of(Exercise exercise) throws IOException {
        var all = new RedAt();
        var tests = new TreeMap<Integer, String>();
        var file = file(exercise);
        for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            var test = TEST.matcher(line);
            var row = ROW.matcher(line);
            if (test.matches()) {
                tests.put(Integer.valueOf(test.group(1)), test.group(2));
            } else if (row.matches()) {
                var numbers = row.group(3).isBlank() ? List.<String>of() : List.of(row.group(3).strip().split(" "));
                all.rows.put(row.group(1), new Row(row.group(2), numbers.stream().map(number -> String.valueOf(tests.get(Integer.valueOf(number)))).collect(Collectors.toCollection(LinkedHashSet::new))));
            } else if (!line.startsWith("#")) {
                throw new IOException("%s has a line that is neither a test nor a pitfall: %s".formatted(exercise.root().relativize(file), line));
            }
        }
        return all;
    }

    /** The tests that this pitfall isn't green at; nothing if that is not known of its code as it is now. */
    public Optional<Set<String>> of(Pitfall pitfall) throws IOException {
        var row = rows.get(pitfall.name());
        return row != null && row.checksum().equals(checksum(pitfall)) ? Optional.of(Collections.unmodifiableSet(row.tests())) : Optional.empty();
    }

    /** Of which pitfalls something is known. */
    public Set<String> names() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /** Notes that this pitfall isn't green at these. */
    public synchronized void put(Pitfall pitfall, Set<String> tests) throws IOException {
        rows.put(pitfall.name(), new Row(checksum(pitfall), new LinkedHashSet<>(tests)));
    }

    /** Forgets what isn't one of these pitfalls. */
    public synchronized void keepOnly(Set<String> names) {
        rows.keySet().retainAll(names);
    }

    /** Writes them down. */
    public synchronized void write(Exercise exercise) throws IOException {
        var tests = new ArrayList<>(rows.values().stream().flatMap(row -> row.tests().stream()).collect(Collectors.toCollection(TreeSet::new)));
        var text = new StringBuilder(COMMENT.formatted(exercise.number()));
        for (int i = 0; i < tests.size(); i++) {
            text.append("%d: %s%n".formatted(i + 1, tests.get(i)));
        }
        rows.forEach((name, row) -> text.append("%s %s:%s\n".formatted(name, row.checksum(),
                row.tests().stream().map(test -> tests.indexOf(test) + 1).sorted().map(number -> " " + number).collect(Collectors.joining()))));
        Folders.replace(file(exercise), text.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Of its code, without its first lines, which may be reworded. */
    private static String checksum(Pitfall pitfall) throws IOException {
        var sum = new CRC32();
        for (var file : pitfall.sources()) {
            Files.readString(file).lines().dropWhile(line -> line.startsWith("//")).forEach(line -> sum.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return "%08x".formatted(sum.getValue());
    }
}
