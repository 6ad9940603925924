package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;
import static structured.coach.verify.Check.Finding.fallsShort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Layers;
import structured.coach.tutorial.Shipped;
import structured.coach.verify.Check.Kind;

/** Files that stand in several places, so that each module can be read alone, have to stay the same there. */
final class Twins {

    private Twins() {}

    /** What is given to learners has to be in the solution too, to the letter. */
    static Check given(Exercise exercise, List<Path> shipped) {
        return new Check(exercise.name(), Kind.SHIPPED, "what is given", judge -> {
            for (var file : shipped) {
                var given = Files.readString(file);
                for (var solution : exercise.solution()) {
                    if (!given.contains(Shipped.MARK) && solution.getFileName().equals(file.getFileName())
                            && !Files.readString(solution).equals(given)) {
                        return fallsShort("differs: %s is another one in the solution", file.getFileName());
                    }
                }
            }
            return TRUE;
        });
    }

    /**
     * Only how scopes are opened and joined differs on later JDKs: contracts, each main, and all where no scope is, have to be as on 21.
     * What doesn't differ at all from its form for an earlier JDK would be a copy for nothing.
     */
    static Check forLaterJdks(Exercise exercise) {
        return new Check(exercise.name(), Kind.SOLUTION, "its form for later JDKs", judge -> {
            for (int jdk : Layers.of(exercise.root())) {
                for (var later : Layers.solution(exercise, jdk)) {
                    var solution = like(later, exercise.solution());
                    if (solution.isEmpty() || !withoutScopes(Files.readString(later)).equals(withoutScopes(Files.readString(solution.get())))) {
                        return fallsShort("is another program: %s for JDK %d differs in more than its scope", later.getFileName(), jdk);
                    }
                }
                var before = sources(exercise, jdk - 1);
                for (var later : sources(exercise, jdk)) {
                    var earlier = like(later, before);
                    if (earlier.isPresent() && !earlier.get().equals(later) && Files.mismatch(earlier.get(), later) < 0) {
                        return fallsShort("is there twice: %s for JDK %d is the same as before", later.getFileName(), jdk);
                    }
                }
            }
            return TRUE;
        });
    }

    private static List<Path> sources(Exercise exercise, int jdk) throws IOException {
        return Stream.concat(Layers.solution(exercise, jdk).stream(), Layers.tests(exercise, jdk).stream()).toList();
    }

    private static Optional<Path> like(Path file, List<Path> files) {
        return files.stream().filter(other -> other.getFileName().equals(file.getFileName())).findFirst();
    }

    /** The contract of a method that has parameters. */
    private static final Pattern CONTRACT = Pattern.compile("/\\*\\*(?:(?!\\*/).)*@param.*?\\*/", Pattern.DOTALL);

    /** The contracts, and what is from the main on, if there is a scope before it; or else everything. */
    private static String withoutScopes(String source) {
        return !source.contains("StructuredTaskScope") ? source
                : CONTRACT.matcher(source).results().map(MatchResult::group).collect(Collectors.joining())
                        + source.substring(source.indexOf("public static void main"));
    }

    /** What tests of several modules have in common. */
    static final List<String> SHARED = List.of("Steps", "Telling", "Patience", "FairClock", "Inputs", "TrialInterruptedCall",
            "Extremes", "TwoCalls", "TrialFailures", "TrialFlaw", "TrialIndependence", "TrialInterrupts", "TrialInterruptingTask", "TrialMeeting", "TrialSideBySide", "TrialUntouched",
            "Schedule", "Schedules", "Interleaving", "Yielding", "CollectionsInSteps");

    /** The tests' common part has to be the same in all modules that have it, but for its package. The first six are in all. */
    static Check shared(Exercise exercise, List<Exercise> all) {
        return new Check(exercise.name(), Kind.TESTS, "what tests share", judge -> {
            for (var name : SHARED) {
                var own = shared(exercise, name);
                if (own.isEmpty() && SHARED.indexOf(name) < 6) {
                    return fallsShort("has no %s.java", name);
                }
                for (var other : all) {
                    var others = shared(other, name);
                    if (own.isPresent() && others.isPresent() && !own.equals(others)) {
                        return fallsShort("differs: %s.java is not the same as in %s", name, other.name());
                    }
                }
            }
            return TRUE;
        });
    }

    private static Optional<String> shared(Exercise exercise, String name) throws IOException {
        for (var file : exercise.tests()) {
            if (file.getFileName().toString().equals(name + ".java")) {
                var text = Files.readString(file);
                var packageName = text.replaceFirst("(?s).*?package ([\\w.]+);.*", "$1");
                return Optional.of(text.replace(packageName, "").replace(packageName.replace('.', '/'), ""));
            }
        }
        return Optional.empty();
    }
}
