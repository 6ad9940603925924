package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the check of figures that were measured")
class MeasuredTest {

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void figures() throws Exception {
        site = new SmallSite(folder).with("benchmarks/results/figures.txt", """
                # key = median least most unit
                originals.gather = 4430.000000 4426.000000 4441.000000 ms
                tasks.peak = 1950.000000 1900.000000 2070.000000 MB
                tasks.ratio = 0.290000 0.200000 0.400000 times
                """);
    }

    @ParameterizedTest
    @DisplayName("accepts what lies within the runs, rounded as it is written")
    @ValueSource(strings = {"it takes 4.4 s<!-- measured: originals.gather -->", "**4 s**<!-- measured: originals.gather -->, no more",
        "| a | 4,440 ms<!-- measured: originals.gather --> |", "in 4.43\nseconds<!-- measured: originals.gather -->", "2 GB<!-- measured: tasks.peak -->",
        "0.3<!-- measured: tasks.ratio --> of it", "0.21 times<!-- measured: tasks.ratio -->", "a third<!-- measured: tasks.ratio at most 0.33 -->",
        "over a gigabyte<!-- measured: tasks.peak at least 1 GB -->", "`4.4 s<!-- measured: any -->`"})
    void right(String text) throws Exception {
        assertThat(Measured.check(site.with("README.md", "A page\n\n" + text + "\n").site()).flaws()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("finds what the runs no longer support, says what they gave, and what to do")
    @ValueSource(strings = {"it takes 4.5 s<!-- measured: originals.gather -->", "4.4 ms<!-- measured: originals.gather -->", "3 GB<!-- measured: tasks.peak -->",
        "4430 MB<!-- measured: originals.gather -->", "0.5<!-- measured: tasks.ratio -->", "a quarter<!-- measured: tasks.ratio at most 0.25 -->",
        "over two gigabytes<!-- measured: tasks.peak at least 2 GB -->"})
    void wrong(String text) throws Exception {
        assertThat(Measured.check(site.with("README.md", "A page\n\nIt says: " + text + "\n").site()).flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.file()).isEqualTo("README.md");
            assertThat(flaw.line()).isEqualTo(3);
            assertThat(flaw.what()).contains("is not what was measured").contains(" is ").contains("from");
            assertThat(flaw.remedy()).contains("benchmarks/run");
        });
    }

    @Test
    @DisplayName("says what was measured in figures that can be read")
    void readable() throws Exception {
        assertThat(Measured.check(site.with("README.md", "4.5 s<!-- measured: originals.gather -->\n").site()).flaws()).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).isEqualTo("\"4.5 s\" is not what was measured: originals.gather is 4,430 ms, from 4,426 to 4,441"));
    }

    @ParameterizedTest
    @DisplayName("finds a mark that names no figure, has none before it, or can't be understood")
    @ValueSource(strings = {"4.4 s<!-- measured: originals.gone -->", "quickly<!-- measured: originals.gather -->", "4.4 s<!-- measured: originals.gather about 4 -->",
        "<!-- measured: originals.gather -->", "4.4 parsecs<!-- measured: originals.gather -->"})
    void unclear(String text) throws Exception {
        assertThat(Measured.check(site.with("docs/page.md", text + "\n").site()).flaws()).hasSize(1);
    }

    @Test
    @DisplayName("reads a figure in Portuguese with a comma before the decimals, and a point between thousands")
    void portuguese() throws Exception {
        assertThat(Measured.check(site.with("README.pt-BR.md", "4,4 segundos<!-- measured: originals.gather -->\n").site()).flaws()).isEmpty();
        assertThat(Measured.check(site.with("README.pt-BR.md", "4.430 ms<!-- measured: originals.gather -->\n").site()).flaws()).isEmpty();
        assertThat(Measured.check(site.with("README.pt-BR.md", "4,5 segundos<!-- measured: originals.gather -->\n").site()).flaws()).hasSize(1);
    }

    @Test
    @DisplayName("finds results that nothing was made of, and what is no longer as it was made")
    void made() throws Exception {
        // The sums of "a", and of "made\n".
        site.with("benchmarks/results/tasks.csv", "a").with("docs/page.md", "By hand.\n<!-- begin measured: tasks -->\nmade\n<!-- end measured: tasks -->\n")
                .with("benchmarks/results/made.txt", "# sums\ne8b7be43 benchmarks/results/tasks.csv\n939bc187 docs/page.md#tasks\n");
        assertThat(Measured.check(site.site()).flaws()).isEmpty();
        site.with("docs/page.md", "Else.\n<!-- begin measured: tasks -->\nchanged\n<!-- end measured: tasks -->\n").with("benchmarks/results/tasks.csv", "b")
                .with("benchmarks/results/new.csv", "c");
        assertThat(Measured.check(site.site()).flaws()).extracting(Flaw::file).containsExactly("benchmarks/results/tasks.csv", "docs/page.md", "benchmarks/results/new.csv");
    }
}
