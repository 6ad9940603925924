package structured.coach.tutorial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import structured.coach.machine.SourceText;
import structured.coach.words.Language;

/**
 * The sentences of an exercise's tests in other languages than the one that they are written in: {@code tests.TAG.properties} beside the lesson has them, by
 * class and method. Builds and IDEs know only what the tests themselves are called.
 */
public final class TestNames {

    private static final String FILE = "tests.properties";

    private final Properties names;

    private TestNames(Properties names) {
        this.names = names;
    }

    /** In the language of whoever reads them. */
    public static TestNames of(Exercise exercise) {
        return new TestNames(Language.here().isDefault() ? new Properties() : in(fileOf(exercise.folder(), Language.here())));
    }

    /** Where those of an exercise are. */
    public static Path fileOf(Path folder, Language language) {
        return folder.resolve(language.nameOf(FILE));
    }

    /** All that a file has; nothing where it isn't there or can't be read: a verdict can do without. */
    private static Properties in(Path file) {
        var names = new Properties();
        try {
            if (Files.exists(file)) {
                names.load(new InputStreamReader(new ByteArrayInputStream(SourceText.bytes(file)), StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException e) {
            names.clear();
        }
        return names;
    }

    /** What the sentences of an exercise's tests are in the language of whoever reads them: where one has none there, it stays as it is. */
    public static UnaryOperator<String> translator(Exercise exercise) throws IOException {
        var theirs = of(exercise);
        var bySentence = new HashMap<String, String>();
        if (!theirs.names.isEmpty()) {
            WrittenTest.of(exercise).forEach(test -> theirs.of(test.id()).ifPresent(sentence -> bySentence.put(test.name(), sentence)));
        }
        return sentence -> bySentence.getOrDefault(sentence, sentence);
    }

    /** The sentence of a test such as {@code GatherTest.order}, if it has one there. */
    public Optional<String> of(String test) {
        return Optional.ofNullable(names.getProperty(test));
    }
}
