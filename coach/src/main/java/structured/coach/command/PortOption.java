package structured.coach.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** The option by which a command is about a learner's port to a later JDK, and not about the exercise. */
public final class PortOption {

    private static final Wording SAY = Wording.of(PortOption.class);

    /** The JDK that is ported to where none is named. */
    static final int USUAL = 27;

    /** Takes the number of a JDK that exercises can be ported to. */
    static final class Release implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String called) throws IOException {
            var all = LaterJdk.withSolutions(Tutorial.here().root()).stream().map(String::valueOf).toList();
            if (!all.contains(called)) {
                throw new TypeConversionException(SAY.of("port.no-such-jdk", called, String.join(", ", all)));
            }
            return Integer.valueOf(called);
        }
    }

    /** What a shell completes. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            try {
                return LaterJdk.withSolutions(Tutorial.here().root()).stream().map(String::valueOf).iterator();
            } catch (IOException e) {
                // Nothing to complete then; the command itself will say what is wrong.
                return List.<String>of().iterator();
            }
        }
    }

    @Option(names = "--jdk", paramLabel = "JDK", converter = Release.class, completionCandidates = Candidates.class,
            description = "your port to that JDK, such as 27, instead of the exercise; see ./workshop port --help")
    private Integer release;

    /** The exercise; or its port, if one was asked for. That it is there and can be judged here is seen to. */
    public Exercise of(Exercise exercise) throws IOException {
        if (release == null) {
            return exercise;
        }
        if (exercise.on(release).main().isEmpty()) {
            throw new IOException(SAY.of("port.none-yet", exercise.name(), release, command(exercise.on(release))));
        }
        if (LaterJdk.home(release).isEmpty()) {
            throw new IOException(missing(release));
        }
        return exercise.on(release);
    }

    /** All that may be meant where no exercise is named: every exercise; or every port, if one was asked for. */
    public List<Exercise> all(Tutorial tutorial) throws IOException {
        if (release == null) {
            return tutorial.exercises();
        }
        var ports = new ArrayList<Exercise>();
        for (var exercise : tutorial.exercises()) {
            if (!exercise.on(release).main().isEmpty()) {
                ports.add(of(exercise));
            }
        }
        // Or it says of the first that there is none.
        return ports.isEmpty() ? List.of(of(tutorial.exercises().getFirst())) : ports;
    }

    /** The command that makes a port. */
    static String command(Exercise port) {
        return "./workshop port " + (port.jdk() == USUAL ? port.name() : port.arguments());
    }

    /** What to say where a JDK isn't here. */
    static String missing(int release) {
        return SAY.of("port.jdk-missing", release);
    }
}
