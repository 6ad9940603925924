package structured.coach.tutorial;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import structured.coach.words.Language;

/** The kinds of mistakes by which pitfalls are sorted, across exercises: in {@code solutions/kinds.properties}, in the order that they have there. */
public final class Kinds {

    /**
     * One of them.
     *
     * @param slug how a pitfall names it
     * @param title a phrase, for lists
     * @param promise the sentence of the contract that it breaks, in words that fit each exercise
     * @param question what to ask somebody who made it: it doesn't tell the answer
     */
    public record Kind(String slug, String title, String promise, String question) {}

    /** Where they are, seen from the tutorial's root. */
    public static final String FILE = "solutions/kinds.properties";

    private static final List<String> FIELDS = List.of("title", "promise", "question");
    private static final String AKIN = "akin";

    private final Map<String, Map<String, String>> bySlug = new LinkedHashMap<>();
    private final List<String> flaws = new ArrayList<>();

    private Kinds() {}

    /** Those of the tutorial in this folder, in the language of whoever reads them. */
    public static Kinds of(Path root) throws IOException {
        return in(root, Language.here());
    }

    /** The same in that language; what isn't translated is as in the first. */
    public static Kinds in(Path root, Language language) throws IOException {
        var kinds = read(Files.readString(root.resolve(FILE)));
        var translated = root.resolve(language.nameOf(FILE));
        if (!language.isDefault() && Files.exists(translated)) {
            var theirs = read(Files.readString(translated));
            theirs.bySlug.forEach((slug, fields) -> fields.keySet().retainAll(FIELDS));
            kinds.bySlug.forEach((slug, fields) -> fields.putAll(theirs.bySlug.getOrDefault(slug, Map.of())));
        }
        return kinds;
    }

    /** What is said of each in this file, by its key, such as {@code no-scope.title}. */
    public static Map<String, String> sentences(String text) throws IOException {
        var sentences = new LinkedHashMap<String, String>();
        read(text).bySlug.forEach((slug, fields) -> FIELDS.stream().filter(fields::containsKey).forEach(field -> sentences.put(slug + "." + field, fields.get(field))));
        return sentences;
    }

    static Kinds read(String text) throws IOException {
        var kinds = new Kinds();
        try (Reader reader = new StringReader(text)) {
            // Their order is that of the file, which Properties forget.
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    kinds.add(key.toString(), value.toString().strip());
                    return super.put(key, value);
                }
            }.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(FILE + " can't be read: " + e.getMessage(), e);
        }
        kinds.bySlug.forEach((slug, fields) -> FIELDS.stream().filter(field -> fields.getOrDefault(field, "").isEmpty())
                .forEach(field -> kinds.flaws.add("%s has no %s.%s: write it, as the others have it".formatted(FILE, slug, field))));
        kinds.bySlug.forEach((slug, fields) -> akin(fields).filter(other -> other.equals(slug) || !kinds.bySlug.containsKey(other))
                .forEach(other -> kinds.flaws.add("%s has \"%s\" in %s.akin, which is no other kind".formatted(FILE, other, slug))));
        return kinds;
    }

    private static Stream<String> akin(Map<String, String> fields) {
        return Pattern.compile("[,\\s]+").splitAsStream(fields.getOrDefault(AKIN, "")).filter(other -> !other.isEmpty());
    }

    private void add(String key, String value) {
        var dot = key.lastIndexOf('.');
        var field = key.substring(dot + 1);
        if (dot < 1 || !FIELDS.contains(field) && !field.equals(AKIN)) {
            flaws.add("%s has \"%s\", and a key there ends in .title, .promise, .question or .akin".formatted(FILE, key));
        } else if (bySlug.computeIfAbsent(key.substring(0, dot), slug -> new LinkedHashMap<>()).put(field, value) != null) {
            flaws.add("%s has %s twice: keep one of them".formatted(FILE, key));
        }
    }

    /** All of them. */
    public List<Kind> all() {
        return bySlug.keySet().stream().map(slug -> find(slug).orElseThrow()).toList();
    }

    /** The one that is called so, if there is one. */
    public Optional<Kind> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug))
                .map(fields -> new Kind(slug, fields.getOrDefault("title", ""), fields.getOrDefault("promise", ""), fields.getOrDefault("question", "")));
    }

    /** Whether what breaks the promise of one of two kinds may break that of the other one too, as far as their file knows. */
    public boolean areAkin(String one, String other) {
        return akin(bySlug.getOrDefault(one, Map.of())).anyMatch(other::equals) || akin(bySlug.getOrDefault(other, Map.of())).anyMatch(one::equals);
    }

    /** What is wrong with the file itself, in sentences without a period. */
    public List<String> flaws() {
        return List.copyOf(flaws);
    }
}
