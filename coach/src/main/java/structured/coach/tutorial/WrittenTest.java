package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import structured.coach.machine.SourceText;

/**
 * A test of an exercise, as its source has it: nothing need be run to know of it.
 *
 * @param source the file that it is in
 * @param method its method's name
 * @param name its display name, a sentence
 * @param bySchedule whether it is run in many orders of its threads' steps
 */
public record WrittenTest(Path source, String method, String name, boolean bySchedule) {

    /** A test's annotations, up to its name. All of this tutorial's tests have these, in whatever order. */
    private static final Pattern TEST = Pattern.compile("@Test\\b((?:(?!@Test\\b|\\bvoid\\b)[\\s\\S])*)\\bvoid\\s+(\\w+)\\s*\\(");
    private static final Pattern NAME = Pattern.compile("@DisplayName\\(\"((?:\\\\.|[^\"\\\\])*)\"\\)");

    /** All tests of an exercise. */
    public static List<WrittenTest> of(Exercise exercise) throws IOException {
        var tests = new ArrayList<WrittenTest>();
        for (var source : exercise.tests()) {
            TEST.matcher(new String(SourceText.bytes(source), StandardCharsets.UTF_8)).results().forEach(test -> {
                var name = NAME.matcher(test.group(1));
                tests.add(new WrittenTest(source, test.group(2), name.find() ? name.group(1).translateEscapes() : test.group(2),
                        test.group(1).contains("Schedules.class")));
            });
        }
        return tests;
    }

    /** What verdicts call it: by its class and its method. */
    public String id() {
        return SourceText.className(source) + "." + method;
    }
}
