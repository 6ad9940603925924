package structured.coach.diagnosis;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.WrittenTest;

/**
 * Which tests each pitfall of an exercise is red at, as far as anybody knows: also those that fail in some runs only, and of one that hangs those
 * that would have come after that.
 */
public final class RedAt {

    private final Records records;

    /** The sentence of each test, by what verdicts call it. */
    private final Map<String, String> sentences;

    private RedAt(Records records, Map<String, String> sentences) {
        this.records = records;
        this.sentences = sentences;
    }

    /** What is recorded of an exercise's pitfalls; nothing is known of any where nothing is recorded. */
    public static RedAt of(Exercise exercise) throws IOException {
        return new RedAt(Records.of(exercise), WrittenTest.of(exercise).stream().collect(Collectors.toMap(WrittenTest::id, WrittenTest::name, (one, other) -> one)));
    }

    /** The sentences of the tests that this pitfall isn't green at; nothing if that is not known of its code as it is now. */
    public Optional<Set<String>> of(Pitfall pitfall) throws IOException {
        var recorded = records.wrong(pitfall.name());
        if (recorded.isEmpty() || recorded.get().behaviour().isNone() || !recorded.get().stamp().equals(Recording.stamp(pitfall.sources()))) {
            return Optional.empty();
        }
        var behaviour = recorded.get().behaviour();
        var red = Stream.of(behaviour.failed().keySet(), behaviour.varying(), behaviour.unknown()).flatMap(Set::stream)
                .filter(sentences::containsKey).map(sentences::get).collect(Collectors.toCollection(HashSet::new));
        red.addAll(pitfall.tests());
        return Optional.of(red);
    }
}
