package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.TestNames;
import structured.coach.words.Wording;

/** What a learner sees of the wrong answers to an exercise. */
record PitfallsView(Exercise exercise, Style style) {

    private static final Wording SAY = Wording.of(PitfallsView.class);

    /** Prints what there is to do instead, while the exercise is not green. */
    void printNotYet(PrintStream out) {
        out.println(SAY.of("pitfalls.not-yet", exercise.name()));
        out.println(SAY.of("pitfalls.all-the-same", exercise.name()));
    }

    /** Prints each with its sentence, why people write it, and its test: those of a kind below its title. */
    void print(PrintStream out) throws IOException {
        var pitfalls = Pitfall.of(exercise);
        var tests = TestNames.translator(exercise);
        for (var kind : Kinds.of(exercise.root()).all()) {
            var those = pitfalls.stream().filter(pitfall -> pitfall.kind().filter(kind.slug()::equals).isPresent()).toList();
            if (!those.isEmpty()) {
                out.println(style.heading(kind.title()));
                style.wrap("  ", kind.question()).forEach(line -> out.println(style.aside(line)));
                out.println();
                those.forEach(pitfall -> print(pitfall, tests, out));
            }
        }
        out.println(SAY.of("pitfalls.code", pitfalls.size(), exercise.number(), pitfalls.isEmpty() ? "NAME" : pitfalls.getFirst().name()));
    }

    private void print(Pitfall pitfall, UnaryOperator<String> tests, PrintStream out) {
        out.println("  " + pitfall.name());
        style.wrap("    ", capital(pitfall.sentence())).forEach(out::println);
        style.wrap("    ", SAY.of("pitfalls.why", pitfall.why())).forEach(out::println);
        pitfall.tests().forEach(test -> style.wrap("    ", SAY.of("pitfalls.caught-by", tests.apply(test))).forEach(out::println));
        out.println();
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase() + sentence.substring(1);
    }

    /** Prints the code of one. */
    void printCode(Pitfall pitfall, PrintStream out) throws IOException {
        for (var source : pitfall.sources()) {
            out.println(style.aside(exercise.root().relativize(source).toString()));
            Harmless.lines(Files.readString(source)).forEach(out::println);
        }
    }

    /** All that there is to say of each, for other programs. */
    List<Map<String, Object>> inJson(boolean withCode, List<Pitfall> pitfalls) throws IOException {
        var kinds = Kinds.of(exercise.root());
        var rows = new ArrayList<Map<String, Object>>();
        for (var pitfall : pitfalls) {
            var row = new LinkedHashMap<String, Object>();
            row.put("pitfall", pitfall.name());
            row.put("sentence", pitfall.sentence());
            row.put("why", pitfall.why());
            row.put("tests", pitfall.tests());
            row.put("kind", pitfall.kind().orElse(null));
            var kind = pitfall.kind().flatMap(kinds::find);
            row.put("title", kind.map(Kinds.Kind::title).orElse(null));
            row.put("question", kind.map(Kinds.Kind::question).orElse(null));
            row.put("files", pitfall.sources().stream().map(source -> exercise.root().relativize(source).toString().replace('\\', '/')).toList());
            if (withCode) {
                var code = new StringBuilder();
                for (var source : pitfall.sources()) {
                    code.append(Files.readString(source));
                }
                row.put("code", code.toString());
            }
            rows.add(row);
        }
        return rows;
    }
}
