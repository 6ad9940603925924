package structured.coach.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Construct;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Problem;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** What a learner's port is told beyond its verdict: what has become of the API of JDK 21 that it still speaks of. */
public final class LaterForms {

    private static final Wording SAY = Wording.of(LaterForms.class);

    /** Nobody reads more at once. */
    private static final int MOST = 3;

    private static final int LAST_WITH_FAILED_EXCEPTION = 26;

    /** Types that nobody had to import on 21: a subclass of the scope inherited one, and the others were none. */
    private static final Pattern UNKNOWN_TYPE = Pattern.compile("symbol: +(?:class|variable) (Joiner|Subtask|FailedException|CancelledByTimeoutException)\\b");

    private LaterForms() {}

    /** Where to go on after a port: the next one, which may still have to be made. */
    public static String whatNext(Optional<Exercise> next, boolean hasKeys) throws IOException {
        if (next.isEmpty()) {
            return SAY.of("port.last");
        }
        return next.get().main().isEmpty() ? SAY.of("port.next", next.get().name(), PortOption.command(next.get()))
                : hasKeys ? SAY.of("port.next-by-key", next.get().name()) : SAY.of("port.next", next.get().name(), "./workshop watch " + next.get().arguments());
    }

    /** The lines to show below a verdict. */
    static List<String> of(Judged judged, Style style) throws IOException {
        var port = judged.exercise();
        var verdict = judged.verdict();
        var lines = new ArrayList<String>();
        if (judged.sources().main().isEmpty()) {
            return style.wrap("  ", SAY.of("port.gone", PortOption.command(port)));
        }
        var unknown = UNKNOWN_TYPE.matcher(message(verdict));
        if (unknown.find() && !(unknown.group(1).equals("FailedException") && port.jdk() > LAST_WITH_FAILED_EXCEPTION)) {
            return List.of("", "  " + SAY.of("port.import"), "    import java.util.concurrent.StructuredTaskScope.%s;".formatted(unknown.group(1)));
        }
        for (var construct : found(judged)) {
            lines.add("");
            lines.addAll(style.wrap("  ", construct.told()));
            construct.form(port.jdk()).ifPresent(form -> {
                lines.add("");
                lines.add("    " + style.aside(SAY.of("port.example", port.jdk())));
                // Whole lines, to copy from.
                inLines(form).forEach(line -> lines.add("    " + line));
            });
        }
        return lines;
    }

    private static List<Construct> found(Judged judged) throws IOException {
        var file = judged.exercise().root().resolve(Construct.FILE);
        var constructs = !Files.exists(file) ? List.<Construct>of() : Construct.in(Files.readString(file)).stream()
                .filter(construct -> !construct.told().isEmpty()).toList();
        var message = message(judged.verdict());
        var found = constructs.stream().filter(construct -> construct.isSaidIn(message)).toList();
        // What the message names is nearer than what else is in the line.
        for (var code : code(judged)) {
            found = !found.isEmpty() ? found : constructs.stream().filter(construct -> construct.isIn(code)).limit(MOST).toList();
        }
        return found;
    }

    /** What the compiler or a test says. */
    private static String message(Verdict verdict) {
        return verdict.status() == Status.AMBER ? verdict.problems().stream().findFirst().map(Problem::message).orElse("")
                : verdict.firstFailure().map(TestResult::message).orElse("");
    }

    /** The code that the compiler speaks of: what it names, then the line. */
    private static List<String> code(Judged judged) {
        var verdict = judged.verdict();
        if (verdict.status() != Status.AMBER) {
            return List.of();
        }
        var problem = verdict.problems().getFirst();
        // Where something is missing says nothing of what is.
        var names = problem.message().replaceAll("(?s)\\R *location:.*", "");
        return List.of(names, problem.sourceLine().startsWith("@") ? lineAfter(judged.sources(), problem) : problem.sourceLine());
    }

    private static String lineAfter(Sources sources, Problem problem) {
        return sources.linesOf(Path.of(problem.file()).getFileName().toString()).stream().flatMap(List::stream)
                .skip(problem.line()).findFirst().orElse("");
    }

    /** Code in one line, as one would write it. */
    private static List<String> inLines(String code) {
        // Not at what is in parentheses, as in a for.
        var text = code.replaceAll("([{;]) +(?![^(]*\\))", "$1\n").replaceAll("\\} +(?!catch)", "}\n");
        var lines = new ArrayList<String>();
        var depth = 0;
        for (var line : text.lines().toList()) {
            depth -= line.startsWith("}") ? 1 : 0;
            lines.add("    ".repeat(Math.max(0, depth)) + line);
            depth += line.endsWith("{") ? 1 : 0;
        }
        return lines;
    }
}
