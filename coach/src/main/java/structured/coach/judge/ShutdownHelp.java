package structured.coach.judge;

import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
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
        return Found.added(verdict, sources, ShutdownHelp::isOfLostFailures, ShutdownHelp::in);
    }

    private static boolean isOfLostFailures(TestResult test) {
        return test.failed() && test.message() != null && SUBJECT.matcher(test.message().lines().limit(2).reduce("", String::concat)).matches();
    }

    /** A shutdown after which a failure is kept in the same block, and before which none is. */
    private static Optional<Found> in(String code) {
        var shutdown = SHUTDOWN.matcher(code);
        while (shutdown.find()) {
            var end = JavaText.endOfBlock(code, shutdown.end());
            var before = code.substring(code.lastIndexOf('{', shutdown.start()) + 1, shutdown.start());
            if (KEPT.matcher(code.substring(shutdown.end(), end)).find() && !KEPT.matcher(before).find()) {
                return Optional.of(new Found(JavaText.lineAt(code, shutdown.start()), Found.What.SHUT_DOWN_FIRST));
            }
        }
        return Optional.empty();
    }
}
