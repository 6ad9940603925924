package structured.coach.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.JavaText;
import structured.coach.machine.Source;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** Where an interrupt is lost that tests miss: in a catch, which leaves no trace. It is found in the text. */
public final class InterruptHelp {

    private static final Wording SAY = Wording.of(InterruptHelp.class);
    private static final String GOES_ON = "interrupt.goes-on";
    private static final String THROWS_ANOTHER = "interrupt.throws-another";

    private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\(\\s*(?:final\\s+)?(?<types>[\\w.|\\s]+?)\\s+(?<name>\\w+)\\s*\\)\\s*\\{");
    private static final Pattern SUBJECT = Pattern.compile("(?i)\\binterrupt(?:ed|ing|s)?\\b");

    /** What it adds to a message, in whichever language. */
    private static final Pattern ADDED = Pattern.compile("\\n(?:" + Language.all().stream()
            .flatMap(language -> Stream.of(GOES_ON, THROWS_ANOTHER).map(key -> Pattern.quote(SAY.in(language, key, 0)).replaceFirst("0", "\\\\E\\\\d+\\\\Q")))
            .collect(Collectors.joining("|")) + ")$");

    /** A catch by whose line an interrupt doesn't get. */
    private record Caught(Path file, int line, boolean throwsAnother) {
        String said() {
            return SAY.of(throwsAnother ? THROWS_ANOTHER : GOES_ON, line);
        }
    }

    private InterruptHelp() {}

    /** The verdict, in which each failure that is about an interrupt says where it is lost, if that is plain. */
    static Verdict added(Verdict verdict, Sources sources) {
        if (verdict.tests().stream().noneMatch(InterruptHelp::isAboutInterrupts)) {
            return verdict;
        }
        var caught = in(sources);
        return caught.isEmpty() ? verdict : new Verdict(verdict.status(), verdict.sentence(),
                verdict.tests().stream().map(test -> isAboutInterrupts(test) ? told(test, caught.get().file, caught.get().line, caught.get().said()) : test).toList(), verdict.problems(), verdict.output());
    }

    /** The message as the test itself says it. */
    public static String without(String message) {
        return ADDED.matcher(message).replaceFirst("");
    }

    private static boolean isAboutInterrupts(TestResult test) {
        return test.failed() && test.message() != null && SUBJECT.matcher(test.name() + " " + test.message().lines().findFirst().orElse("")).find();
    }

    /** A failure with what else is said of it, by a line, which comes first among those that are shown. */
    static TestResult told(TestResult test, Path file, int line, String said) {
        var frames = new ArrayList<>(List.of("(%s:%d)".formatted(file.getFileName(), line)));
        frames.addAll(test.frames());
        return new TestResult(test.test(), test.name(), test.step(), test.outcome(), test.message() + "\n" + said, frames);
    }

    private static Optional<Caught> in(Sources sources) {
        for (var source : Source.read(sources.main())) {
            var found = in(source.path(), JavaText.codeOnly(source.text()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** No task's own catch, nor one in main: those are none of the method's. */
    private static Optional<Caught> in(Path file, String code) {
        var main = code.indexOf("void main(");
        var catches = CATCH.matcher(main < 0 ? code : code.substring(0, main));
        while (catches.find()) {
            var body = code.substring(catches.end(), endOf(code, catches.end()));
            var passedOn = body.matches("(?s).*\\bthrow\\s+" + catches.group("name") + "\\s*;.*") || body.matches("(?s).*\\bthrow\\s+new\\s+InterruptedException\\b.*");
            // Who notes it has something in mind with it.
            if (!passedOn && !body.matches("(?s).*=\\s*true\\s*;.*") && isOfInterrupts(catches.group("types"), code.substring(0, catches.start()))) {
                return Optional.of(new Caught(file, JavaText.lineAt(code, catches.start()), body.contains("throw ")));
            }
        }
        return Optional.empty();
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

    /** Where the block ends that begins there. */
    static int endOf(String code, int begin) {
        var depth = 1;
        for (int i = begin; i < code.length(); i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code.length();
    }
}
