package structured.coach.judge;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
import structured.coach.machine.Source;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

/** Where a scope is shut down before what a task has brought is kept. Mostly that goes well, and a test that meets it only sees that the outcome is missing. It is found in the text. */
final class ShutdownHelp {

    private static final Pattern SHUTDOWN = Pattern.compile("\\bshutdown\\s*\\(\\s*\\)\\s*;");

    /** A failure that goes somewhere: it is assigned, or handed to a method. */
    private static final Pattern KEPT = Pattern.compile("(?:[^=!<>]=[^=][^;]*|\\w\\s*\\([^;]*)\\.\\s*exception\\s*\\(\\s*\\)"
            + "|[^=!<>]=\\s*(?:e|ex|t|thrown|cause|failure)\\s*;|\\bcompareAndSet\\s*\\(\\s*null\\b");

    private static final Pattern SUBJECT = Pattern.compile("(?s).*(?:threw .* and (?:the call|run) returned|[Tt]ask(?:s)? threw .*reports|main threw .*reports|asked a subtask that had failed).*");

    private ShutdownHelp() {}

    /** The verdict, in which each failure that lacks a task's says where it may have got lost, if that is plain. */
    static Verdict added(Verdict verdict, Sources sources) {
        if (verdict.tests().stream().noneMatch(ShutdownHelp::isOfLostFailures)) {
            return verdict;
        }
        for (var source : Source.read(sources.main())) {
            var line = in(JavaText.codeOnly(source.text()));
            if (line.isPresent()) {
                return told(verdict, source.path(), line.get());
            }
        }
        return verdict;
    }

    private static Verdict told(Verdict verdict, Path file, int line) {
        var said = "Line %d shuts the scope down, and only then the failure is kept. By the shutdown the join is over: who waits there may look for a failure before it is there.".formatted(line);
        return new Verdict(verdict.status(), verdict.sentence(),
                verdict.tests().stream().map(test -> isOfLostFailures(test) ? InterruptHelp.told(test, file, line, said) : test).toList(), verdict.problems(), verdict.output());
    }

    private static boolean isOfLostFailures(TestResult test) {
        return test.failed() && test.message() != null && SUBJECT.matcher(test.message().lines().limit(2).reduce("", String::concat)).matches();
    }

    /** The line of a shutdown after which a failure is kept in the same block, and before which none is. */
    private static Optional<Integer> in(String code) {
        var shutdown = SHUTDOWN.matcher(code);
        while (shutdown.find()) {
            var end = InterruptHelp.endOf(code, shutdown.end());
            var before = code.substring(code.lastIndexOf('{', shutdown.start()) + 1, shutdown.start());
            if (KEPT.matcher(code.substring(shutdown.end(), end)).find() && !KEPT.matcher(before).find()) {
                return Optional.of(JavaText.lineAt(code, shutdown.start()));
            }
        }
        return Optional.empty();
    }
}
