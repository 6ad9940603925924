package structured.coach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import structured.coach.Tutorial.Exercise;
import structured.coach.worker.Message;

/**
 * What there is to judge, as Maven would take it.
 *
 * @param main the learner's sources
 * @param tests the sources that judge them
 * @param resources folders of resources, the tests' first
 * @param folder where relative paths begin; null if that doesn't matter
 */
record Code(List<Path> main, List<Path> tests, List<Path> resources, Path folder) {

    Code {
        main = absolute(main);
        tests = absolute(tests);
        resources = absolute(resources);
    }

    /** An exercise as it is now. */
    static Code of(Exercise exercise) throws IOException {
        return new Code(exercise.main(), exercise.tests(), exercise.resources(), exercise.folder().toAbsolutePath());
    }

    /** Another answer to an exercise: no file of its own is beside it, so any folder will do. */
    static Code of(Exercise exercise, List<Path> main) throws IOException {
        return of(main, exercise.tests(), exercise.resources());
    }

    static Code of(List<Path> main, List<Path> tests, List<Path> resources) {
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
