package structured.coach.tutorial;

import java.io.IOException;
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
 * @param bySchedule those of them that make the order of steps, and so catch it every time
 */
public record Pitfall(Exercise exercise, Path folder, String sentence, String why, List<String> kinds, List<String> tests, List<String> bySchedule) {

    public Pitfall {
        kinds = List.copyOf(kinds);
        tests = List.copyOf(tests);
        bySchedule = List.copyOf(bySchedule);
    }

    /** All wrong answers to an exercise, by their names. */
    public static List<Pitfall> of(Exercise exercise) throws IOException {
        var pitfalls = new ArrayList<Pitfall>();
        var phrases = Phrases.of(exercise.answers());
        for (var folder : exercise.pitfalls()) {
            pitfalls.add(in(exercise, folder, phrases));
        }
        return pitfalls;
    }

    /** The one in this folder. */
    public static Pitfall in(Exercise exercise, Path folder) throws IOException {
        return in(exercise, folder, Phrases.of(exercise.answers()));
    }

    private static Pitfall in(Exercise exercise, Path folder, Phrases phrases) throws IOException {
        var head = Head.in(folder);
        return new Pitfall(exercise, folder, phrases.of(head.first(Head.PITFALL)), phrases.of(head.first(Head.WHY)), head.all(Head.KIND),
                head.all(Head.CAUGHT_BY, Head.CAUGHT_BY_SCHEDULE), head.all(Head.CAUGHT_BY_SCHEDULE));
    }

    /** How an alternative, a right answer in this folder, says that it works. */
    public static String alternative(Path folder) throws IOException {
        return Phrases.of(folder.getParent().getParent()).of(Head.in(folder).first(Head.ALTERNATIVE));
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
