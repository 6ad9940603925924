package structured.coach.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import structured.coach.Tutorial.Exercise;

/** An exercise's staged hints, and how many of them this clone's learner has been given. */
final class Hints {

    /**
     * A hint to show.
     *
     * @param step the step that it is for
     * @param number which of the step's hints it is, from 1 on
     * @param of how many there are
     * @param isNew whether it has not been given before
     */
    record Hint(int step, int number, int of, boolean isNew, String text) {}

    private static final Pattern STEP = Pattern.compile("(?ms)^## Step (\\d+)\\b[^\n]*$(.*?)(?=^## |\\z)");
    private static final Pattern HINT = Pattern.compile("(?ms)^### Hint \\d+\\b[^\n]*$(.*?)(?=^### |\\z)");

    private final Exercise exercise;
    private final Path given;
    private final TreeMap<Integer, List<String>> byStep = new TreeMap<>();

    /** The hints of an exercise; what has been given is kept in the file {@code given}. */
    Hints(Exercise exercise, Path given) throws IOException {
        this.exercise = exercise;
        this.given = given;
        var text = Files.readString(exercise.folder().resolve("hints.md")).replace("\r\n", "\n");
        STEP.matcher(text).results().forEach(step -> byStep.put(Integer.valueOf(step.group(1)),
                HINT.matcher(step.group(2)).results().map(hint -> hint.group(1).strip()).toList()));
    }

    /** The steps that there are hints for. */
    List<Integer> steps() {
        return List.copyOf(byStep.keySet());
    }

    /** One hint more for the step than the last time; when all have been given, the last one again. */
    Hint next(int step) throws IOException {
        var hints = byStep.get(step);
        var known = load();
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
    int given() {
        var known = load();
        return byStep.keySet().stream().mapToInt(step -> number(known.getProperty(exercise.name() + ".step-" + step, "0"))).sum();
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            // As below.
            return 0;
        }
    }

    private Properties load() {
        var known = new Properties();
        try (var in = Files.newBufferedReader(given)) {
            known.load(in);
        } catch (IOException | IllegalArgumentException e) {
            // None given so far, or a file that somebody spoilt: then they begin anew, which is no loss.
        }
        return known;
    }

    /** If it can't be kept, the same hint comes again the next time; that is no reason not to give it. */
    private void store(Properties known) {
        try {
            Files.createDirectories(given.getParent());
            try (var out = Files.newBufferedWriter(given)) {
                known.store(out, null);
            }
        } catch (IOException e) {
            System.err.println("(It could not be noted which hints were given: " + e + ")");
        }
    }
}
