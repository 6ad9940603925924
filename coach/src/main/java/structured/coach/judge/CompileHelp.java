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
import structured.coach.words.Wording;

/** What to do about the compiler's first error, where that is known, and how many more there are. Ports are told of by others. */
final class CompileHelp {

    private static final Wording SAY = Wording.of(CompileHelp.class);

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern PUBLIC_ELSEWHERE = Pattern.compile("(?:class|interface|record|enum) (\\w+) is public, should be declared in a file named");
    private static final Pattern UNREPORTED = Pattern.compile("unreported exception (\\w+)");
    private static final Pattern DECLARED = Pattern.compile("@throws +(\\w+)");
    private static final Pattern LATER_API = Pattern.compile("symbol: +method (?:open|isCancelled|withTimeout|withName|withThreadFactory|onFork|onComplete|onTimeout"
            + "|allSuccessfulOrThrow|awaitAllSuccessfulOrThrow|anySuccessful(?:Result)?OrThrow|awaitAll|allUntil)\\("
            + "|symbol: +(?:class|variable) (?:Joiner|Configuration|FailedException|CancelledByTimeoutException|CallableOp)\\b|wrong number of type arguments; required 1");

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
        var help = new CompileHelp(problems, sources);
        var lost = Sentences.isOfAByteOrderMark(help.first) || help.wrongPackage().isPresent() ? Optional.<String>empty() : LostHelp.of(problems.getFirst(), sources.exercise());
        if (lost.isPresent()) {
            // The others are the same, at each place where it is tested.
            return new Verdict(verdict.status(), lost.get(), verdict.tests(), problems, verdict.output());
        }
        var lines = new ArrayList<>(List.of(Sentences.ofProblems(problems)));
        help.help().or(help::asItCame).ifPresent(lines::add);
        // What is not a line's is told of one file at a time, and a mark that nobody sees makes a dozen errors.
        if (problems.size() > 1 && problems.getFirst().line() > 0 && !Sentences.isOfAByteOrderMark(problems.getFirst())) {
            lines.add(SAY.count("help.more", problems.size() - 1));
        }
        return new Verdict(verdict.status(), String.join("\n", lines), verdict.tests(), problems, verdict.output());
    }

    /** As one writes them: the compiler says structured.gather.Gather for Gather. */
    private static String shortNames(String message) {
        return message.replaceAll("\\b(?:[a-z]\\w*+\\.)++(?=[A-Z])", "").replace("StructuredTaskScope.Subtask", "Subtask");
    }

    private Optional<String> help() {
        // Behind such a mark the compiler reads no import, and so misses what is imported there.
        return Sentences.isOfAByteOrderMark(first) ? Optional.empty() : wrongPackage().or(this::ofFirst).or(() -> imports(problems, "help.import-besides"));
    }

    /** The way back, where a test finds something else than it tests, and it isn't plain what. */
    private Optional<String> asItCame() {
        return first.inTests() && !Sentences.isOfABrokenText(first) ? Optional.of(SAY.of("lost.any", sources.exercise().name())) : Optional.empty();
    }

    private Optional<String> ofFirst() {
        var ofScopes = first.inTests() ? Optional.<String>empty() : new ScopeHelp(message, lines(), first.line()).help();
        if (ofScopes.isPresent()) {
            return ofScopes;
        }
        if (!Imports.missing(List.of(first)).isEmpty()) {
            return imports(problems, "help.import");
        }
        if (first.inTests()) {
            return Optional.empty();
        }
        return misnamed().or(this::braces).or(this::unreported).or(() -> new TypeHelp(first, message, sources.exercise()).help())
                .or(() -> LostHelp.ofOwn(first, sources.exercise())).or(() -> Optional.ofNullable(api()));
    }

    private static Optional<String> imports(List<Problem> problems, String key) {
        var missing = Imports.missing(problems);
        return missing.isEmpty() ? Optional.empty() : Optional.of(SAY.count(key, missing.size())
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
                if (!found.equals(right)) {
                    return Optional.of(found.isEmpty() ? SAY.of("help.no-package", read.path().getFileName(), right)
                            : SAY.of("help.other-package", read.path().getFileName(), found, right));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> misnamed() {
        var found = PUBLIC_ELSEWHERE.matcher(message);
        return !found.find() ? Optional.empty() : Optional.of(SAY.of("help.misnamed", SourceText.className(Path.of(first.file())), found.group(1)));
    }

    private Optional<String> braces() {
        var text = String.join("\n", lines());
        if (message.contains("class, interface, enum, or record expected") || message.contains("unnamed class should not have package declaration")) {
            return Braces.tooMany(text).map(line -> SAY.of("help.brace-too-many", line))
                    .or(() -> Optional.of(SAY.of("help.outside")));
        }
        var begins = message.contains("illegal start of expression") && first.sourceLine().matches("(?:public|private|protected|static)\\b.*");
        return !begins && !message.contains("reached end of file") ? Optional.empty() : Optional.of(
                Braces.unclosed(text).map(open -> SAY.of("help.brace-of-line", open.line(), open.text())).orElseGet(() -> SAY.of("help.brace-missing")));
    }

    private Optional<String> unreported() {
        var found = UNREPORTED.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        var inLambda = LambdaHelp.of(found.group(1), lines(), first.line());
        if (inLambda.isPresent()) {
            return inLambda;
        }
        if (found.group(1).equals("Exception") && first.sourceLine().contains("call(") && String.join("\n", lines()).contains("ScopedValue.where(")) {
            return Optional.of(SAY.of("help.call"));
        }
        var declared = DECLARED.matcher(String.join("\n", lines())).results().map(result -> result.group(1)).distinct().filter(name -> name.endsWith("Exception")).toList();
        if (!declared.contains(found.group(1))) {
            return Optional.of(declared.isEmpty() ? SAY.of("help.throws-none") : SAY.of("help.throws-others", all(declared)));
        }
        return Optional.of(SAY.of("help.throws-it", all(declared), found.group(1)));
    }

    private static String all(List<String> names) {
        return String.join(SAY.of("help.and"), names);
    }

    /** What the API of this course is about. */
    private String api() {
        if (LATER_API.matcher(message).find()) {
            return SAY.of("help.later");
        }
        if (message.contains("bad return type in lambda expression") && message.contains("missing return value") || message.contains("fork(Callable") && message.contains("void")) {
            return SAY.of("help.callable");
        }
        return first.sourceLine().startsWith("import module ") ? SAY.of("help.import-module") : null;
    }

    private List<String> lines() {
        return first.file().isEmpty() ? List.of() : sources.linesOf(Path.of(first.file()).getFileName().toString()).orElse(List.of());
    }
}
