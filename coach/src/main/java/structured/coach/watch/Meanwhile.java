package structured.coach.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import structured.coach.judge.Limits;
import structured.coach.judge.Progress;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;

/** What is said of a run that goes on, in the place of the foot's first line: the verdict above it is an older one. */
final class Meanwhile {

    /** How long a run may go on before it is mentioned, and before more is said of it. */
    static final Duration SILENCE = Duration.ofMillis(400);
    static final Duration LONG = Duration.ofSeconds(5);

    private static final String GIVEN_UP = "A call that never comes back is given up after %d s, or later on a busy machine.".formatted(Limits.STANDARD.withoutProgress().toSeconds());

    private Meanwhile() {}

    /** After so much time without a verdict; {@code progress} is nothing as long as no test has begun. */
    static List<String> lines(String title, Duration without, Optional<Progress> progress, Style style) {
        if (without.compareTo(SILENCE) < 0) {
            return List.of();
        }
        if (without.compareTo(LONG) < 0) {
            return lines("Running the tests of %s ...".formatted(title), style);
        }
        var still = "Still running, for %d s: ".formatted(without.toSeconds());
        return progress.map(test -> Stream.concat(lines(still + "test %d of %d, %s".formatted(test.test(), test.of(), Harmless.line(test.name())), style).stream(),
                        style.wrap("", GIVEN_UP).stream().map(style::aside)).toList())
                .orElseGet(() -> lines(still + "no test has begun yet.", style));
    }

    private static List<String> lines(String text, Style style) {
        return List.of(style.aside(style.cut(text, 0)));
    }
}
