package structured.coach.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.machine.Source;

/** What tests were compiled to is used again if, and only if, they would be compiled to the same. */
@DisplayName("tests are compiled again")
class KnownTestsTest {

    private final MemoryCompiler compiler = new MemoryCompiler();

    @TempDir
    private Path folder;
    private Path main;
    private Path test;
    private MemoryCompiler.Result first;

    @BeforeEach
    void compile() throws IOException {
        main = folder.resolve("Work.java");
        test = folder.resolve("WorkTest.java");
        Files.writeString(test, """
                class WorkTest {
                    int size = Work.size();
                    String hint = switch (Work.state()) { case ON -> "on"; case OFF -> "off"; };
                    Object told = Work.through().told();
                    Work.Maker maker = () -> 1;
                    Work own = new Work() {};
                    Work.Open open = new Work.Open() {};
                }
                """);
        first = compile("");
        assertThat(first.problems()).isEmpty();
    }

    private MemoryCompiler.Result compile(String more, String... replaced) throws IOException {
        var text = """
                class Work {
                    static int size() { return 1; }
                    enum State { ON, OFF }
                    static State state() { return State.ON; }
                    static class Hidden { int told() { return 1; } }
                    static Hidden through() { return new Hidden(); }
                    interface Maker { int make(); }
                    abstract static class Open {}
                    %s
                }
                """.formatted(more);
        for (int i = 0; i < replaced.length; i += 2) {
            text = text.replace(replaced[i], replaced[i + 1]);
        }
        Files.writeString(main, text);
        return compiler.compile(List.of((Source.Read) Source.of(main)), List.of((Source.Read) Source.of(test)));
    }

    private void isTheSameWith(String more, String... replaced) throws IOException {
        var result = compile(more, replaced);
        assertThat(result.problems()).isEmpty();
        assertThat(result.classes().tests()).isSameAs(first.classes().tests());
    }

    private void isAnotherWith(String more, String... replaced) throws IOException {
        var result = compile(more, replaced);
        assertThat(result.problems().isEmpty() && result.classes().tests() == first.classes().tests()).isFalse();
    }

    @Test
    @DisplayName("not for what they have no name of: helpers, be they methods, fields or types, and other bodies")
    void notNamed() throws IOException {
        isTheSameWith("static int helper() { return 2; } static final int COUNT = 3; record Pair(int left, int right) {}");
        isTheSameWith("}\nclass Other { int more;");
        isTheSameWith("", "return 1;", "return 7;");
    }

    @Test
    @DisplayName("for a type of a member that they name")
    void named() throws IOException {
        isAnotherWith("", "static int size() { return 1; }", "static short size() { return 1; }");
        isAnotherWith("static long size(long by) { return by; }");
    }

    @Test
    @DisplayName("for what they see through another type, without a name of its own")
    void seenThroughAnother() throws IOException {
        isAnotherWith("", "int told() { return 1; }", "String told() { return null; }");
        isAnotherWith("", "class Hidden {", "class Hidden extends Base {", "interface Maker", "static class Base {} interface Maker");
    }

    @Test
    @DisplayName("for one more constant of an enum, one more method of an interface, and one more that is abstract")
    void oneMore() throws IOException {
        isAnotherWith("", "ON, OFF", "ON, OFF, HALF");
        isAnotherWith("", "int make();", "int make(); int again();");
        isAnotherWith("", "class Open {}", "class Open { abstract void again(); }");
        isAnotherWith("abstract void again();", "class Work {", "abstract class Work {");
    }
}
