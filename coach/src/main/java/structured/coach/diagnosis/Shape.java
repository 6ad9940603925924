package structured.coach.diagnosis;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import structured.coach.judge.Found;
import structured.coach.verdict.TestResult;

/** The kind of a failure: its message without what is another one each time, or in each exercise. */
final class Shape {

    /** All that comes after the first of these is of a line, a place or an order of steps; or of the text, and not of what it does. */
    private static final Pattern REST = Pattern.compile("(?s)(\\R    at |\\RLine \\d+ |\\R    See step|\\R\\s*\\R\\s*It happens if|\\R\\s*Something was put around|\\R\\s*but there were|\\R\\s*when comparing).*");

    /** A list, or another thing that toString prints with all that is in it. */
    private static final Pattern LIST = Pattern.compile("\\[[^\\[\\]]*]|\"[^\"]*\"|\\{[^{}]*}|Optional\\[.*?]|@[0-9a-f]+");
    private static final Pattern FRAME = Pattern.compile("\\bat [\\w.$/<>]+\\([^)]*\\)|\\.\\.\\. \\d+ more");
    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?:\\w+\\$)?(\\w+)(: [^,\\n]*?)?(?=,|\\n|$|\\.$|\\. | of | and | was | come| were )");
    private static final Pattern TYPE = Pattern.compile("\\b(?:[a-z]\\w*[./])+(?:\\w+\\$)?([A-Z0-9]\\w*)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'-]*");
    private static final Set<String> SMALL = Set.of("a", "an", "the", "of", "it", "its", "and", "to", "in", "is", "are", "was", "were", "that", "for", "as", "s", "has", "had", "be");

    /** What exercises call the method that is tested: another word for the same in each. */
    private static final Set<String> METHODS = Set.of("call", "run", "gather", "gatherEven", "forEachDone", "gatherBound", "gatherInBatches", "gatherLimited",
            "gatherSettled", "gatherWithin", "firstSuccessful", "callInSequence");

    /** What comes after so many tells no more. */
    private static final int WORDS = 12;

    private Shape() {}

    /** What a test that failed says, in a few words with dashes between them. */
    static String of(TestResult test) {
        return of(test.message() == null ? "" : Found.without(test.message()));
    }

    static String of(String message) {
        var hang = message.indexOf("was given up. ");
        var text = hang < 0 ? message : "hangs: " + message.substring(hang + "was given up. ".length()).replaceAll("(?s)(\\. |, at ).*", "")
                        .replaceAll("^\\d+ (subtask|thread)s(?: that are( none of the tests)')?: each", "A $1");
        text = REST.matcher(text).replaceFirst("");
        for (String before = null; !text.equals(before); ) {
            before = text;
            text = LIST.matcher(text).replaceAll(" ");
        }
        text = FRAME.matcher(text).replaceAll(" ");
        text = EXCEPTION.matcher(text).replaceAll("$1");
        text = TYPE.matcher(text).replaceAll("$1");
        var words = new ArrayList<String>();
        var all = WORD.matcher(text);
        while (all.find() && words.size() < WORDS) {
            var word = all.group();
            if (!SMALL.contains(word.toLowerCase(Locale.ROOT)) && !METHODS.contains(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? "nothing-said" : String.join("-", words);
    }
}
