package structured.coach.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A language that the coach speaks, of those in {@code languages.txt}: no class names one.
 *
 * @param tag such as {@code en}
 * @param name what it calls itself
 */
public record Language(String tag, String name) {

    /** The variables that choose the language of messages, as POSIX has them: the first of them that says something. */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private static final List<Language> ALL = read();

    /** Chosen once, as a process begins; until then it is the one that all is written in first. */
    private static volatile Language here = ALL.getFirst();

    private static final ThreadLocal<Language> MEANWHILE = new ThreadLocal<>();

    private static List<Language> read() {
        try (var in = Language.class.getResourceAsStream("languages.txt");
             var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return listed(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in the lines of such a file. */
    public static List<Language> listed(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" ", 2)).map(line -> new Language(line[0], line[1].strip())).toList();
    }

    /** All of them; the first is what the others are translated from. */
    public static List<Language> all() {
        return ALL;
    }

    /** The one in which this process speaks. */
    public static Language here() {
        var meanwhile = MEANWHILE.get();
        return meanwhile == null ? here : meanwhile;
    }

    /** What this thread says in that language, whatever all others speak. */
    public static <T> T in(Language language, Supplier<T> said) {
        var before = MEANWHILE.get();
        MEANWHILE.set(language);
        try {
            return said.get();
        } finally {
            MEANWHILE.set(before);
        }
    }

    /** From here on this process speaks that. */
    public static void choose(Language language) {
        here = language;
    }

    /** The one that somebody asks for: by its tag, whatever its case, or by one of the same language in another country, which is nearer than none. */
    public static Optional<Language> called(String tag) {
        var wanted = locale(tag);
        return ALL.stream().filter(it -> it.locale().equals(wanted)).findFirst()
                .or(() -> ALL.stream().filter(it -> it.locale().getLanguage().equals(wanted.getLanguage())).findFirst());
    }

    /**
     * The one that surroundings ask for, or else the first: where the variables say nothing, as on Windows, Java's own locale does.
     *
     * @param environment the variables
     * @param java the locale of Java's own messages
     */
    public static Language of(Map<String, String> environment, Locale java) {
        var said = VARIABLES.stream().map(name -> environment.getOrDefault(name, "")).filter(value -> !value.isEmpty()).findFirst();
        return called(said.orElse(java.toLanguageTag())).orElse(ALL.getFirst());
    }

    /** As variables have it, pt_BR.UTF-8@euro, or as tags are: pt-BR. */
    private static Locale locale(String said) {
        var tag = said.replaceFirst("[.@].*", "").replace('_', '-');
        return Locale.forLanguageTag(tag.equals("C") || tag.equals("POSIX") ? "" : tag);
    }

    /** Java's name for it. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Whether it is the one that the others are translated from. */
    public boolean isDefault() {
        return tag.equals(ALL.getFirst().tag);
    }

    /** What a file's name is in this language: of {@code hints.md}, {@code hints.TAG.md}. */
    public String nameOf(String file) {
        return isDefault() ? file : file.replaceFirst("(?=\\.[^.]*$)", "." + tag);
    }

    /** The file beside this one that is in this language; this one itself, where there is none. */
    public Path of(Path file) {
        return Stream.of(file.resolveSibling(nameOf(file.getFileName().toString()))).filter(Files::exists).findFirst().orElse(file);
    }
}
