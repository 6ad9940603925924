package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what is said of the age of a translation")
class AgeTest {

    private static final String MORE = "docs/more.md";
    private static final String PAGE = """
            [Português](more.pt-BR.md)

            # More

            Open a scope, and fork all the tasks in it.
            Then wait.

            - First
            - Second

            | Wait | Why |
            |---|---|
            | join | all |
            | joinUntil | in time |

            ```
            task ====
            ```
            """;
    private static final String PAGINA = """
            [English](more.md)

            # Mais

            Abra um escopo, e faça nele o fork de todas as tarefas. Depois espere.

            - Primeiro
            - Segundo

            | Espera | Por quê |
            |---|---|
            | join | todas |
            | joinUntil | a tempo |

            ```
            tarefa ====
            ```
            """;

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = SmallSite.inTwoLanguages(folder).with(MORE, PAGE).with("docs/more.pt-BR.md", PAGINA).translated();
    }

    @Test
    @DisplayName("is nothing, where nothing has changed but where lines are broken")
    void young() throws Exception {
        small.with(MORE, PAGE.replace("tasks in it.\nThen", "tasks\nin it. Then"));
        assertThat(flaws()).isEmpty();
    }

    @Test
    @DisplayName("names each passage that has changed by its line and its first words: a paragraph, an item, a heading, a row, a drawing")
    void changed() throws Exception {
        small.with(MORE, PAGE.replace("Then wait", "Then join").replace("First", "At first").replace("# More", "# More of it").replace("in time", "not for ever").replace("====", "=="));
        assertThat(flaws()).containsExactly("docs/more.pt-BR.md is older than line 3 of docs/more.md: # More of it",
                "docs/more.pt-BR.md is older than line 5 of docs/more.md: Open a scope, and fork all the tasks in ...",
                "docs/more.pt-BR.md is older than line 8 of docs/more.md: At first",
                "docs/more.pt-BR.md is older than line 14 of docs/more.md: | joinUntil | not for ever |",
                "docs/more.pt-BR.md is older than line 16 of docs/more.md: ``` task == ```");
    }

    @Test
    @DisplayName("names what is new in the source, and the place where something is gone from it")
    void moreOrLess() throws Exception {
        small.with(MORE, PAGE.replace("- First\n", "").replace("| join | all |", "| join | all |\n| get | never |"));
        assertThat(flaws()).containsExactly("docs/more.pt-BR.md is older than line 13 of docs/more.md: | get | never |",
                "docs/more.pt-BR.md is older than docs/more.md, where something is gone below line 5: Open a scope, and fork all the tasks in ...");
        small.with(MORE, PAGE.replaceFirst(".*\n\n", ""));
        assertThat(flaws()).contains("docs/more.pt-BR.md is older than the top of docs/more.md, where something is gone");
    }

    @Test
    @DisplayName("doesn't take one of two passages with the same words for the other")
    void twice() throws Exception {
        small.with(MORE, PAGE.replace("- Second", "- First")).translated();
        assertThat(flaws()).isEmpty();
        small.with(MORE, PAGE.replace("- First\n- Second", "- First\n- First\n- First"));
        assertThat(flaws()).containsExactly("docs/more.pt-BR.md is older than line 10 of docs/more.md: First");
        small.with(MORE, PAGE.replace("- Second\n", ""));
        assertThat(flaws()).containsExactly("docs/more.pt-BR.md is older than docs/more.md, where something is gone below line 8: First");
    }

    @Test
    @DisplayName("says where nobody has compared a page yet, and what a merge has left")
    void notYet() throws Exception {
        small.with("docs/translated.pt-BR.txt", "<<<<<<< HEAD\n");
        assertThat(flaws()).contains("docs/more.pt-BR.md nobody has said yet that it was compared with docs/more.md",
                "docs/translated.pt-BR.txt this line is neither a file nor a checksum: did a merge leave it?");
    }

    private List<String> flaws() throws IOException, InterruptedException {
        return Translations.check(small.site(), SmallSite.NO_COMMANDS).flaws().stream().filter(flaw -> !flaw.what().contains("first lines")).map(flaw -> flaw.file() + " " + flaw.what()).toList();
    }
}
