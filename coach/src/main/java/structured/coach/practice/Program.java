package structured.coach.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.words.Wording;

/**
 * An answer to an exercise, right or wrong.
 *
 * @param exercise to what it is an answer
 * @param file its source
 * @param name how it is called among the answers, such as {@code pitfalls/join-per-task}
 * @param pitfall what is wrong with it; nothing if it is right
 */
record Program(Exercise exercise, Path file, String name, Optional<Pitfall> pitfall) {

    private static final Wording SAY = Wording.of(Program.class);

    static Program solution(Exercise exercise, Path file) {
        return new Program(exercise, file, "solution/" + file.getFileName(), Optional.empty());
    }

    static Program alternative(Exercise exercise, Path folder, Path file) {
        return new Program(exercise, file, "alternatives/" + folder.getFileName(), Optional.empty());
    }

    static Program pitfall(Pitfall pitfall, Path file) {
        return new Program(pitfall.exercise(), file, "pitfalls/" + pitfall.name(), Optional.of(pitfall));
    }

    boolean isRight() {
        return pitfall.isEmpty();
    }

    /** What it is remembered by. */
    String key() {
        return exercise.name() + "/" + name;
    }

    /** The class that it is an answer for: an exercise may want several. */
    String type() {
        return file.getFileName().toString();
    }

    /** Its lines, as they are shown: without what would tell what it is, and, if they are many, without what the solution has too. */
    List<String> lines() throws IOException {
        var solution = exercise.solution().stream().filter(other -> other.getFileName().equals(file.getFileName())).findFirst().orElse(file);
        return new Anonymous(Files.readString(file)).lines(new Anonymous(Files.readString(solution)));
    }

    /** What there is to say of a right one, or an empty text. */
    String told() throws IOException {
        return name.startsWith("alternatives/") ? Pitfall.alternative(file.getParent()) : SAY.of("solution");
    }
}
