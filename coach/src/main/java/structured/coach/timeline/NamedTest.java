package structured.coach.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;
import structured.coach.machine.SourceText;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.TestNames;
import structured.coach.tutorial.WrittenTest;
import structured.coach.words.Wording;

/**
 * A test of an exercise, as its source tells.
 *
 * @param name its display name, a sentence
 * @param source the file that it is in
 * @param method its method's name
 * @param bySchedule whether it is run in many orders of its threads' steps, so that no single run is the one to be drawn
 * @param resources folders with what else it needs
 */
record NamedTest(String name, Path source, String method, boolean bySchedule, List<Path> resources) {

    private static final Wording SAY = Wording.of(NamedTest.class);

    /** Of a text that names none: more of it nobody reads. */
    private static final int LONGEST = 60;

    /** All tests of an exercise, by the names that they have in their sources. */
    static List<NamedTest> of(Exercise exercise) throws IOException {
        return of(exercise, UnaryOperator.identity());
    }

    private static List<NamedTest> of(Exercise exercise, UnaryOperator<String> translator) throws IOException {
        return WrittenTest.of(exercise).stream()
                .map(test -> new NamedTest(translator.apply(test.name()), test.source(), test.method(), test.bySchedule(), exercise.resources())).toList();
    }

    /** Those that are meant by a text: the one of just that name, or else all that have it in their name. */
    static List<NamedTest> meant(String text, List<NamedTest> tests) {
        var same = tests.stream().filter(test -> test.name.equalsIgnoreCase(text.strip())).toList();
        var part = text.strip().toLowerCase(Locale.ROOT);
        return !same.isEmpty() ? same : tests.stream().filter(test -> test.name.toLowerCase(Locale.ROOT).contains(part)).toList();
    }

    /** The one that is meant by a text, if it is plain which, and if there is a run of it to be drawn; or else what is wrong with the text. */
    static NamedTest only(String text, Exercise exercise, Function<String, ParameterException> wrong) throws IOException {
        // In their language, since those are the names that a verdict shows; or else as the sources have them.
        var all = of(exercise, TestNames.translator(exercise));
        var inTheirs = meant(text, all);
        var asWritten = inTheirs.isEmpty() ? meant(text, of(exercise)) : List.<NamedTest>of();
        var meant = inTheirs.isEmpty() ? all.stream().filter(test -> asWritten.stream().anyMatch(test::is)).toList() : inTheirs;
        if (meant.size() != 1) {
            var names = (meant.isEmpty() ? all : meant).stream().flatMap(named -> Style.ofOutput().wrap("  ", named.name()).stream()).collect(Collectors.joining("\n"));
            var shown = Harmless.cut(Harmless.line(text), LONGEST);
            throw wrong.apply(meant.isEmpty() ? SAY.of("test.none", exercise.name(), shown, names) : SAY.of("test.several", meant.size(), exercise.name(), shown, names));
        }
        if (meant.getFirst().bySchedule()) {
            throw wrong.apply(String.join("\n", Style.ofOutput().wrap("", SAY.of("test.by-schedule", meant.getFirst().name(), exercise.name()))));
        }
        return meant.getFirst();
    }

    /** Whether both are the same one, whatever it is called. */
    private boolean is(NamedTest other) {
        return source.equals(other.source) && method.equals(other.method);
    }

    String className() {
        return SourceText.className(source);
    }
}
