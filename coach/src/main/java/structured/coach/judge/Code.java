package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import structured.coach.judge.worker.Message;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;

/**
 * What there is to judge, as Maven would take it.
 *
 * @param main the learner's sources
 * @param tests the sources that judge them
 * @param resources folders of resources, the tests' first
 * @param folder where relative paths begin; null if that doesn't matter
 */
public record Code(List<Path> main, List<Path> tests, List<Path> resources, Path folder) {

    public Code {
        main = absolute(main);
        tests = absolute(tests);
        resources = absolute(resources);
    }

    /** An exercise, or a port of it, as it is now. */
    public static Code of(Exercise exercise) throws IOException {
        var main = exercise.main();
        var isOurs = !exercise.isPort() && isOurs(exercise, main);
        return new Code(main, exercise.tests(), exercise.resources(), isOurs ? null : exercise.folder().toAbsolutePath());
    }

    /** Whether there is nothing of a learner's in it, but stubs, and what is in the solution: neither looks at any file. */
    private static boolean isOurs(Exercise exercise, List<Path> main) throws IOException {
        try {
            for (var file : main) {
                var solution = exercise.solutionLike(file);
                if (!SourceText.ascii(file).contains(Shipped.MARK)
                        && (!Files.exists(solution) || !Arrays.equals(SourceText.bytes(file), SourceText.bytes(solution)))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;    // The worker will say what can't be read.
        }
    }

    /** Another answer to an exercise: no file of its own is beside it, so any folder will do. */
    public static Code of(Exercise exercise, List<Path> main) throws IOException {
        return of(main, exercise.tests(), exercise.resources());
    }

    public static Code of(List<Path> main, List<Path> tests, List<Path> resources) {
        return new Code(main, tests, resources, null);
    }

    private static List<Path> absolute(List<Path> paths) {
        return paths.stream().map(Path::toAbsolutePath).toList();
    }

    Message.Judge toBeCompiled(String only, int schedules) {
        return new Message.Judge(names(main), names(tests), how(only, schedules));
    }

    Message.How how(String only, int schedules) {
        return new Message.How(names(resources), only, schedules);
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
