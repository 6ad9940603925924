package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import structured.coach.machine.Source;

/**
 * An exercise as it was at one moment. Each file is read once, and handed on: what is compiled, what the verdict is kept under, and the
 * lines that are shown beside it are the same text, whatever is saved meanwhile.
 *
 * @param main the learner's files
 * @param tests the tests
 * @param others what else a verdict depends on: resources, and the POMs that Maven reads
 */
public record Sources(Exercise exercise, List<Source> main, List<Source> tests, List<Source> others) {

    /** The exercise as it is now. */
    public static Sources of(Exercise exercise) throws IOException {
        return new Sources(exercise, read(exercise.main()), read(exercise.tests()), read(exercise.others()));
    }

    /** These files as they are now. */
    public static List<Source> read(List<Path> files) {
        return files.stream().map(Source::of).toList();
    }

    /** The lines of a learner's file, by its name without folders; nothing if there is none of that name that could be read. */
    public Optional<List<String>> linesOf(String fileName) {
        return Source.read(main).stream().filter(source -> source.path().getFileName().toString().equals(fileName)).map(source -> source.text().lines().toList()).findFirst();
    }

    /** All texts, each below its name: as they are, since a hash would be shorter, but slower to have. Nothing if one could not be read. */
    public Optional<String> texts() {
        var texts = new StringBuilder();
        for (var source : Stream.of(main, tests, others).flatMap(List::stream).toList()) {
            switch (source) {
                case Source.Read read -> texts.append(read.file()).append('\n').append(read.ascii());
                case Source.Unread unread -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(texts.toString());
    }
}
