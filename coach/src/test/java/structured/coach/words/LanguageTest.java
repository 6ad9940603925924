package structured.coach.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the language")
class LanguageTest {

    private static String of(Map<String, String> environment, String java) {
        return Language.of(environment, Locale.forLanguageTag(java)).tag();
    }

    @Test
    @DisplayName("is English and Brazilian Portuguese, the first being what the others are translated from")
    void all() {
        assertThat(Language.all()).extracting(Language::tag).startsWith("en", "pt-BR");
        assertThat(Language.all()).extracting(Language::isDefault).startsWith(true, false);
    }

    @Test
    @DisplayName("is that of LC_ALL, or else of LC_MESSAGES, or else of LANG, whatever stands behind its name")
    void variables() {
        assertThat(of(Map.of("LC_ALL", "pt_BR.UTF-8", "LC_MESSAGES", "en_US.UTF-8", "LANG", "en_US.UTF-8"), "en")).isEqualTo("pt-BR");
        assertThat(of(Map.of("LC_MESSAGES", "pt_BR", "LANG", "en_US.UTF-8"), "en")).isEqualTo("pt-BR");
        assertThat(of(Map.of("LANG", "pt_BR.ISO8859-1@euro"), "en")).isEqualTo("pt-BR");
        assertThat(of(Map.of("LC_ALL", "", "LANG", "pt_BR.UTF-8"), "en")).isEqualTo("pt-BR");
        assertThat(of(Map.of("LC_ALL", "en_US.UTF-8", "LANG", "pt_BR.UTF-8"), "pt-BR")).isEqualTo("en");
        assertThat(of(Map.of("LC_ALL", "C.UTF-8", "LANG", "pt_BR.UTF-8"), "pt-BR")).isEqualTo("en");
        assertThat(of(Map.of("LANG", "POSIX"), "pt-BR")).isEqualTo("en");
    }

    @Test
    @DisplayName("is Java's own where no variable says one")
    void java() {
        assertThat(of(Map.of(), "pt-BR")).isEqualTo("pt-BR");
        assertThat(of(Map.of(), "en-US")).isEqualTo("en");
    }

    @Test
    @DisplayName("is English for whoever speaks another one, or none")
    void others() {
        assertThat(of(Map.of("LANG", "ja_JP.UTF-8"), "pt-BR")).isEqualTo("en");
        assertThat(of(Map.of("LANG", "?!"), "pt-BR")).isEqualTo("en");
        assertThat(of(Map.of(), "und")).isEqualTo("en");
    }

    @Test
    @DisplayName("is that of Brazil in Portugal, too")
    void otherCountries() {
        assertThat(of(Map.of("LANG", "pt_PT.UTF-8"), "en")).isEqualTo("pt-BR");
        assertThat(of(Map.of("LANG", "pt"), "en")).isEqualTo("pt-BR");
        assertThat(of(Map.of("LANG", "en_GB.UTF-8"), "pt-BR")).isEqualTo("en");
    }

    @Test
    @DisplayName("can be called by its tag, in any case; a wrong tag is none")
    void called() {
        assertThat(Language.called("PT-br")).map(Language::tag).contains("pt-BR");
        assertThat(Language.called("pt_BR")).map(Language::tag).contains("pt-BR");
        assertThat(Language.called("en")).map(Language::tag).contains("en");
        assertThat(Language.called("ja")).isEmpty();
        assertThat(Language.called("")).isEmpty();
        assertThat(Language.called("--json")).isEmpty();
    }

    @Test
    @DisplayName("stands in the names of files, before what tells their kind; where there is no such file, the first one's will do")
    void files(@TempDir Path folder) throws Exception {
        var portuguese = Language.called("pt-BR").orElseThrow();
        assertThat(portuguese.nameOf("hints.md")).isEqualTo("hints.pt-BR.md");
        assertThat(Language.all().getFirst().nameOf("hints.md")).isEqualTo("hints.md");
        assertThat(portuguese.of(folder.resolve("hints.md"))).isEqualTo(folder.resolve("hints.md"));
        Files.writeString(folder.resolve("hints.pt-BR.md"), "# Dicas");
        assertThat(portuguese.of(folder.resolve("hints.md"))).isEqualTo(folder.resolve("hints.pt-BR.md"));
    }
}
