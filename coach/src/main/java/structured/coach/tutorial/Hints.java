package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import structured.coach.machine.Notes;
import structured.coach.machine.SourceText;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** An exercise's staged hints, and how many of them this clone's learner has been given. */
public final class Hints {

    private static final Wording SAY = Wording.of(Hints.class);

    /**
     * A hint to show.
     *
     * @param step the step that it is for
     * @param number which of the step's hints it is, from 1 on
     * @param of how many there are
     * @param isNew whether it has not been given before
     */
    public record Hint(int step, int number, int of, boolean isNew, String text) {}

    private static final String STEP = SAY.anyOf("heading.step") + " (\\d{1,4})\\b.*";
    private static final String HINT = SAY.anyOf("heading.hint") + " \\d+\\b.*";

    private final Exercise exercise;
    private final Notes given;
    private final SortedMap<Integer, List<String>> byStep;

    /** The hints of an exercise, in the language of whoever reads them; what has been given is kept in the file {@code given}. */
    public Hints(Exercise exercise, Path given) throws IOException {
        this.exercise = exercise;
        this.given = new Notes(given);
        var file = Language.here().of(exercise.folder().resolve("hints.md"));
        byStep = in(file);
        if (byStep.isEmpty()) {
            throw new IOException(SAY.of("hints.gone", exercise.root().relativize(file)));
        }
    }

    /** All that a file has, in its order, by the step that they are for; of a step without any it has nothing. */
    public static SortedMap<Integer, List<String>> in(Path file) throws IOException {
        var byStep = new TreeMap<Integer, List<String>>();
        var page = new Page(file.toString(), new String(SourceText.bytes(file), StandardCharsets.UTF_8));
        for (var step : page.headings(2, STEP).toList()) {
            var below = new Page(page.file(), page.below(step));
            byStep.put(Integer.valueOf(Page.text(step).replaceAll(STEP, "$1")), below.headings(3, HINT).map(below::below).toList());
        }
        byStep.values().removeIf(List::isEmpty);
        return byStep;
    }

    /** The steps that there are hints for. */
    public List<Integer> steps() {
        return List.copyOf(byStep.keySet());
    }

    /** One hint more for the step than the last time; when all have been given, the last one again. */
    public Hint next(int step) throws IOException {
        var hints = byStep.get(step);
        var known = given.all();
        var key = exercise.name() + ".step-" + step;
        var before = Math.min(number(known.getProperty(key, "0")), hints.size());
        var number = Math.min(before + 1, hints.size());
        if (number > before) {
            known.setProperty(key, String.valueOf(number));
            store(known);
        }
        return new Hint(step, number, hints.size(), number > before, hints.get(number - 1));
    }

    /** How many have been given, of all steps together. */
    public int given() {
        var known = given.all();
        return byStep.keySet().stream().mapToInt(step -> number(known.getProperty(exercise.name() + ".step-" + step, "0"))).sum();
    }

    /** Takes all that were given of this exercise for not given: they begin anew. */
    public void forget() {
        var known = given.all();
        if (known.keySet().removeIf(key -> key.toString().startsWith(exercise.name() + "."))) {
            store(known);
        }
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            // As below.
            return 0;
        }
    }

    /** If it can't be kept, the same hint comes again the next time; that is no reason not to give it. */
    private void store(Properties known) {
        try {
            given.keep(known);
        } catch (IOException e) {
            System.err.println(SAY.of("hints.not-noted", e));
        }
    }
}
