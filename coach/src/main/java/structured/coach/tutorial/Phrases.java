package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import structured.coach.machine.SourceText;
import structured.coach.words.Language;

/**
 * What the first lines of an exercise's answers say, in another language: {@code answers.TAG.txt} beside its solution has each sentence as it stands there,
 * and its translation indented below. So a sentence that was changed has none, and is shown as it is.
 */
public final class Phrases {

    private static final String FILE = "answers.txt";
    private static final String INDENTED = "  ";

    private final Map<String, String> translated;

    private Phrases(Map<String, String> translated) {
        this.translated = translated;
    }

    /** Those in the language of whoever reads them, of the solution in this folder. */
    static Phrases of(Path solution) {
        try {
            return new Phrases(Language.here().isDefault() ? Map.of() : in(fileOf(solution, Language.here())));
        } catch (IOException e) {
            return new Phrases(Map.of());    // A list can do without.
        }
    }

    /** Where those of a solution are. */
    public static Path fileOf(Path solution, Language language) {
        return solution.resolve(language.nameOf(FILE));
    }

    /** All that a file has, by what is translated; nothing where it isn't there. Lines that begin with # are for whoever translates. */
    public static Map<String, String> in(Path file) throws IOException {
        var translated = new LinkedHashMap<String, String>();
        if (Files.exists(file)) {
            var before = "";
            for (var line : new String(SourceText.bytes(file), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith(INDENTED) && !before.isBlank()) {
                    translated.put(before, line.strip());
                }
                before = line.startsWith("#") ? "" : line.strip();
            }
        }
        return translated;
    }

    /** The sentence as they would say it. */
    String of(String sentence) {
        return translated.getOrDefault(sentence, sentence);
    }
}
