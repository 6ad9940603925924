package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import structured.coach.machine.Folders;

/**
 * A wrong answer, as the first lines of its source tell of it.
 *
 * @param exercise to what it is an answer
 * @param folder where it is
 * @param sentence what is wrong
 * @param why why people write it
 * @param kinds what kind of mistake it is: one, or else something is wrong with its first lines
 * @param tests the sentence of each test that catches it
 */
public record Pitfall(Exercise exercise, Path folder, String sentence, String why, List<String> kinds, List<String> tests) {

    private static final String WHY = "// Why: ";
    private static final String KIND = "// Kind: ";
    private static final String CAUGHT_BY = "// Caught by: ";
    private static final String CAUGHT_BY_SCHEDULE = "// Caught by schedule: ";
    private static final List<String> BEGINNINGS = List.of(Remarks.PITFALL, WHY, KIND, CAUGHT_BY, CAUGHT_BY_SCHEDULE);

    /** A part of the first lines: where it begins, and what it says. */
    private record Part(String beginning, String text) {}

    public Pitfall {
        kinds = List.copyOf(kinds);
        tests = List.copyOf(tests);
    }

    /** All wrong answers to an exercise, by their names. */
    public static List<Pitfall> of(Exercise exercise) throws IOException {
        var pitfalls = new ArrayList<Pitfall>();
        for (var folder : exercise.pitfalls()) {
            pitfalls.add(in(exercise, folder));
        }
        return pitfalls;
    }

    /** The one in this folder. */
    public static Pitfall in(Exercise exercise, Path folder) throws IOException {
        var parts = new ArrayList<Part>();
        for (var file : Folders.javaFiles(folder)) {
            parts.addAll(parts(Files.readString(file, StandardCharsets.UTF_8).lines().takeWhile(line -> line.startsWith("//")).toList()));
        }
        return new Pitfall(exercise, folder, first(parts, Remarks.PITFALL), first(parts, WHY), all(parts, KIND), all(parts, CAUGHT_BY, CAUGHT_BY_SCHEDULE));
    }

    /** A line that begins with nothing of ours goes on with what the one above it says. */
    private static List<Part> parts(List<String> lines) {
        var parts = new ArrayList<Part>();
        for (var line : lines) {
            var beginning = BEGINNINGS.stream().filter(line::startsWith).findFirst();
            if (beginning.isPresent()) {
                parts.add(new Part(beginning.get(), line.substring(beginning.get().length()).strip()));
            } else if (!parts.isEmpty()) {
                var last = parts.removeLast();
                parts.add(new Part(last.beginning(), last.text() + " " + line.substring(2).strip()));
            }
        }
        return parts;
    }

    private static List<String> all(List<Part> parts, String... beginnings) {
        return parts.stream().filter(part -> List.of(beginnings).contains(part.beginning())).map(Part::text).toList();
    }

    private static String first(List<Part> parts, String beginning) {
        return all(parts, beginning).stream().findFirst().orElse("");
    }

    /** How its folder is called. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** What kind of mistake it is, if it says so. */
    public Optional<String> kind() {
        return kinds.stream().findFirst();
    }

    /** Its sources. */
    public List<Path> sources() throws IOException {
        return Folders.javaFiles(folder);
    }
}
