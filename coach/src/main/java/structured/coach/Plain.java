package structured.coach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.TypeConversionException;
import structured.coach.command.CheckCommand;
import structured.coach.command.ExerciseName;
import structured.coach.command.HintCommand;
import structured.coach.command.ListCommand;
import structured.coach.room.Room;
import structured.coach.tutorial.Exercise;

/**
 * The commonest command lines: list, hint and check, with exercises after them or nothing. They are taken without picocli, which needs
 * longer to read a command's annotations than most of these need for all the rest. Whatever else stands there is left to it.
 */
final class Plain {

    private Plain() {}

    /** The command that these arguments call, if it is one of those, and all that follows are names of exercises. */
    static Optional<Callable<Integer>> of(String... args) {
        if (args.length == 0) {
            return Optional.empty();
        }
        var names = List.of(args).subList(1, args.length);
        return switch (args[0]) {
            case "list" -> names.isEmpty() ? Optional.of(new ListCommand()) : Optional.empty();
            case "hint" -> names.isEmpty() ? Optional.of(new HintCommand())
                    : names.size() > 1 ? Optional.empty() : exercises(names).map(one -> new HintCommand(one.getFirst()));
            case "check" -> exercises(names).map(all -> new CheckCommand(Room::once, names));
            default -> Optional.empty();
        };
    }

    /** Those of these names; nothing if there is something else among them. */
    private static Optional<List<Exercise>> exercises(List<String> names) {
        try {
            var exercises = new ArrayList<Exercise>();
            for (var name : names) {
                if (name.startsWith("-")) {
                    return Optional.empty();
                }
                exercises.add(new ExerciseName().convert(name));
            }
            return Optional.of(exercises);
        } catch (IOException | TypeConversionException e) {
            // Picocli says so, and how help is to be had.
            return Optional.empty();
        }
    }
}
