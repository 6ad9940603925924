package structured.coach.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import structured.coach.words.Language;

/** What the workshop's guide asks those who have made a mistake, in the tables of its exercises. */
final class Questions {

    private static final Pattern EXERCISE = Pattern.compile("### (\\d\\d) .*");
    private static final Pattern ROW = Pattern.compile("\\|(.*)\\|.*\\|(.*)\\|");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");
    private static final Pattern QUESTION = Pattern.compile("[\"“]([^\"“”]*\\?)[\"”]");

    private Questions() {}

    /** By the number of the exercise and the name of the pitfall, such as {@code 04 no-join}. */
    static Map<String, String> in(Path root) {
        var questions = new HashMap<String, String>();
        var exercise = "";
        try {
            for (var line : Files.readAllLines(root.resolve(Language.here().nameOf("docs/workshop-guide.md")), StandardCharsets.UTF_8)) {
                var heading = EXERCISE.matcher(line);
                var row = ROW.matcher(line);
                if (heading.matches()) {
                    exercise = heading.group(1);
                } else if (row.matches()) {
                    var question = QUESTION.matcher(row.group(2));
                    if (question.find()) {
                        var names = NAME.matcher(row.group(1));
                        while (names.find()) {
                            questions.put(exercise + " " + names.group(1), question.group(1));
                        }
                    }
                }
            }
        } catch (IOException e) {
            // Then each kind has its own: also where the guide isn't there in their language.
        }
        return questions;
    }
}
