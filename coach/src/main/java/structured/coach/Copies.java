package structured.coach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import structured.coach.Check.Kind;
import structured.coach.Tutorial.Exercise;

/** Files that stand in several places, so that each module can be read alone, have to stay the same there. */
final class Copies {

    private Copies() {}

    /** What is given to learners has to be in the solution too, to the letter. */
    static Check given(Exercise exercise, List<Path> shipped) {
        return new Check(exercise, Kind.SHIPPED, "what is given", judge -> {
            for (var file : shipped) {
                var given = Files.readString(file);
                for (var solution : exercise.solution()) {
                    if (!given.contains(Shipped.MARK) && solution.getFileName().equals(file.getFileName())
                            && !Files.readString(solution).equals(given)) {
                        return "differs: %s is another one in the solution".formatted(file.getFileName());
                    }
                }
            }
            return "";
        });
    }

    /** The tests' common part has to be the same in all modules, but for its package. */
    static Check steps(Exercise exercise, Exercise first) {
        return new Check(exercise, Kind.TESTS, "Steps", judge ->
                steps(exercise).equals(steps(first)) ? "" : "is not the same as in " + first.name());
    }

    private static String steps(Exercise exercise) throws IOException {
        for (var file : exercise.tests()) {
            if (file.getFileName().toString().equals("Steps.java")) {
                return Files.readString(file).replaceFirst("package [\\w.]+;", "");
            }
        }
        return exercise.name() + " has none";
    }
}
