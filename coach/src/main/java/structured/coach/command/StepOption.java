package structured.coach.command;

import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import structured.coach.terminal.Harmless;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.words.Wording;

/** The option by which a step is asked for: it leads, whatever fails elsewhere. */
public final class StepOption {

    private static final Wording SAY = Wording.of(StepOption.class);

    /** Takes a number. */
    static final class Number implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String said) {
            if (!said.matches("[1-9]\\d{0,3}")) {
                throw new TypeConversionException(SAY.of("step.no-number", Harmless.cut(Harmless.line(said), 40)));
            }
            return Integer.valueOf(said);
        }
    }

    @Option(names = "--step", paramLabel = "N", converter = Number.class, description = "what this step's tests say is told first, and hints are for it; "
            + "without it, the class that was saved last leads")
    private Integer step;

    /** The step, or 0 if none was asked for. */
    public int asked() {
        return step == null ? 0 : step;
    }

    /** What is wrong with it, for this exercise, if something is. */
    public Optional<String> problem(Exercise exercise) {
        var steps = new Lesson(exercise).steps();
        return step == null || steps.contains(step) ? Optional.empty() : Optional.of(SAY.of("step.unknown",
                exercise.name(), step, steps.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
}
