package structured.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one group: a text file that begins with lines of {@code # name: value} on the machine and the time, and goes on
 * with a line for each call.
 *
 * @param facts on the machine and the time
 * @param samples all calls, in their order
 */
record Results(Map<String, String> facts, List<Sample> samples) {

    /** Begins a file, over what was there. */
    static void begin(Path file, Map<String, String> facts) throws IOException {
        var lines = new ArrayList<String>();
        facts.forEach((name, value) -> lines.add("# " + name + ": " + value));
        lines.add(Sample.COLUMNS);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** Adds a line at once: what was measured isn't lost if the measurement is ended in the middle. */
    static void add(Path file, Sample sample) throws IOException {
        Files.write(file, List.of(sample.line()), StandardOpenOption.APPEND);
    }

    /** What a file says; nothing if there is no such file. */
    static Results read(Path file) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        var samples = new ArrayList<Sample>();
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("# ")) {
                var parts = line.substring(2).split(": ", 2);
                facts.put(parts[0], parts.length < 2 ? "" : parts[1]);
            } else if (!line.isBlank() && !line.equals(Sample.COLUMNS)) {
                samples.add(sample(file, i + 1, line));
            }
        }
        return new Results(facts, List.copyOf(samples));
    }

    private static Sample sample(Path file, int number, String line) {
        try {
            return Sample.of(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s:%d can't be read: %s%nMend the line, or delete it. Nothing was written.".formatted(file, number, e.getMessage()), e);
        }
    }

    /** These, and others of the same kind. */
    Results and(Results others) {
        var all = new ArrayList<>(samples);
        all.addAll(others.samples);
        return new Results(facts.isEmpty() ? others.facts : facts, List.copyOf(all));
    }

    /** The contestants, in the order in which they came. */
    List<String> contestants() {
        return samples.stream().map(Sample::contestant).distinct().toList();
    }

    /** The numbers of tasks, from few to many. */
    List<Integer> sizes() {
        return samples.stream().map(Sample::tasks).distinct().sorted().toList();
    }

    /** How many runs there were, of whatever had the fewest, or of whatever had the most. */
    int runs(boolean fewest) {
        var perCell = new LinkedHashMap<String, Long>();
        samples.stream().map(sample -> sample.contestant() + " " + sample.tasks()).distinct().forEach(cell -> perCell.put(cell,
                samples.stream().filter(sample -> (sample.contestant() + " " + sample.tasks()).equals(cell)).map(Sample::run).distinct().count()));
        var counts = perCell.values().stream().mapToInt(Long::intValue);
        return (fewest ? counts.min() : counts.max()).orElse(0);
    }
}
