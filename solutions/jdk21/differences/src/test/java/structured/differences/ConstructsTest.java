package structured.differences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of constructs in docs/later-jdks.md, which is code in constructs.txt. */
@DisplayName("a construct of the API, in constructs.txt,")
class ConstructsTest {

    private static final int JDK = Runtime.version().feature();

    private static final String CLASS = """
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.StructuredTaskScope.*;
            import java.util.function.*;
            import java.util.stream.*;

            class %s {
                void run(Callable<String> task, Runnable action, Duration duration, Instant instant, ThreadFactory factory, ScopedValue<String> key)
                        throws Exception {
                    %s
                }
            }
            """;

    /** All forms in a class each, by its name, and what this JDK's compiler finds wrong with them. */
    private static final Map<String, String> FORMS = new TreeMap<>();
    private static Map<String, String> errors;

    /** The names of those that are this JDK's, and of those that were an earlier one's. */
    private static final List<String> OURS = new ArrayList<>();
    private static final List<String> EARLIER = new ArrayList<>();

    @BeforeAll
    static void compileAll() throws Exception {
        String text;
        try (var file = ConstructsTest.class.getResourceAsStream("/constructs.txt")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (var block : text.replaceAll("(?m)^#.*\\R", "").strip().split("\\R\\R+")) {
            var name = block.lines().findFirst().orElseThrow().replaceAll("\\W+", "_");
            var forms = new TreeMap<Integer, String>();
            block.lines().filter(line -> line.matches("\\d+: .*")).forEach(line -> forms.put(Integer.valueOf(line.split(":")[0]), line.replaceFirst("\\d+: ", "")));
            var ours = forms.floorEntry(JDK).getValue();
            forms.headMap(JDK, true).forEach((jdk, form) -> {
                if (!form.equals("-")) {
                    (form.equals(ours) ? OURS : EARLIER).add(name + "_" + jdk);
                    FORMS.put(name + "_" + jdk, CLASS.formatted(name + "_" + jdk, form));
                }
            });
        }
        errors = Javac.errors(FORMS, "--release", String.valueOf(JDK), "--enable-preview");
    }

    @Test
    @DisplayName("compiles in the form that it has on this JDK")
    void ours() {
        var refused = new HashMap<>(errors);
        refused.keySet().retainAll(OURS);
        assertThat(OURS).isNotEmpty();
        assertThat(refused).as("refused here, with the error").isEmpty();
    }

    @Test
    @DisplayName("doesn't compile in a form that it had before")
    void earlier() {
        var accepted = new LinkedHashSet<>(EARLIER);
        accepted.removeAll(errors.keySet());
        assertThat(EARLIER.isEmpty()).as("nothing was before 21").isEqualTo(JDK == 21);
        assertThat(accepted).as("still accepted here").isEmpty();
    }
}
