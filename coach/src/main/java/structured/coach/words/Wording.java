package structured.coach.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the classes of a package say, in the language of this process. Each package has its sentences in {@code wording.properties} and, in
 * another language, in {@code wording.TAG.properties}; where that has none, the first one's is taken.
 *
 * <p>They are formats of {@link String#format}, with numbered arguments, since another language has them in another order: {@code %2$s}.
 * {@link java.text.MessageFormat}, which goes with bundles, would take each apostrophe for a quote.
 */
public final class Wording {

    private static final Map<String, Wording> ALL = new ConcurrentHashMap<>();

    private final Class<?> whose;

    /** By the language's tag: the first hash code of a record takes longer than to read a bundle. */
    private final Map<String, Optional<ResourceBundle>> bundles = new ConcurrentHashMap<>();

    private Wording(Class<?> whose) {
        this.whose = whose;
    }

    /** That of the class's package. */
    public static Wording of(Class<?> whose) {
        return ALL.computeIfAbsent(whose.getPackageName(), name -> new Wording(whose));
    }

    /** The sentence of that key, with these arguments in it. */
    public String of(String key, Object... arguments) {
        return in(Language.here(), key, arguments);
    }

    /** The same in that language, and so its numbers: 1.5 s, and 1,5 s. */
    public String in(Language language, String key, Object... arguments) {
        return String.format(language.locale(), format(language, key), arguments);
    }

    /** The sentence on so many: of {@code KEY.one} or {@code KEY.other}. The number is the first argument. */
    public String count(String key, long number, Object... more) {
        var arguments = Stream.concat(Stream.of((Object) number), Arrays.stream(more)).toArray();
        return of(key + (number == 1 ? ".one" : ".other"), arguments);
    }

    /** What stands for this in any language, for a pattern: what was written is read in whichever language it is. */
    public String anyOf(String key) {
        return Language.all().stream().map(language -> Pattern.quote(in(language, key))).distinct().collect(Collectors.joining("|", "(?:", ")"));
    }

    private String format(Language language, String key) {
        return Stream.of(language, Language.all().getFirst()).map(this::bundle).flatMap(Optional::stream)
                .filter(bundle -> bundle.containsKey(key)).map(bundle -> bundle.getString(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sentence of %s is called %s".formatted(whose.getPackageName(), key)));
    }

    private Optional<ResourceBundle> bundle(Language language) {
        return bundles.computeIfAbsent(language.tag(), tag -> read(whose, language.nameOf("wording.properties")));
    }

    /** The bundle in a resource beside this class, if there is one. */
    public static Optional<ResourceBundle> read(Class<?> whose, String resource) {
        try (var in = whose.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
