package structured.coach.judge.worker;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a module was compiled to, each class by its name.
 *
 * @param main the learner's
 * @param tests those of the test sources
 * @param texts the learner's sources, each by the name that it has as a resource, as in {@code structured/gather/Gather.java}
 */
public record Classes(Map<String, byte[]> main, Map<String, byte[]> tests, Map<String, String> texts) implements Serializable {

    /** Surefire's: of these names are the classes that it looks for tests in. Nested ones it finds through their outer class. */
    private static final Pattern TESTS = Pattern.compile("(.*\\.)?(Test[^.$]*|[^.$]*(Test|Tests|TestCase))");

    /** Nothing at all. */
    static final Classes NONE = new Classes(Map.of(), Map.of(), Map.of());

    byte[] bytesOf(String name) {
        var test = tests.get(name);
        return test != null ? test : main.get(name);
    }

    /** The names of the classes to look for tests in, in alphabetical order. */
    List<String> testClasses() {
        return tests.keySet().stream().filter(name -> TESTS.matcher(name).matches()).sorted().toList();
    }

    /** Those of them that have this sentence in them; all, if none has. It saves loading the others for a single test. */
    List<String> testClassesWith(String sentence) {
        var with = testClasses().stream()
                .filter(name -> new String(tests.get(name), StandardCharsets.UTF_8).contains(sentence)).toList();
        return with.isEmpty() ? testClasses() : with;
    }

    Frames frames() {
        return new Frames(new HashSet<>(main.keySet()), new HashSet<>(tests.keySet()));
    }
}
