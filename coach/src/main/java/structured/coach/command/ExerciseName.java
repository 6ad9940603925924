package structured.coach.command;

import com.github.difflib.DiffUtils;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import structured.coach.terminal.Harmless;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** Takes an exercise by any of its names: {@code 4}, {@code 04}, {@code gather} or {@code 04-gather}. */
public final class ExerciseName implements ITypeConverter<Exercise> {

    private static final Wording SAY = Wording.of(ExerciseName.class);

    /** A longer name is no exercise's with a few letters wrong. */
    private static final int LONGEST = 40;

    /** What a shell completes. */
    public static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            try {
                return Tutorial.here().exercises().stream().map(Exercise::name).iterator();
            } catch (IOException e) {
                // Nothing to complete then; the command itself will say what is wrong.
                return List.<String>of().iterator();
            }
        }
    }

    @Override
    public Exercise convert(String called) throws IOException {
        var all = Tutorial.here().exercises();
        // Completed by a shell, it may be a path: modules/04-gather/
        var name = called.replaceFirst("/$", "").replaceFirst("^.*/", "").toLowerCase(Locale.ROOT);
        return all.stream().filter(exercise -> exercise.isCalled(name)).findFirst().orElseThrow(() -> unknown(name, all));
    }

    private static TypeConversionException unknown(String name, List<Exercise> all) {
        var nearest = name.length() > LONGEST ? "" : all.stream().min(Comparator.comparingInt(exercise -> distance(name, exercise)))
                .filter(exercise -> distance(name, exercise) <= 3)
                .map(exercise -> SAY.of("exercise.nearest", exercise.name())).orElse("");
        return new TypeConversionException(SAY.of("exercise.unknown", Harmless.cut(name, LONGEST), nearest,
                all.stream().map(Exercise::name).collect(Collectors.joining(", "))));
    }

    /** How many characters are to be changed, at most, to make it a name of the exercise. */
    private static int distance(String name, Exercise exercise) {
        return Stream.of(exercise.name(), exercise.name().replaceFirst("^\\d+-", "")).mapToInt(right ->
                DiffUtils.diff(List.of(name.split("")), List.of(right.split(""))).getDeltas().stream()
                        .mapToInt(delta -> Math.max(delta.getSource().size(), delta.getTarget().size())).sum()).min().orElseThrow();
    }
}
