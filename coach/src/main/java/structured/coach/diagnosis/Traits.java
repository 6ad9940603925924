package structured.coach.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there is to compare of wrong answers, also to different exercises.
 *
 * @param behaviour words on which tests fail, and how
 * @param form words on what is otherwise than in the right answer that is the most alike: what there is more, and less
 */
record Traits(Set<String> behaviour, Set<String> form) {

    /** From there on a word tells something. */
    private static final int SHORTEST = 4;

    /** Those of code that behaves so and has this form, where these answers are right. What isn't the same in each run is left out. */
    static Traits of(Behaviour behaviour, Form form, List<Form> right) {
        var words = new TreeSet<String>();
        behaviour.failed().forEach((test, shape) -> {
            // Without the class: other exercises have tests of the same name.
            var method = test.substring(test.indexOf('.') + 1);
            words.add("test " + method);
            if (!shape.isEmpty()) {
                words.add("shape " + shape);
                words.add("told " + method + " " + shape);
                for (var word : shape.split("-")) {
                    if (word.length() >= SHORTEST) {
                        words.add("word " + word);
                    }
                }
            }
        });
        return new Traits(words, differences(form, right));
    }

    static Set<String> differences(Form form, List<Form> right) {
        var differences = new TreeSet<String>();
        right.stream().min(Comparator.comparingInt(form::distance)).ifPresent(closest -> {
            form.minus(closest).forEach(more -> differences.add("+" + more));
            closest.minus(form).forEach(less -> differences.add("-" + less));
        });
        return differences;
    }

    /** What sort of word it is: those of a sort tell about as much, as long as nothing else is known of them. */
    static String sort(String word) {
        if (word.startsWith("+") || word.startsWith("-")) {
            return word.charAt(0) + (word.indexOf('>') >= 0 ? "order" : word.indexOf('@') >= 0 ? "place" : "");
        }
        return word.substring(0, word.indexOf(' '));
    }
}
