package structured.coach.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Problem;
import structured.coach.words.Wording;

/** What to do about a compiler's error that comes of Java's types, as this course has them: what each task may return, whose scope is of which type, what is another exercise's. */
final class TypeHelp {

    private static final Wording SAY = Wording.of(TypeHelp.class);

    private static final Pattern FORKS_IN_A_LIST = Pattern.compile(
            "(?s).*List<Subtask<.*> cannot be converted to List<.*|.*cannot be converted to Subtask<.*|.*incompatible bounds.*equality constraints: Subtask<.*lower bounds: Subtask<(?:capture|CAP).*");
    private static final Pattern RESULTS_IN_A_LIST = Pattern.compile("(?s).*List<(?:capture|CAP).*> cannot be converted to List<.*|.*incompatible bounds.*equality constraints: \\w+\\s.*lower bounds: (?:capture|CAP).*");
    private static final Pattern A_TASK = Pattern.compile("(?s).*(?:(?:capture|CAP).* cannot be converted to Callable<.*|Callable<.*> cannot be converted to Callable<.*)");
    private static final Pattern A_SCOPE = Pattern.compile("(?s).*(ShutdownOn\\w+|StructuredTaskScope<\\w+>) cannot be converted to (StructuredTaskScope<.*>)");
    private static final Pattern A_PACKAGE = Pattern.compile("package (structured\\.\\w+) does not exist");
    private static final Pattern A_NAME = Pattern.compile("symbol: +(?:variable|class) ([A-Z]\\w*)\\b");

    private final String message;
    private final String code;
    private final Exercise exercise;

    /** About a message with short names. */
    TypeHelp(Problem problem, String message, Exercise exercise) {
        this.message = message;
        code = problem.sourceLine();
        this.exercise = exercise;
    }

    Optional<String> help() {
        if (FORKS_IN_A_LIST.matcher(message).matches()) {
            return Optional.of(SAY.of("help.var"));
        }
        if (RESULTS_IN_A_LIST.matcher(message).matches()) {
            return Optional.of(SAY.of("help.type"));
        }
        if (A_TASK.matcher(message).matches()) {
            return Optional.of(SAY.of("help.task"));
        }
        var scope = A_SCOPE.matcher(message);
        if (scope.matches()) {
            return Optional.of(SAY.of("help.scope-type", scope.group(1), scope.group(2)));
        }
        if (message.contains("must be final or effectively final")) {
            return Optional.of(SAY.of("help.final"));
        }
        if (message.contains("Duration cannot be converted to Instant") && code.contains("joinUntil(")) {
            return Optional.of(SAY.of("help.instant"));
        }
        return anothers();
    }

    /** A class that another exercise has: each is compiled alone. */
    private Optional<String> anothers() {
        var known = A_PACKAGE.matcher(message);
        if (known.find()) {
            return Optional.of(SAY.of("help.another", SAY.of("help.another-package", known.group(1))));
        }
        var name = A_NAME.matcher(message);
        if (!name.find()) {
            return Optional.empty();
        }
        try {
            for (var other : new Tutorial(exercise.root()).exercises()) {
                if (!other.equals(exercise) && other.main().stream().anyMatch(file -> file.getFileName().toString().equals(name.group(1) + ".java"))) {
                    return Optional.of(SAY.of("help.another", SAY.of("help.another-class", name.group(1), other.name())));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();    // Then it isn't said whose it is.
        }
        return Optional.empty();
    }
}
