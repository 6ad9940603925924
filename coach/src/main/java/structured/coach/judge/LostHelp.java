package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Problem;
import structured.coach.words.Wording;

/** What to say where a test doesn't find what it tests: which class, method or field that is, and how the exercise came with it. */
final class LostHelp {

    private static final Wording SAY = Wording.of(LostHelp.class);

    private static final Pattern NO_CLASS = Pattern.compile("symbol: +(?:variable|class) (\\w+)");
    private static final Pattern NO_METHOD = Pattern.compile("symbol: +method (\\w+)\\((?s:.*)location: +class (?:\\w+\\.)*(\\w+)");

    /** What all may use: a constant, up to its value. */
    private static final Pattern FIELD = Pattern.compile("public static final [^=;(){}]* (\\w+)(?= =)");

    private final Problem problem;
    private final Exercise exercise;

    private LostHelp(Problem problem, Exercise exercise) {
        this.problem = problem;
        this.exercise = exercise;
    }

    /** All that is to be said of this problem, if it is that. How the exercise came is known from its solution, which has the same signatures. */
    static Optional<String> of(Problem problem, Exercise exercise) {
        if (!problem.inTests() || Sentences.isOfABrokenText(problem)) {
            return Optional.empty();
        }
        try {
            return new LostHelp(problem, exercise).sentence();
        } catch (IOException e) {
            return Optional.empty();    // Then it is told in the compiler's words.
        }
    }

    /** What to add to a problem in a learner's file, if it is that a method is gone which the exercise came with. */
    static Optional<String> ofOwn(Problem problem, Exercise exercise) {
        var method = NO_METHOD.matcher(problem.message());
        try {
            for (var source : method.find() ? Source.read(exercise.solution().stream().map(Source::of).toList()) : List.<Source.Read>of()) {
                if (SourceText.className(source.path()).equals(method.group(2))) {
                    return declared(method.group(1), JavaText.codeOnly(source.text())).map(due -> SAY.of("lost.own", due, exercise.name()));
                }
            }
        } catch (IOException e) {
            return Optional.empty();    // Then it is told in the compiler's words.
        }
        return Optional.empty();
    }

    private Optional<String> sentence() throws IOException {
        var method = NO_METHOD.matcher(problem.message());
        for (var source : Source.read(exercise.solution().stream().map(Source::of).toList())) {
            var type = SourceText.className(source.path());
            var code = JavaText.codeOnly(source.text());
            var called = Pattern.compile("\\b" + type + "(?:\\.(?:<[^(]*>)?|::)(\\w+)").matcher(problem.sourceLine());
            var name = method.find(0) && method.group(2).equals(type) ? method.group(1) : called.find() ? called.group(1) : "";
            var due = name.isEmpty() ? Optional.<String>empty() : declared(name, code);
            if (isGone(type)) {
                return Optional.of(SAY.of("lost.class", test(), type, exercise.name()));
            }
            if (due.isPresent()) {
                return Optional.of(SAY.of("lost.method", test(), type, name, due.get(), exercise.name()));
            }
            var field = FIELD.matcher(code).results()
                    .filter(found -> Pattern.compile("\\b" + found.group(1) + "\\b").matcher(problem.sourceLine()).find()).findFirst();
            if (field.isPresent()) {
                return Optional.of(SAY.of("lost.field", test(), type, field.get().group(1), field.get().group(), exercise.name()));
            }
        }
        return Optional.empty();
    }

    private boolean isGone(String type) {
        var gone = NO_CLASS.matcher(problem.message());
        return problem.message().contains("cannot find symbol") && gone.find() && gone.group(1).equals(type);
    }

    private String test() {
        return Path.of(problem.file()).getFileName().toString();
    }

    /** A method's line, as the code has it, without its body. */
    private static Optional<String> declared(String name, String code) {
        return List.of(code.split("[{};]")).stream().map(part -> part.strip().replaceAll("\\s+", " "))
                .filter(part -> part.matches("(?:@\\w+(?:\\([^)]*\\))? )*(?:public |protected |static |final |<.*> )+\\S.* " + Pattern.quote(name) + "\\(.*")).findFirst();
    }
}
