package structured.differences;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.StructuredTaskScope;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That the API is what docs/later-jdks.md says: that of JDK 25, but for the changes that each JDK since then has in a class here. */
@DisplayName("the API of structured concurrency")
class ApiTest {

    @Test
    @DisplayName("is that of JDK 25 with the changes of each JDK since then, and no other")
    void unchangedButFor() throws ReflectiveOperationException {
        var expected = new TreeSet<>(Api25.LINES.lines().toList());
        for (int jdk = 26; jdk <= Runtime.version().feature(); jdk++) {
            for (var change : changes(jdk)) {
                var line = change.substring(2);
                assertThat(change.startsWith("+ ") ? expected.add(line) : expected.remove(line)).as("whether %s can be: %s", jdk, change).isTrue();
            }
        }
        assertThat(described()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** None, if there is no class for it. */
    private static List<String> changes(int jdk) throws ReflectiveOperationException {
        try {
            return ((String) Class.forName(Api25.class.getName().replace("25", String.valueOf(jdk))).getDeclaredField("CHANGES").get(null)).lines().toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }

    /** A line for each public type and each of its public methods and constructors. */
    private static List<String> described() {
        var lines = new ArrayList<String>();
        Stream.of(StructuredTaskScope.class, ScopedValue.class).flatMap(ApiTest::withNested).forEach(type -> {
            lines.add(type.toGenericString());
            Arrays.stream(type.getConstructors()).map(Constructor::toGenericString).forEach(lines::add);
            Arrays.stream(type.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .map(Method::toGenericString).forEach(lines::add);
        });
        return lines.stream().map(ApiTest::inShort).toList();
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(Stream.of(type),
                Arrays.stream(type.getDeclaredClasses()).filter(nested -> Modifier.isPublic(nested.getModifiers())).flatMap(ApiTest::withNested));
    }

    /** Without what they all have: names of packages, the type that they are in, and that they are public. */
    private static String inShort(String text) {
        return text.replaceAll("\\b(public|abstract) ", "").replaceAll("\\b([a-z]+\\.)+(?=[A-Z])", "").replace("StructuredTaskScope$", "").replace("ScopedValue$", "");
    }
}
