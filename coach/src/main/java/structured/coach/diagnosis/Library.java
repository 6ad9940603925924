package structured.coach.diagnosis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.Tutorial;

/**
 * All that is recorded of all exercises, made ready to be compared with.
 *
 * @param records by exercise
 * @param known the pitfalls
 * @param right the words on the form of each right answer, compared with the other right ones
 * @param sentences what is wrong with each pitfall, by its exercise and its name
 */
record Library(Map<String, Records> records, List<Known> known, List<Set<String>> right, Map<String, String> sentences) {

    /** That of a tutorial. */
    static Library of(Tutorial tutorial) throws IOException {
        var records = new HashMap<String, Records>();
        var known = new ArrayList<Known>();
        var right = new ArrayList<Set<String>>();
        var sentences = new HashMap<String, String>();
        for (var exercise : tutorial.exercises()) {
            var recorded = Records.of(exercise);
            records.put(exercise.name(), recorded);
            var pitfalls = Pitfall.of(exercise);
            pitfalls.forEach(pitfall -> sentences.put(exercise.name() + " " + pitfall.name(), pitfall.sentence()));
            known.addAll(known(exercise, recorded, pitfalls));
            for (var one : recorded.right()) {
                var others = recorded.right().stream().filter(it -> it != one && it.part().equals(one.part())).map(Records.Right::form).toList();
                right.add(Traits.differences(one.form(), others));
            }
        }
        return new Library(records, known, right, sentences);
    }

    private static List<Known> known(Exercise exercise, Records recorded, List<Pitfall> pitfalls) {
        var kinds = new HashMap<String, String>();
        for (var pitfall : pitfalls) {
            pitfall.kind().ifPresent(kind -> kinds.put(pitfall.name(), kind));
        }
        return recorded.wrong().stream().filter(wrong -> kinds.containsKey(wrong.name()))
                .map(wrong -> new Known(exercise.name(), wrong.part(), wrong.name(), kinds.get(wrong.name()),
                        Traits.of(wrong.behaviour(), wrong.form(), recorded.rightForms(wrong.part())))).toList();
    }
}
