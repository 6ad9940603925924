package structured.coach.diagnosis;

import java.util.Collection;
import java.util.HashSet;

/**
 * A wrong answer whose behaviour and form are known.
 *
 * @param exercise the name of the exercise that it is an answer to
 * @param part which part of that
 * @param name the pitfall's
 * @param kind what kind of mistake it is
 * @param traits what there is to compare
 * @param words the same, all together
 */
record Known(String exercise, Part part, String name, String kind, Traits traits, Collection<String> words) {

    Known(String exercise, Part part, String name, String kind, Traits traits) {
        this(exercise, part, name, kind, traits, new HashSet<>(traits.behaviour()));
        words.addAll(traits.form());
    }

    boolean isOf(String otherExercise, Part otherPart) {
        return exercise.equals(otherExercise) && part.equals(otherPart);
    }
}
