package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import structured.coach.judge.worker.Order;
import structured.coach.judge.worker.Selection;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Sources;

/**
 * What there is to judge, as Maven would take it.
 *
 * @param main the learner's sources
 * @param tests the sources that judge them
 * @param resources folders of resources, the tests' first
 * @param folder where relative paths begin; null if that doesn't matter
 */
public record Code(List<Source> main, List<Source> tests, List<Path> resources, Path folder) {

    /** An exercise, or a port of it, as it was when it was read. */
    static Code of(Sources sources) {
        var exercise = sources.exercise();
        var isOurs = !exercise.isPort() && isOurs(sources);
        return new Code(sources.main(), sources.tests(), exercise.resources(), isOurs ? null : exercise.folder().toAbsolutePath());
    }

    /** Whether there is nothing of a learner's in it, but stubs, and what is in the solution: neither looks at any file. */
    private static boolean isOurs(Sources sources) {
        return sources.main().stream().allMatch(source -> source instanceof Source.Read read
                && (read.ascii().contains(Shipped.MARK) || isIn(sources.exercise().solutionLike(read.path()), read)));
    }

    private static boolean isIn(Path solution, Source.Read source) {
        try {
            return Arrays.equals(source.bytes(), SourceText.bytes(solution));
        } catch (IOException e) {
            return false;    // There is none of that name.
        }
    }

    /** Another answer to an exercise: no file of its own is beside it, so any folder will do. */
    public static Code of(Exercise exercise, List<Path> main) throws IOException {
        return of(main, exercise.tests(), exercise.resources());
    }

    /** Any code, as it is now. */
    public static Code of(List<Path> main, List<Path> tests, List<Path> resources) {
        return new Code(Sources.read(main), Sources.read(tests), resources, null);
    }

    /** Those files of it that could not be read. */
    List<Source.Unread> unread() {
        return Stream.concat(main.stream(), tests.stream()).filter(Source.Unread.class::isInstance).map(Source.Unread.class::cast).toList();
    }

    /** Whether a file is one of the tests. */
    boolean isTest(Source source) {
        return tests.contains(source);
    }

    /** The learner's sources, as far as they could be read. */
    public List<Source.Read> readMain() {
        return Source.read(main);
    }

    /** The tests likewise. */
    public List<Source.Read> readTests() {
        return Source.read(tests);
    }

    Order.How how(Selection selection, int schedules) {
        return new Order.How(resources.stream().map(folder -> folder.toAbsolutePath().toString()).toList(), selection, schedules);
    }
}
