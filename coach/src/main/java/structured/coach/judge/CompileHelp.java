package structured.coach.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Problem;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** What to do about the compiler's first error, where that is known, and how many more there are. Ports are told of by others. */
final class CompileHelp {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern PUBLIC_ELSEWHERE = Pattern.compile("(?:class|interface|record|enum) (\\w+) is public, should be declared in a file named");
    private static final Pattern UNREPORTED = Pattern.compile("unreported exception (\\w+)");
    private static final Pattern DECLARED = Pattern.compile("@throws +(\\w+)");
    private static final Pattern LATER_API = Pattern.compile("symbol: +method (?:open|isCancelled|withTimeout|withName|withThreadFactory|onFork|onComplete|onTimeout"
            + "|allSuccessfulOrThrow|awaitAllSuccessfulOrThrow|anySuccessful(?:Result)?OrThrow|awaitAll|allUntil)\\("
            + "|symbol: +(?:class|variable) (?:Joiner|Configuration|FailedException|CancelledByTimeoutException|CallableOp)\\b|wrong number of type arguments; required 1");
    private static final String LATER = "That is the API of JDK 25 and later, and the exercises are on JDK 21: docs/later-jdks.md has one beside the other.";

    private final List<Problem> problems;
    private final Sources sources;
    private final Problem first;
    private final String message;

    private CompileHelp(List<Problem> problems, Sources sources) {
        this.problems = problems;
        this.sources = sources;
        first = problems.getFirst();
        message = shortNames(first.message());
    }

    /** The verdict; if it is that something doesn't compile, with the errors in the order of their lines, each once, and help for the first. */
    static Verdict added(Verdict verdict, Sources sources) {
        if (verdict.status() != Status.AMBER || sources.exercise().isPort()) {
            return verdict;
        }
        var files = verdict.problems().stream().map(Problem::file).distinct().toList();
        var problems = verdict.problems().stream().distinct()
                .sorted(Comparator.<Problem>comparingInt(problem -> files.indexOf(problem.file())).thenComparingLong(Problem::line)).toList();
        var lines = new ArrayList<>(List.of(Sentences.ofProblems(problems)));
        new CompileHelp(problems, sources).help().ifPresent(lines::add);
        // What is not a line's is told of one file at a time, and a mark that nobody sees makes a dozen errors.
        if (problems.size() > 1 && problems.getFirst().line() > 0 && !problems.getFirst().message().contains("'\\ufeff'")) {
            lines.add(problems.size() == 2 ? "There is one more error; mend this one first." : "There are %d more errors; mend this one first.".formatted(problems.size() - 1));
        }
        return new Verdict(verdict.status(), String.join("\n", lines), verdict.tests(), problems, verdict.output());
    }

    /** As one writes them: the compiler says structured.gather.Gather for Gather. */
    private static String shortNames(String message) {
        return message.replaceAll("\\b(?:[a-z]\\w*+\\.)++(?=[A-Z])", "").replace("StructuredTaskScope.Subtask", "Subtask");
    }

    private Optional<String> help() {
        return wrongPackage().or(this::ofFirst).or(() -> imports(problems, "Besides, this has to be imported:", "Besides, these have to be imported:"));
    }

    private Optional<String> ofFirst() {
        var ofScopes = first.inTests() ? Optional.<String>empty() : new ScopeHelp(message, lines(), first.line()).help();
        if (ofScopes.isPresent()) {
            return ofScopes;
        }
        if (!Imports.missing(List.of(first)).isEmpty()) {
            return imports(problems, "It has to be imported:", "These have to be imported:");
        }
        if (first.inTests()) {
            return Optional.empty();
        }
        return misnamed().or(this::braces).or(this::unreported).or(() -> Optional.ofNullable(api()));
    }

    private static Optional<String> imports(List<Problem> problems, String one, String several) {
        var missing = Imports.missing(problems);
        return missing.isEmpty() ? Optional.empty() : Optional.of((missing.size() == 1 ? one : several)
                + missing.stream().map("\n    import %s;"::formatted).collect(Collectors.joining()));
    }

    /** Then nothing in it is found, be it by the tests or by its other files. */
    private Optional<String> wrongPackage() {
        var folder = sources.exercise().sources().toAbsolutePath();
        for (var source : sources.main()) {
            if (source instanceof Source.Read read && read.path().startsWith(folder) && !read.path().getParent().equals(folder)) {
                var right = folder.relativize(read.path().getParent()).toString().replaceAll("[/\\\\]", ".");
                var declared = PACKAGE.matcher(read.ascii());
                var found = declared.find() ? declared.group(1) : "";
                if (!found.equals(right) && !first.message().contains("'\\ufeff'")) {
                    return Optional.of("%s %s. By the folder that it is in, its line is: package %s;".formatted(read.path().getFileName(),
                            found.isEmpty() ? "has no package line" : "is in the package " + found, right));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> misnamed() {
        var found = PUBLIC_ELSEWHERE.matcher(message);
        return !found.find() ? Optional.empty() : Optional.of("A class has the name of its file, and the tests look for that one: call it %s again, not %s."
                .formatted(SourceText.className(Path.of(first.file())), found.group(1)));
    }

    private Optional<String> braces() {
        var text = String.join("\n", lines());
        if (message.contains("class, interface, enum, or record expected") || message.contains("unnamed class should not have package declaration")) {
            return Braces.tooMany(text).map(line -> "There is a closing brace too many, in line %d or before that.".formatted(line))
                    .or(() -> Optional.of("This stands outside of the class. Is there a closing brace too many before it?"));
        }
        var begins = message.contains("illegal start of expression") && first.sourceLine().matches("(?:public|private|protected|static)\\b.*");
        return !begins && !message.contains("reached end of file") ? Optional.empty() : Optional.of("A closing brace is missing before this"
                + Braces.unclosed(text).map(open -> ", most likely that of line %d: %s".formatted(open.line(), open.text())).orElse("."));
    }

    private Optional<String> unreported() {
        var found = UNREPORTED.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        if (found.group(1).equals("Exception") && first.sourceLine().contains("call(") && String.join("\n", lines()).contains("ScopedValue.where(")) {
            return Optional.of("On JDK 21, call takes a Callable, which may throw any Exception. Only from JDK 25 on does it throw what the lambda throws: docs/later-jdks.md.");
        }
        var declared = DECLARED.matcher(String.join("\n", lines())).results().map(result -> result.group(1)).distinct().filter(name -> name.endsWith("Exception")).toList();
        if (!declared.contains(found.group(1))) {
            return Optional.of("By its contract the method throws %s: pass this one on as the cause of an ExecutionException, or see who is to hear of it."
                    .formatted(declared.isEmpty() ? "none" : String.join(" and ", declared)));
        }
        return Optional.of("By its contract the method throws %s: let it pass, and don't catch it. In a method of your own, declare it by \"throws %s\"."
                .formatted(String.join(" and ", declared), found.group(1)) + " In a lambda that may not throw it, as that of forEach, write a loop instead.");
    }

    /** What the API of this course is about. */
    private String api() {
        if (LATER_API.matcher(message).find()) {
            return LATER;
        }
        if (message.matches("(?s).*List<Subtask<.*> cannot be converted to List<.*|.*cannot be converted to Subtask<.*")) {
            return "Each task may return another subtype of T, so what a stream of forks makes has a type that can't be written down: declare it with var.";
        }
        if (message.matches("(?s).*List<(?:capture|CAP).*> cannot be converted to List<.*")) {
            return "Each task may return another subtype of T. Say which type the results have: .<T>map(Subtask::get).toList()";
        }
        if (message.contains("bad return type in lambda expression") && message.contains("missing return value") || message.contains("fork(Callable") && message.contains("void")) {
            return "On JDK 21, fork takes a Callable, which returns something: end the lambda with \"return null;\".";
        }
        return first.sourceLine().startsWith("import module ") ? "Imports of modules came with JDK 25, and the exercises are on JDK 21: import the classes." : null;
    }

    private List<String> lines() {
        return first.file().isEmpty() ? List.of() : sources.linesOf(Path.of(first.file()).getFileName().toString()).orElse(List.of());
    }
}
