package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import structured.coach.words.Language;
import structured.coach.words.Wording;

@DisplayName("help")
class HelpTest {

    private static final Language PORTUGUESE = Language.called("pt-BR").orElseThrow();

    /** For maintainers, who read English. */
    private static final Set<String> NOT_TRANSLATED = Set.of("verify", "new");

    private static String said(Language language, String... args) {
        return Language.in(language, () -> {
            var text = new StringWriter();
            var writer = new PrintWriter(text);
            var commandLine = Commands.commandLine();
            commandLine.setOut(writer).setErr(writer).execute(args);
            return text.toString();
        });
    }

    /** All that help says of a command, in any order. */
    private static List<String> texts(CommandLine command) {
        var spec = command.getCommandSpec();
        var texts = new ArrayList<String>(List.of(spec.usageMessage().description()));
        texts.addAll(List.of(spec.usageMessage().footer()));
        spec.args().forEach(argument -> texts.addAll(List.of(argument.description())));
        texts.removeIf(text -> text.isBlank() || text.startsWith("  "));
        return texts;
    }

    @Test
    @DisplayName("has no text of the first language left in another, whatever the command of a learner's")
    void translated() {
        var english = Commands.commandLine();
        for (var language : Language.all().stream().filter(it -> !it.isDefault()).toList()) {
            var theirs = Language.in(language, () -> Commands.commandLine());
            for (var name : english.getSubcommands().keySet()) {
                if (!NOT_TRANSLATED.contains(name)) {
                    assertThat(texts(theirs.getSubcommands().get(name))).as("%s in %s", name, language.tag()).isNotEmpty()
                            .doesNotContainAnyElementsOf(texts(english.getSubcommands().get(name)));
                }
            }
            assertThat(texts(theirs)).doesNotContainAnyElementsOf(texts(english));
        }
    }

    @Test
    @DisplayName("has no text for what isn't there")
    void left() {
        var keys = new TreeSet<>(Wording.read(Main.class, PORTUGUESE.nameOf("help.properties")).orElseThrow().keySet());
        var commands = Commands.commandLine();
        keys.removeIf(key -> !key.startsWith("workshop."));
        keys.remove("workshop.usage.description");
        commands.getSubcommands().forEach((name, command) -> {
            keys.remove("workshop.%s.usage.description".formatted(name));
            keys.remove("workshop.%s.usage.footer".formatted(name));
            command.getCommandSpec().options().forEach(option -> keys.remove("workshop.%s.%s".formatted(name, option.longestName().substring(2))));
            command.getCommandSpec().positionalParameters().forEach(it -> keys.remove("workshop.%s.%s[%s]".formatted(name, it.paramLabel(), it.index())));
        });
        assertThat(keys).isEmpty();
    }

    @Test
    @DisplayName("says in each language how a command is used, what is wrong with a line, and what was meant")
    void said() {
        assertThat(said(PORTUGUESE, "reset", "--help")).startsWith("Uso: workshop reset").contains("Põe um exercício no estado original", "mostra esta ajuda", "en, pt-BR");
        assertThat(said(PORTUGUESE, "reset")).isEqualToIgnoringNewLines("Falta: MODULEVeja ./workshop reset --help");
        assertThat(said(PORTUGUESE, "board", "--port", "x")).isEqualToIgnoringNewLines("Valor inválido: --port 'x'Veja ./workshop board --help");
        assertThat(said(PORTUGUESE, "list", "--yson")).contains("Não existe a opção '--yson'", "Veja ./workshop list --help");
        assertThat(said(PORTUGUESE, "lst")).contains("Não existe o comando 'lst'", "Você quis dizer ").contains("list");
        assertThat(said(Language.all().getFirst(), "reset")).isEqualToIgnoringNewLines("Missing required parameter: 'MODULE'See ./workshop reset --help");
        assertThat(said(Language.all().getFirst(), "lst")).contains("There is no command 'lst'", "Did you mean list");
        assertThat(said(Language.all().getFirst(), "test", "05")).isEqualToIgnoringNewLines("There is no command 'test'Did you mean check?");
        assertThat(said(PORTUGUESE, "run")).isEqualToIgnoringNewLines("Não existe o comando 'run'Você quis dizer check ou timeline?");
    }
}
