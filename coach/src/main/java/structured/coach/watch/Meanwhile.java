package structured.coach.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import structured.coach.command.RedAlready;
import structured.coach.judge.Limits;
import structured.coach.judge.Progress;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.TestNames;
import structured.coach.words.Wording;

/** What is said of a run that goes on, in the place of the foot's first line: the verdict above it is an older one. */
final class Meanwhile {

    private static final Wording SAY = Wording.of(Meanwhile.class);

    /** How long a run may go on before it is mentioned, and before more is said of it. */
    static final Duration SILENCE = Duration.ofMillis(400);
    static final Duration LONG = Duration.ofSeconds(5);

    private Meanwhile() {}

    /** After so much time without a verdict on an exercise: how far the run is, and what is known already. */
    static Function<Style, List<String>> of(Exercise exercise, Duration without, Optional<Progress> progress) {
        var red = progress.flatMap(Progress::red).map(failure -> RedAlready.of(exercise, failure));
        var names = TestNames.of(exercise);
        var named = progress.map(test -> test.called(names.of(test.id()).orElse(test.name())));
        return style -> {
            var lines = lines(exercise.title(), without, named, style);
            // When a call is given up doesn't matter any more: there is something to read.
            var known = red.map(it -> it.lines(style)).orElseGet(() -> green(progress.map(Progress::green).orElse(""), style));
            return lines.isEmpty() || known.isEmpty() ? lines : Stream.concat(lines.stream().limit(1), known.stream()).toList();
        };
    }

    private static List<String> green(String learnersClass, Style style) {
        return learnersClass.isEmpty() ? List.of() : style.wrap("", style.yes() + " " + SAY.of("running.green", learnersClass));
    }

    /** After so much time without a verdict; {@code progress} is nothing as long as no test has begun. */
    static List<String> lines(String title, Duration without, Optional<Progress> progress, Style style) {
        if (without.compareTo(SILENCE) < 0) {
            return List.of();
        }
        if (without.compareTo(LONG) < 0) {
            return lines(SAY.of("running", title), style);
        }
        return progress.map(test -> Stream.concat(lines(SAY.of("running.test", without.toSeconds(), test.test(), test.of(), Harmless.line(test.name())), style).stream(),
                        style.wrap("", SAY.of("running.given-up", Limits.STANDARD.withoutProgress().toSeconds())).stream().map(style::aside)).toList())
                .orElseGet(() -> lines(SAY.of("running.none", without.toSeconds()), style));
    }

    private static List<String> lines(String text, Style style) {
        return List.of(style.aside(style.cut(text, 0)));
    }
}
