package structured.coach.diagnosis;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import structured.coach.machine.Javac;

/**
 * What code does, as far as its text tells: what it calls, where, and in which order. Neither names nor the way it is written matter.
 *
 * @param features each a word
 */
record Form(SortedSet<String> features) {

    /** That of some sources together. What can't be parsed has none. */
    static Form of(Collection<String> texts) {
        var features = new TreeSet<String>();
        try {
            for (var unit : Javac.parser(texts).parse()) {
                if (!unit.getTypeDecls().isEmpty()) {
                    features.addAll(FormReader.features(unit));
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            // Something nested very deep, say. It compiled all the same, but is like nothing that is known.
            features.clear();
        }
        return new Form(features);
    }

    boolean has(String feature) {
        return features.contains(feature);
    }

    boolean hasOneOf(Set<String> some) {
        return some.stream().anyMatch(features::contains);
    }

    /** What is in this one or in the other, and not in both: how many. */
    int distance(Form other) {
        return minus(other).size() + other.minus(this).size();
    }

    /** What is in this one, and not in the other. */
    SortedSet<String> minus(Form other) {
        var rest = new TreeSet<>(features);
        rest.removeAll(other.features);
        return rest;
    }
}
