package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Construct;

@DisplayName("the check of constructs")
class ConstructsTest {

    private static final String CONSTRUCTS = """
            # Not a construct.

            The first success will do
            found by: OnSuccess, result()
            21: new OnSuccess().join().result();
            25: open(anyResult()).join();
            26: open(any()).join();
            told: It is a joiner now.

            In a variable
            21: -
            27: open(config);
            """;

    private static final String TABLE = """
            | Construct | 21 | 25 | 26 | 27, 28-ea |
            |---|---|---|---|---|
            | The first success will do | `new OnSuccess()`, `result()` | `open(anyResult())` | `open(...).join()` | |
            | In a variable | none | | | `open(config)` |
            """;

    @TempDir
    private Path folder;

    private List<String> flaws(String constructs, String table) throws Exception {
        var site = new SmallSite(folder).with(Construct.FILE, constructs).with("docs/later-jdks.md", table).site();
        return Constructs.check(site).flaws().stream().map(Flaw::what).toList();
    }

    @Test
    @DisplayName("takes a table that shows of each form a part, where there is a new one, and nothing where there is none")
    void right() throws Exception {
        assertThat(flaws(CONSTRUCTS, TABLE)).isEmpty();
        assertThat(Constructs.check(new SmallSite(folder).site()).passed()).isEqualTo(2);
    }

    @Test
    @DisplayName("says which code is not in the form of its JDK, which form is not shown, and where nothing changes")
    void wrong() throws Exception {
        assertThat(flaws(CONSTRUCTS, TABLE.replace("anyResult", "any"))).containsExactly("the form for JDK 25 has no open(any())");
        assertThat(flaws(CONSTRUCTS, TABLE.replace("`open(...).join()`", ""))).containsExactly("JDK 26 has another form, which has to be shown");
        assertThat(flaws(CONSTRUCTS, TABLE.replace("none | |", "none | `open()` |"))).containsExactly("nothing changes on JDK 25");
        assertThat(flaws(CONSTRUCTS, TABLE.replace("none", "`open()`"))).containsExactly("the form for JDK 21 has no open()");
    }

    @Test
    @DisplayName("misses a row, and a construct")
    void missing() throws Exception {
        assertThat(flaws(CONSTRUCTS, TABLE.lines().limit(3).reduce("", (all, line) -> all + line + "\n")))
                .containsExactly("\"In a variable\" has no row in docs/later-jdks.md");
        assertThat(flaws(CONSTRUCTS, TABLE + "| Another | | | | |\n")).containsExactly("no construct of %s has this name".formatted(Construct.FILE));
    }

    @Test
    @DisplayName("wants what a construct is found by to be in one of its forms")
    void foundBy() throws Exception {
        assertThat(flaws(CONSTRUCTS.replace("OnSuccess, result()", "OnFailure, Success"), TABLE)).containsExactly("no form of \"The first success will do\" has OnFailure",
                "no form of \"The first success will do\" has Success");
    }

    @Test
    @DisplayName("knows the form on a JDK: its own, or else that of the one before it, or none")
    void forms() {
        var constructs = Construct.in(CONSTRUCTS);
        assertThat(constructs.getFirst().form(28)).contains("open(any()).join();");
        assertThat(constructs.getFirst().form(25)).contains("open(anyResult()).join();");
        assertThat(constructs.getFirst().told()).isEqualTo("It is a joiner now.");
        assertThat(constructs.getLast().form(26)).isEmpty();
        assertThatThrownBy(() -> Construct.in(CONSTRUCTS + "28 no colon\n")).hasMessageContaining("28 no colon");
    }
}
