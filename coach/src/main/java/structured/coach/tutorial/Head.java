package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import structured.coach.machine.Folders;

/** What the first lines of an answer's sources say of it, in parts that each have a beginning of their own. A part may go on for several lines. */
final class Head {

    static final String PITFALL = "// Pitfall: ";
    static final String ALTERNATIVE = "// Alternative: ";
    static final String WHY = "// Why: ";
    static final String KIND = "// Kind: ";
    static final String CAUGHT_BY = "// Caught by: ";
    static final String CAUGHT_BY_SCHEDULE = "// Caught by schedule: ";
    private static final List<String> BEGINNINGS = List.of(PITFALL, ALTERNATIVE, WHY, KIND, CAUGHT_BY, CAUGHT_BY_SCHEDULE);

    private record Part(String beginning, String text) {}

    private final List<Part> parts = new ArrayList<>();

    private Head() {}

    /** That of the sources in a folder. */
    static Head in(Path folder) throws IOException {
        var head = new Head();
        for (var file : Folders.javaFiles(folder)) {
            Files.readString(file, StandardCharsets.UTF_8).lines().takeWhile(line -> line.startsWith("//")).forEach(head::add);
        }
        return head;
    }

    /** A line that begins with nothing of ours goes on with what the one above it says. */
    private void add(String line) {
        var beginning = BEGINNINGS.stream().filter(line::startsWith).findFirst();
        if (beginning.isPresent()) {
            parts.add(new Part(beginning.get(), line.substring(beginning.get().length()).strip()));
        } else if (!parts.isEmpty()) {
            var last = parts.removeLast();
            parts.add(new Part(last.beginning(), last.text() + " " + line.substring(2).strip()));
        }
    }

    /** What parts with these beginnings say. */
    List<String> all(String... beginnings) {
        return parts.stream().filter(part -> List.of(beginnings).contains(part.beginning())).map(Part::text).toList();
    }

    /** What the first such part says, or an empty text. */
    String first(String beginning) {
        return all(beginning).stream().findFirst().orElse("");
    }
}
