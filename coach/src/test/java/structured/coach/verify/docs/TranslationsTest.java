package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the check of languages")
class TranslationsTest {

    private static final String EXERCISE = "modules/04-gather/";
    private static final String LESSON = """
            [Português](README.pt-BR.md)

            ### Step 1: fork 10,000 tasks

            Call `fork`, and read [more](../../docs/more.md#forks). It took 4.4 seconds.

            ```java
            scope.fork(task);
            ```

            ```sh
            ./workshop check 04    # once
            ```

            <img src="../../docs/images/04.svg" alt="Five bars.">
            """;
    private static final String LICAO = """
            [English](README.md)

            ### Passo 1: faça o fork de 10.000 tarefas

            Levou 4,4 segundos. Chame `fork`, e leia [mais](../../docs/more.pt-BR.md#fazer-forks).

            ```java
            scope.fork(task);
            ```

            ```sh
            ./workshop check 04    # uma vez
            ```

            <img src="../../docs/images/04.pt-BR.svg" alt="Cinco barras.">
            """;

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = SmallSite.inTwoLanguages(folder).with(EXERCISE + "pom.xml", "").with(EXERCISE + "README.md", LESSON).with(EXERCISE + "README.pt-BR.md", LICAO)
                .with("docs/more.md", "[Português](more.pt-BR.md)\n# Forks\n").with("docs/more.pt-BR.md", "[English](more.md)\n# Fazer forks\n")
                .with(EXERCISE + "src/test/java/structured/gather/GatherTest.java", "@Test @DisplayName(\"results keep their order\") void order() {}")
                .with(EXERCISE + "tests.pt-BR.properties", "GatherTest.order=os resultados seguem a sua ordem\n").translated();
    }

    @Test
    @DisplayName("is content where numbers, links and commands are the same, however each language writes them")
    void right() throws Exception {
        assertThat(flaws()).isEmpty();
    }

    @Test
    @DisplayName("names a lesson, hints, slides or a page of docs that a language hasn't, and no page that need not be there")
    void missing() throws Exception {
        small.with(EXERCISE + "hints.md", "## Step 1\n").with("README.md", "# All\n").with("docs/less.md", "# Less\n").with("docs/slides/slides.md", "# Slide\n")
                .with("docs/architecture.md", "# Architecture\n").with("docs/slides/README.md", "# Slides\n").with("CONTRIBUTING.md", "# Contributing\n");
        assertThat(flaws()).containsExactlyInAnyOrder(EXERCISE + "hints.pt-BR.md it is missing: modules/04-gather/hints.md is not there in Português",
                "README.pt-BR.md it is missing: README.md is not there in Português", "docs/less.pt-BR.md it is missing: docs/less.md is not there in Português",
                "docs/slides/slides.pt-BR.md it is missing: docs/slides/slides.md is not there in Português");
    }

    @Test
    @DisplayName("names each part that one of the two lacks: a step, a number, a link, code, a snippet, a picture")
    void otherwise() throws Exception {
        small.with(EXERCISE + "README.pt-BR.md", LICAO.replace("Passo 1", "Passo 2").replace("4,4", "4,5").replace("more.pt-BR", "less").replace("`fork`", "`join`")
                .replace("fork(task)", "fork(tarefa)").replace("04.pt-BR.svg", "05.svg"));
        var has = "README.pt-BR.md has what modules/04-gather/README.md hasn't: ";
        var lacks = "README.pt-BR.md lacks what modules/04-gather/README.md has in line ";
        assertThat(flaws()).containsExactlyInAnyOrder(
                EXERCISE + lacks + "3: heading ### of step 1", EXERCISE + has + "heading ### of step 2",
                EXERCISE + lacks + "5: number 44", EXERCISE + has + "number 45",
                EXERCISE + lacks + "5: link ../../docs/more.md", EXERCISE + has + "link ../../docs/less.md",
                EXERCISE + lacks + "5: code fork", EXERCISE + has + "code join",
                EXERCISE + lacks + "7: snippet scope.fork(task);", EXERCISE + has + "snippet scope.fork(tarefa);",
                EXERCISE + lacks + "15: src ../../docs/images/04.svg", EXERCISE + has + "src ../../docs/images/05.svg");
    }

    @Test
    @DisplayName("names sections in another order, a paragraph that is missing, and another step that is spoken of")
    void sections() throws Exception {
        var more = "\n### Step 2: join\n\nAs in step 1.\n\n- Nothing else.\n";
        var mais = "\n### Passo 2: faça o join\n\nComo no passo 1.\n\n- Nada mais.\n";
        small.with(EXERCISE + "README.md", LESSON + more).with(EXERCISE + "README.pt-BR.md", LICAO + mais).translated();
        assertThat(flaws()).isEmpty();
        small.with(EXERCISE + "README.pt-BR.md", LICAO + mais.replace("no passo 1", "no passo 2"));
        assertThat(flaws()).containsExactlyInAnyOrder(EXERCISE + "README.pt-BR.md lacks what modules/04-gather/README.md has in line 19: mention of step 1",
                EXERCISE + "README.pt-BR.md has what modules/04-gather/README.md hasn't: mention of step 2");
        small.with(EXERCISE + "README.pt-BR.md", LICAO + mais.replace("\n- Nada mais.\n", ""));
        assertThat(flaws()).containsExactly(EXERCISE + "README.pt-BR.md has 1 paragraphs in this section, where modules/04-gather/README.md has 2, from line 17 on");
        small.with(EXERCISE + "README.pt-BR.md", "[English](README.md)\n" + mais + LICAO.substring(LICAO.indexOf("\n\n")));
        assertThat(flaws()).containsExactly(EXERCISE + "README.pt-BR.md has heading ### of step 2 where modules/04-gather/README.md has heading ### of step 1, in line 3");
    }

    @Test
    @DisplayName("compares a page that is translated, wherever it is")
    void anyPage() throws Exception {
        small.with("CONTRIBUTING.md", "[Português](CONTRIBUTING.pt-BR.md)\n# More\n## Than that\n").with("CONTRIBUTING.pt-BR.md", "[English](CONTRIBUTING.md)\n# Mais\n");
        assertThat(flaws()).contains("CONTRIBUTING.pt-BR.md lacks what CONTRIBUTING.md has in line 3: heading ##");
    }

    @Test
    @DisplayName("lets a drawing have words in each language, and wants code to be the same")
    void drawings() throws Exception {
        small.with(EXERCISE + "README.md", LESSON + "\n```text\ntask 1  ===\n```\n").with(EXERCISE + "README.pt-BR.md", LICAO + "\n```text\ntarefa 1  ===\n```\n").translated();
        assertThat(flaws()).isEmpty();
    }

    @Test
    @DisplayName("keeps readers in their language, where the page that a link leads to is there")
    void links() throws Exception {
        small.with(EXERCISE + "README.pt-BR.md", LICAO.replace("more.pt-BR.md#fazer-forks", "more.md#forks"));
        assertThat(flaws()).containsExactly(EXERCISE + "README.pt-BR.md the link to ../../docs/more.md#forks leads to English, and docs/more.pt-BR.md is there");
    }

    @Test
    @DisplayName("wants the first lines of both to lead to the other, where those aren't hints or slides")
    void firstLines() throws Exception {
        small.with("docs/more.md", "# More\n").with("docs/more.pt-BR.md", "# Mais\n").with(EXERCISE + "hints.md", "# Hints\n").with(EXERCISE + "hints.pt-BR.md", "# Dicas\n").translated();
        assertThat(flaws()).containsExactlyInAnyOrder("docs/more.md its first lines don't lead to docs/more.pt-BR.md", "docs/more.pt-BR.md its first lines don't lead to docs/more.md");
    }

    @Test
    @DisplayName("wants the guide to quote the same tests as its source, as they are called in its language")
    void quoted() throws Exception {
        var guide = "[Português](workshop-guide.pt-BR.md)\n\n| Mistake | What you see |\n|---|---|\n| `no-join` | \"results keep …\": words |\n";
        var guia = "[English](workshop-guide.md)\n\n| Erro | O que se vê |\n|---|---|\n| `no-join` | \"os resultados seguem …\": palavras |\n";
        small.with("docs/workshop-guide.md", guide).with("docs/workshop-guide.pt-BR.md", guia).translated();
        assertThat(flaws()).isEmpty();
        var wrong = "docs/workshop-guide.pt-BR.md this row doesn't quote the tests that docs/workshop-guide.md does: [results keep …]";
        assertThat(flaws(guia.replace("os resultados seguem …", "os resultados mantêm …"))).containsExactly(wrong);
        assertThat(flaws(guia.replace("\"os resultados seguem …\"", "um teste"))).containsExactly(wrong);
    }

    private List<String> flaws(String guia) throws Exception {
        small.with("docs/workshop-guide.pt-BR.md", guia);
        return flaws();
    }

    @Test
    @DisplayName("names each test without a sentence in a language, and each sentence without a test")
    void tests() throws Exception {
        small.with(EXERCISE + "tests.pt-BR.properties", "GatherTest.ordem=os resultados seguem a sua ordem\n");
        assertThat(flaws()).containsExactly(EXERCISE + "tests.pt-BR.properties a test has no sentence in Português: GatherTest.order",
                EXERCISE + "tests.pt-BR.properties there is no such test: GatherTest.ordem");
    }

    @Test
    @DisplayName("names what is said of a kind, or of an answer, and not in a language; and what is translated, and said no more")
    void answers() throws Exception {
        var head = "// Pitfall: no join.\n// Why: it is\n// shorter.\n// Kind: early\nclass Gather {}";
        small.with("solutions/kinds.properties", "early.title=Is early\nearly.promise=Nobody is.\nearly.question=Why?\nearly.akin=\n")
                .with("solutions/kinds.pt-BR.properties", "early.title=\u00c9 cedo\nearly.promise=Ningu\u00e9m.\nlate.question=Por qu\u00ea?\n")
                .with("solutions/04-gather/pitfalls/early/Gather.java", head).with("solutions/04-gather/alternatives/loop/Gather.java", "// Alternative: a loop.\n")
                .with("solutions/04-gather/answers.pt-BR.txt", "# no join.\n\nno join.\n  sem join.\nit is short.\n  \u00e9 curto.\n").translated();
        assertThat(flaws()).containsExactlyInAnyOrder("solutions/kinds.pt-BR.properties early.question is missing in Portugu\u00eas",
                "solutions/kinds.pt-BR.properties there is no such kind: late.question",
                "solutions/04-gather/answers.pt-BR.txt this has no translation: it is shorter.", "solutions/04-gather/answers.pt-BR.txt this has no translation: a loop.",
                "solutions/04-gather/answers.pt-BR.txt no answer says this any more: it is short.");
        small.with("solutions/kinds.pt-BR.properties", "early.title=A\nearly.promise=B\nearly.question=C?\n")
                .with("solutions/04-gather/answers.pt-BR.txt", "no join.\n  sem join.\nit is shorter.\n  \u00e9 mais curto.\na loop.\n  um la\u00e7o.\n");
        assertThat(flaws()).isEmpty();
    }

    private List<String> flaws() throws IOException, InterruptedException {
        return Translations.check(small.site(), SmallSite.NO_COMMANDS).flaws().stream().map(flaw -> flaw.file() + " " + flaw.what()).toList();
    }
}
