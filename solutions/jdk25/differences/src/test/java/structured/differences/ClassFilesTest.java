package structured.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/later-jdks.md says of compilers and class files. */
@DisplayName("a JDK after 21")
class ClassFilesTest {

    private static final String JDK = String.valueOf(Runtime.version().feature());

    private static final Map<String, String> SCOPE = Map.of("Some", "class Some { java.util.concurrent.StructuredTaskScope<?, ?> scope; }");
    private static final Map<String, String> SCOPE_OF_27 = Map.of("Some", "class Some { java.util.concurrent.StructuredTaskScope<?, ?, ?> scope; }");

    @Test
    @DisplayName("refuses a class that was compiled with the previews of 21")
    void previewsOf21() throws IOException {
        byte[] file;
        try (var own = ClassFilesTest.class.getResourceAsStream("ScopesTest.class")) {
            file = own.readAllBytes();
        }
        // A version of class files is two numbers: 65535 says that there are previews, and 65 says of which JDK.
        assertThat(file).startsWith(0xCA, 0xFE, 0xBA, 0xBE, 0xFF, 0xFF, 0, Runtime.version().feature() + 44);
        file[7] = 21 + 44;
        assertThatThrownBy(() -> new ClassLoader(null) {
            Class<?> defined() {
                return defineClass(null, file, 0, file.length);
            }
        }.defined()).isInstanceOf(UnsupportedClassVersionError.class).hasMessageContaining("preview");
    }

    @Test
    @DisplayName("refuses to compile with --release 21 --enable-preview")
    void release21() throws Exception {
        var one = Map.of("Some", "class Some { }");
        assertThat(Javac.errors(one, "--release", "21")).isEmpty();
        assertThat(Javac.errors(one, "--release", "21", "--enable-preview")).containsOnlyKeys("");
    }

    @Test
    @DisplayName("still has StructuredTaskScope as a preview, and ScopedValue as final: if this is red, it is final now")
    void stillAPreview() throws Exception {
        var scope = Runtime.version().feature() < 27 ? SCOPE : SCOPE_OF_27;
        assertThat(Javac.errors(scope, "--release", JDK)).hasSize(1).allSatisfy((name, error) -> assertThat(error).contains("preview"));
        assertThat(Javac.errors(scope, "--release", JDK, "--enable-preview")).isEmpty();
        assertThat(Javac.errors(Map.of("Some", "class Some { ScopedValue<?> value; }"), "--release", JDK)).isEmpty();
    }
}
