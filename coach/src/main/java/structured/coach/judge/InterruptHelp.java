package structured.coach.judge;

import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

/** Where an interrupt is lost that tests miss: in a catch, which leaves no trace. It is found in the text. */
final class InterruptHelp {

    private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\(\\s*(?:final\\s+)?(?<types>[\\w.|\\s]+?)\\s+(?<name>\\w+)\\s*\\)\\s*\\{");
    private static final Pattern SUBJECT = Pattern.compile("(?i)\\binterrupt(?:ed|ing|s)?\\b");

    private static final Pattern HANDLER = Pattern.compile("\\bvoid\\s+handleComplete\\s*\\([^)]*\\)\\s*\\{");

    private InterruptHelp() {}

    /** The verdict, in which each failure that is about an interrupt says where it is lost, if that is plain. */
    static Verdict added(Verdict verdict, Sources sources) {
        return Found.added(verdict, sources, InterruptHelp::isAboutInterrupts, InterruptHelp::in);
    }

    private static boolean isAboutInterrupts(TestResult test) {
        return test.failed() && test.message() != null && SUBJECT.matcher(test.name() + " " + test.message().lines().findFirst().orElse("")).find();
    }

    /** No task's own catch, nor one in main: those are none of the method's. */
    private static Optional<Found> in(String code) {
        var main = code.indexOf("void main(");
        var catches = CATCH.matcher(main < 0 ? code : code.substring(0, main));
        while (catches.find()) {
            var body = code.substring(catches.end(), JavaText.endOfBlock(code, catches.end()));
            var passedOn = body.matches("(?s).*\\bthrow\\s+" + catches.group("name") + "\\s*;.*") || body.matches("(?s).*\\bthrow\\s+new\\s+InterruptedException\\b.*");
            // Who notes it has something in mind with it.
            if (!passedOn && !body.matches("(?s).*=\\s*true\\s*;.*") && isOfInterrupts(catches.group("types"), code.substring(0, catches.start()))) {
                var what = isInHandler(code, catches.start()) ? Found.What.TURN_LOST : body.contains("throw ") ? Found.What.INTERRUPT_REPLACED : Found.What.INTERRUPT_LOST;
                return Optional.of(new Found(JavaText.lineAt(code, catches.start()), what));
            }
        }
        return Optional.empty();
    }

    /** Which may not throw it: a task that has ended waits there for its turn. */
    private static boolean isInHandler(String code, int place) {
        var handler = HANDLER.matcher(code);
        return handler.find() && handler.end() < place && place < JavaText.endOfBlock(code, handler.end());
    }

    /** By its name, or with all others where somebody waits for a scope. */
    private static boolean isOfInterrupts(String types, String before) {
        return types.matches("(?s).*\\bInterruptedException\\b.*")
                || types.matches("(?s).*\\b(?:Exception|Throwable)\\b.*") && block(before).matches("(?s).*\\.join(?:Until)?\\(.*");
    }

    /** The last block of a text, without what is in blocks before it. */
    private static String block(String text) {
        var depth = 0;
        for (int i = text.lastIndexOf('}'); i >= 0; i--) {
            depth += text.charAt(i) == '}' ? 1 : text.charAt(i) == '{' ? -1 : 0;
            if (depth == 0) {
                return text.substring(i);
            }
        }
        return "";
    }
}
