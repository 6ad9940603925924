package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import structured.coach.tutorial.Tutorial;

@DisplayName("what the coach, tests and scripts say in another language")
class BundlesTest {

    private static final String COACH = "coach/src/main/resources/structured/coach/";
    private static final String WATCH = COACH + "watch/wording.properties";
    private static final String PORTUGUESE = COACH + "watch/wording.pt-BR.properties";
    private static final String WORDING = "# keys\nkey.hint=hint\nrunning=Running the tests of %1$s, \\\n  which takes a moment ...\n";
    private static final String TEST = "modules/04-gather/src/test/java/structured/gather/GatherTest.java";
    private static final String NAMED = "import x;\n@Test @DisplayName(\"results keep their order\")\nvoid order() {}\n";
    private static final String LAUNCHER = "#!/bin/sh\n#   ./workshop list    which are green\n# not this: tell \"a comment\"\ntell \"Looking for %1 ...\" x\n";
    private static final String HELPED = "coach/src/main/java/structured/coach/verify/docs/BundlesTest$Helped.java";

    /** A command with help. */
    @Command(name = "check", description = {"Runs the tests of an exercise once.", "", "Examples:"})
    static final class Helped {

        @Option(names = "--step", description = "what the tests of this step say comes first")
        private int step;
    }

    private final Function<String[], CommandLine> commands = args -> new CommandLine(new Workshop()).addSubcommand("check", new Helped()).addSubcommand("verify", new Maintained());

    /** All of them. */
    @Command(name = "workshop", description = "A tutorial.")
    static final class Workshop {}

    /** One that speaks the first language alone. */
    @Command(name = "verify", description = "Verifies it.")
    static final class Maintained {}

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = SmallSite.inTwoLanguages(folder).with(WATCH, WORDING).with(PORTUGUESE, "running=Rodando os testes de %1$s ...\n\nkey.hint = dica\n")
                .with("modules/04-gather/pom.xml", "").with(TEST, NAMED).with("modules/04-gather/tests.pt-BR.properties", "# as frases\nGatherTest.order=os resultados seguem a sua ordem\n")
                .with("workshop", LAUNCHER).with(COACH + "words/launcher.pt-BR.txt", "#   ./workshop list   quais estão verdes\n\nLooking for %1 ...\n  Procurando %1 ...\n")
                .with(COACH + "kit/set-up.html", "<h1>Set-up</h1>\n\n<p>Wait.</p>\n").with(COACH + "kit/set-up.pt-BR.html", "<h1>Preparação</h1>\n<p>Espere.</p>\n")
                .with(COACH + "verify/new/hints.md.txt", "# Hints\n").with(COACH + "verify/new/hints.pt-BR.md.txt", "# Dicas\n").translated();
    }

    @Test
    @DisplayName("is as old as its source where somebody has looked at it, wherever lines are broken and keys stand")
    void young() throws Exception {
        small.with(WATCH, "running=Running the tests of %1$s, which takes a moment ...\nkey.hint=hint\n");
        assertThat(flaws()).isEmpty();
    }

    @Test
    @DisplayName("is stale where a sentence was changed under its key: named by both files, the line in each, and the key")
    void changed() throws Exception {
        small.with(WATCH, WORDING.replace("a moment", "a minute").replace("=hint", "=a hint"));
        assertThat(flaws()).containsExactly(PORTUGUESE + ":3 is older than line 2 of " + WATCH + ": key.hint=a hint",
                PORTUGUESE + ":1 is older than line 3 of " + WATCH + ": running=Running the tests of %1$s, which takes a ...");
    }

    @Test
    @DisplayName("is stale where a test has another sentence, under the same name")
    void test() throws Exception {
        small.with(TEST, NAMED.replace("keep", "are in"));
        assertThat(flaws()).containsExactly("modules/04-gather/tests.pt-BR.properties:2 is older than line 3 of " + TEST + ": GatherTest.order=results are in their order");
    }

    @Test
    @DisplayName("is stale where the launcher's help, a sheet, or a template has another line")
    void lines() throws Exception {
        small.with("workshop", LAUNCHER.replace("which are", "what is")).with(COACH + "kit/set-up.html", "<h1>Set-up</h1>\n\n<p>Wait a minute.</p>\n")
                .with(COACH + "verify/new/hints.md.txt", "# Some hints\n");
        assertThat(flaws()).containsExactly(COACH + "kit/set-up.pt-BR.html:1 is older than line 3 of " + COACH + "kit/set-up.html: <p>Wait a minute.</p>",
                COACH + "verify/new/hints.pt-BR.md.txt:1 is older than line 1 of " + COACH + "verify/new/hints.md.txt: # Some hints",
                COACH + "words/launcher.pt-BR.txt:1 is older than line 2 of workshop: ./workshop list which are green".replace("which are", "what is"));
    }

    @Test
    @DisplayName("is wrong where a script says something else: what has no translation is named, and what nobody says any more")
    void script() throws Exception {
        small.with("workshop", LAUNCHER.replace("Looking for", "Searching"));
        assertThat(flaws()).containsExactly(COACH + "words/launcher.pt-BR.txt:1 line 4 of workshop has no translation: Searching %1 ...",
                COACH + "words/launcher.pt-BR.txt:1 workshop doesn't say this any more: Looking for %1 ...");
    }

    @Test
    @DisplayName("is wrong where a key is in one of the two only, once each, and where a bundle isn't there at all")
    void keys() throws Exception {
        small.with(WATCH, WORDING + "key.more=more\n").with(PORTUGUESE, "key.hints=dica\nrunning=Rodando os testes de %1$s ...\n").with(COACH + "kit/wording.properties", "kit.made=Made.\n");
        assertThat(flaws()).containsExactly(COACH + "kit/wording.pt-BR.properties:1 it is missing: " + COACH + "kit/wording.properties is not there in Português",
                PORTUGUESE + ":1 key.hint is missing in Português", PORTUGUESE + ":1 key.more is missing in Português", PORTUGUESE + ":1 " + WATCH + " has no such sentence: key.hints");
    }

    @Test
    @DisplayName("has filled in what its source has filled in")
    void filledIn() throws Exception {
        small.with(PORTUGUESE, "running=Rodando os testes ...\nkey.hint=dica\n");
        assertThat(flaws()).containsExactly(PORTUGUESE + ":1 running has [] filled in, and [%1$s] in " + WATCH);
    }

    @Test
    @DisplayName("isn't what its source says, to the letter, if that is more than a word or two")
    void notTranslated() throws Exception {
        small.with(PORTUGUESE, "running=Running the tests of %1$s, which takes a moment ...\nkey.hint=hint\n");
        assertThat(flaws()).containsExactly(PORTUGUESE + ":1 running is the same as in " + WATCH);
    }

    @Test
    @DisplayName("is missing in a language where another one has it: a script's words, a sheet, help")
    void further() throws Exception {
        small.with(Site.LANGUAGES, "en English\npt-BR Portugu\u00eas\neo Esperanto\n").with(COACH + "help.pt-BR.properties", "lang=o idioma\n").with(HELPED.replace("Helped", "Workshop"), "");
        assertThat(flaws(commands)).filteredOn(flaw -> flaw.contains("missing") && flaw.startsWith(COACH)).extracting(flaw -> flaw.replaceFirst(":.*", ""))
                .containsExactly(COACH + "help.eo.properties", COACH + "kit/set-up.eo.html", COACH + "watch/wording.eo.properties", COACH + "words/launcher.eo.txt");
    }

    @Test
    @DisplayName("is stale where help has changed that stands in a command's annotations, of the commands that a language has")
    void help() throws Exception {
        var translation = COACH + "help.pt-BR.properties";
        small.with(translation, "workshop.check.usage.description=Roda os testes.\nworkshop.check.step=vem primeiro\n")
                .with(HELPED, "class Helped {\n    @Option(description = \"what the tests of this step say comes first\")\n").with(HELPED.replace("Helped", "Workshop"), "");
        assertThat(flaws(commands)).contains(translation + ":1 nobody has said yet that it was compared with " + HELPED).noneMatch(flaw -> flaw.contains("Maintained"));
        assertThat(written(HELPED)).endsWith(HELPED + ", for the first time\ndocs/translated.pt-BR.txt was written again.\n");
        assertThat(flaws(commands)).noneMatch(flaw -> flaw.contains("Helped"));
        var record = small.site().read("docs/translated.pt-BR.txt");
        var sum = new Passage(1, "--step: what the tests of this step say comes first").checksum();
        assertThat(record).contains(sum);
        small.with("docs/translated.pt-BR.txt", record.replace(sum, "00000000"));
        assertThat(flaws(commands)).contains(translation + ":1 is older than line 2 of " + HELPED + ": --step: what the tests of this step say ...");
    }

    @Test
    @DisplayName("is written down by verify --translated, by the name of either file, and all sources of one translation at once")
    void writtenDown() throws Exception {
        small.with(WATCH, WORDING.replace("=hint", "=a hint")).with(TEST, NAMED.replace("keep", "are in"));
        assertThat(written(PORTUGUESE)).isEqualTo(WATCH + ":2: key.hint=a hint\ndocs/translated.pt-BR.txt was written again.\n");
        assertThat(written("modules/04-gather/tests.pt-BR.properties")).isEqualTo(TEST + ":3: GatherTest.order=results are in their order\ndocs/translated.pt-BR.txt was written again.\n");
        assertThat(flaws()).isEmpty();
        small.with(WATCH, WORDING + "more=More\n");
        assertThat(written(WATCH)).startsWith(WATCH + " stays as it was written down, since the two differ:\n").contains("more is missing in Português");
    }

    private String written(String... files) throws Exception {
        var out = new ByteArrayOutputStream();
        Translated.write(new Tutorial(folder), List.of(files), commands, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private List<String> flaws() throws IOException, InterruptedException {
        return flaws(SmallSite.NO_COMMANDS);
    }

    private List<String> flaws(Function<String[], CommandLine> commands) throws IOException, InterruptedException {
        return Translations.check(small.site(), commands).flaws().stream().map(flaw -> "%s:%d %s".formatted(flaw.file(), flaw.line(), flaw.what())).toList();
    }
}
