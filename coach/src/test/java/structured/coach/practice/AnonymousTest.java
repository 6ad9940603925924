package structured.coach.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("code without what tells whether it is right")
class AnonymousTest {

    private static final String SOURCE = """
            // Pitfall: waits { for nothing.
            package structured.wait;

            import java.util.List;

            /** Waits { too. */
            @SuppressWarnings("preview")
            public final class Wait {

                private static final String URL = "http://host/*no*/";    // a comment

                private Wait() {}

                /** The method. */
                public static String waited(int n) {
                    /* nobody
                       waits */
                    char quote = '"'; // it waits
                    return URL + quote + helped(\"""
                        // not a "comment"
                        \""");
                }

                private static String helped(String text) {
                    return text;
                }

                public static void main(String[] args) {
                    System.out.println(shown(1));
                }

                private static String shown(int n) {
                    return waited(n);
                }
            }
            """;

    @Test
    @DisplayName("has no comments, no annotations, no imports, no main and nothing that only main needs")
    void short_() throws Exception {
        var code = new Anonymous(SOURCE);
        assertThat(String.join("\n", code.lines(code))).isEqualTo("""
                public final class Wait {
                    private static final String URL = "http://host/*no*/";

                    public static String waited(int n) {
                        char quote = '"';
                        return URL + quote + helped(\"""
                            // not a "comment"
                            \""");
                    }

                    private static String helped(String text) {
                        return text;
                    }
                }""");
    }

    @Test
    @DisplayName("has the methods that another answer has too in one line each, if it is long")
    void long_() throws Exception {
        var lines = "        n++;\n".repeat(50);
        var one = "class A {\n    void same(int n)\n            throws Error {\n        n--;\n    }\n\n    int other(int n) {\n%s        return n;\n    }\n}\n";
        var folded = new Anonymous(one.formatted(lines)).lines(new Anonymous(one.formatted("")));
        assertThat(folded).startsWith("class A {", "    void same(int n) throws Error { ... }", "", "    int other(int n) {", "        n++;").hasSize(57);
        var itself = new Anonymous(one.formatted(lines));
        assertThat(itself.lines(itself)).as("nothing is folded of itself").contains("        n--;");
    }
}
