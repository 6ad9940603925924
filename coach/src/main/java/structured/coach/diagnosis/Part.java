package structured.coach.diagnosis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import structured.coach.machine.SourceText;

/**
 * What is written, tested and mistaken by itself: an exercise, or one of its classes, where each has tests of its own.
 *
 * @param name that class, or an empty text for all of the exercise
 */
record Part(String name) {

    static final Part ALL = new Part("");

    /** Those of an exercise with these sources, whose test classes are called so. */
    static List<Part> of(Collection<Path> sources, Collection<String> testClasses) {
        var parts = new ArrayList<Part>();
        for (var source : sources) {
            var part = new Part(SourceText.className(source));
            if (testClasses.contains(part.name + "Test")) {
                parts.add(part);
            }
        }
        return parts.size() > 1 ? parts : List.of(ALL);
    }

    /** The one of these that a source is of, if there is one. */
    static Optional<Part> of(Path source, List<Part> parts) {
        return parts.stream().filter(part -> part.has(source)).findFirst();
    }

    /** The one of these that a test is about. */
    static Optional<Part> about(String test, List<Part> parts) {
        // OutcomesTest is about Outcomes, and not about Outcome.
        return parts.stream().filter(part -> part.isTestedBy(test)).max(Comparator.comparing(part -> part.name.length()));
    }

    boolean has(Path source) {
        return name.isEmpty() || source.getFileName().toString().equals(name + ".java");
    }

    boolean isTestedBy(String test) {
        return test.startsWith(name) || test.equals(Behaviour.NO_TEST);
    }
}
