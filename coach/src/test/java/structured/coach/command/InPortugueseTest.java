package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.words.Language;

/** A learner's session in another language: what the commands say in it, they say of the same verdicts. */
@DisplayName("the commands, in Portuguese,")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InPortugueseTest {

    /** What would be English there, and isn't a test's own text. */
    private static final String ENGLISH = "(?s).*\\b(?:Read step|Step \\d|tests? pass|RED|GREEN|Next:|The test|did not come|doesn't compile|Line \\d|waits|Well done|hint \\d).*";

    @TempDir
    private static Path folder;

    private static TutorialCopy tutorial;

    @BeforeAll
    static void copy() throws Exception {
        tutorial = TutorialCopy.in(folder);
    }

    private static String said(int status, String... args) throws Exception {
        var ended = tutorial.coach(args);
        assertThat(ended.status()).as(ended.output()).isEqualTo(status);
        assertThat(ended.output()).doesNotMatch(ENGLISH);
        return ended.output();
    }

    @Test
    @Order(1)
    @DisplayName("check: red names the learner's line and the step of the Portuguese lesson")
    void red() throws Exception {
        assertThat(said(1, "check", "04", "--lang", "pt-BR"))
                .contains("VERMELHO  0 de 18 testes passam", "Passo 2: espere por todas", "✘ todas as tarefas estão em andamento ao mesmo tempo", ">  44 |", "Leia o passo 1 em modules/04-gather/README.pt-BR.md.");
    }

    @Test
    @Order(2)
    @DisplayName("hint: those of hints.pt-BR.md")
    void hint() throws Exception {
        assertThat(said(0, "--lang=pt-BR", "hint", "04", "--step", "2")).contains("04-gather, passo 2, dica 1 de 2", "Uma vez, para todas, depois do último fork.");
    }

    @Test
    @Order(3)
    @DisplayName("check: what doesn't compile has its line, and what to do about it")
    void amber() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution().replace("import java.util.List;\n", ""));
        assertThat(said(1, "check", "04", "--lang", "pt-BR")).contains("AMARELO  não compila", "não compila. Linha ", ">  ", "Falta importar:", "import java.util.List;");
    }

    @Test
    @Order(4)
    @DisplayName("check: a hang says who waits for whom, and the line is shown")
    void hung() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution().replaceFirst("scope\\.join\\(\\)[^;]*;", "new java.util.concurrent.CountDownLatch(1).await();"));
        var inOneLine = said(1, "check", "04", "--lang", "pt-BR").replaceAll("\\s+", " ");
        assertThat(inOneLine).contains("TRAVADO não termina", "O teste \"", "não terminou, e o coach desistiu de esperar.",
                "Uma thread espera que um CountDownLatch chegue a zero, em Gather.java:", " > ");
    }

    @Test
    @Order(5)
    @DisplayName("check: a verdict that was kept in another language is told in this one")
    void kept() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution());
        assertThat(tutorial.coach("check", "04", "--lang", "en").output()).contains("GREEN  all 18 tests pass");
        assertThat(said(0, "check", "04", "--lang", "pt-BR")).contains("VERDE  todos os 18 testes passam");
        assertThat(tutorial.coach("check", "04", "--lang", "pt-BR", "--json").output()).contains("\"GREEN\"", "Todos os 18 testes passam.", "\"every task is run once\"");
    }

    @Test
    @Order(6)
    @DisplayName("solution and reset")
    void solution() throws Exception {
        assertThat(said(0, "solution", "04", "--lang", "pt-BR")).contains("O seu código é igual à solução", "Outras respostas certas:");
        assertThat(said(0, "reset", "04", "--lang", "pt-BR")).contains("04-gather está no estado original. O que havia antes está em");
    }

    @Test
    @Order(7)
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    @DisplayName("a walk from 01 to 04: red, a hint, the wrong answers, a swallowed interrupt, an exit, green, and what comes next")
    void walk() throws Exception {
        var root = tutorial.root();
        for (var name : List.of("01-hello", "02-simulating-io", "03-sync-calls", "04-gather")) {
            var number = name.substring(0, 2);
            Path solution;
            try (var files = Files.walk(root.resolve("solutions").resolve(name).resolve("src/main/java"))) {
                solution = files.filter(file -> file.toString().endsWith(".java")).findFirst().orElseThrow();
            }
            var learners = root.resolve("modules").resolve(name).resolve(root.resolve("solutions").resolve(name).relativize(solution));
            assertThat(said(1, "check", number, "--lang", "pt-BR")).contains("VERMELHO  0 de ", "Leia o passo 1 em modules/" + name + "/README.pt-BR.md.");
            assertThat(said(0, "hint", number, "--step", "1", "--lang", "pt-BR")).contains(name + ", passo 1, dica ");
            // Their names stay as they are.
            assertThat(tutorial.coach("pitfalls", number, "--reveal", "--lang", "pt-BR").output()).contains("Por quê: ", "Quem pega: ").doesNotContain("the ", " is ", "because");
            var swallowed = Files.readString(root.resolve("solutions").resolve(name).resolve("pitfalls/interruption-swallowed").resolve(solution.getFileName()));
            Files.writeString(learners, swallowed.replaceAll("(?m)^//.*\\R", ""));
            assertThat(said(1, "check", number, "--lang", "pt-BR").replaceAll("\\s+", " ")).contains("a InterruptedException é capturada, e o código segue. A interrupção se perde ali.");
            Files.writeString(learners, Files.readString(solution));
            assertThat(said(0, "check", number, "--lang", "pt-BR")).contains("VERDE  todos os ");
            assertThat(tutorial.coach("list", "--lang", "pt-BR").output()).contains("A seguir: leia modules/0", "e rode\n      ./workshop watch 0").doesNotMatch(ENGLISH);
        }
        // Nobody answers.
        assertThat(said(0, "spot", "04", "--questions", "1", "--lang", "pt-BR")).contains("pergunta 1 de 1", "Os testes rodam: o que vão dizer?", "A próxima rodada: ./workshop spot");
    }

    @Test
    @DisplayName("are for those whose locale says so, too")
    void locale() throws Exception {
        var command = tutorial.command(false, "hint", "05");
        command.removeIf(option -> option.startsWith("-Dworkshop.locale"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES"));
        builder.environment().put("LANG", "pt_BR.UTF-8");
        var process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("05-gather-even, passo 1, dica 1 de ");
    }

    @Test
    @DisplayName("refuse a language that there isn't, in a sentence, and do nothing else")
    void unknown() throws Exception {
        var ended = tutorial.coach("list", "--lang", "tlh");
        assertThat(ended.status()).isEqualTo(2);
        var all = Language.all().stream().map(Language::tag).collect(Collectors.joining(", "));
        assertThat(ended.output()).isEqualToIgnoringNewLines("There is no language 'tlh' here. There are: " + all);
        assertThat(tutorial.coach("list", "--lang").output()).isEqualToIgnoringNewLines("--lang wants a language. There are: " + all);
        assertThat(all).startsWith("en, pt-BR");
    }
}
