package structured.coach.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import structured.coach.machine.Source;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Hints;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Page;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.WrittenTest;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Language;

/** What the tutorial has, so that nothing else is shown: whatever coaches send is looked up here. */
record Lists(List<Known> exercises) {

    /**
     * An exercise.
     *
     * @param steps its steps, the first of them first
     * @param tests its tests, as in {@code GatherTest.order}
     * @param mistakes its pitfalls, and what each of them does, by language; kinds of mistakes likewise
     * @param sha of its tests
     */
    record Known(String name, List<Step> steps, Set<String> tests, Map<String, Map<String, String>> mistakes, String sha) {}

    /** A step's title, by language, and how many hints there are for it. */
    record Step(Map<String, String> titles, int hints) {}

    static Lists of(Tutorial tutorial) throws IOException {
        var known = new ArrayList<Known>();
        for (var exercise : tutorial.exercises()) {
            known.add(new Known(exercise.name(), steps(exercise), tests(exercise), mistakes(exercise), sha(Sources.read(exercise.tests()))));
        }
        return new Lists(List.copyOf(known));
    }

    Optional<Known> exercise(String name) {
        return exercises.stream().filter(it -> it.name.equals(name)).findFirst();
    }

    private static List<Step> steps(Exercise exercise) throws IOException {
        var lesson = exercise.folder().resolve("README.md");
        var titles = new LinkedHashMap<String, Map<Integer, String>>();
        for (var language : Language.all()) {
            titles.put(language.tag(), titles(language.of(lesson)));
        }
        var first = titles(lesson);
        var file = exercise.folder().resolve("hints.md");
        var hints = Files.exists(file) ? Hints.in(file) : Map.<Integer, List<String>>of();
        return IntStream.rangeClosed(1, first.keySet().stream().mapToInt(it -> it).max().orElse(0)).mapToObj(step -> {
            var byLanguage = new LinkedHashMap<String, String>();
            titles.forEach((tag, its) -> byLanguage.put(tag, its.getOrDefault(step, first.getOrDefault(step, ""))));
            return new Step(byLanguage, hints.getOrDefault(step, List.of()).size());
        }).toList();
    }

    private static Map<Integer, String> titles(Path lesson) throws IOException {
        var page = new Page(lesson.toString(), text(lesson));
        return page.steps(3).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, step -> page.titleOf(step.getValue())));
    }

    private static Set<String> tests(Exercise exercise) throws IOException {
        return WrittenTest.of(exercise).stream().map(WrittenTest::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Map<String, String>> mistakes(Exercise exercise) throws IOException {
        var mistakes = new LinkedHashMap<String, Map<String, String>>();
        for (var language : Language.all()) {
            Language.in(language, () -> inOne(exercise)).forEach((name, text) -> mistakes.computeIfAbsent(name, it -> new LinkedHashMap<>()).put(language.tag(), text));
        }
        return mistakes;
    }

    /** In the language of this thread. */
    private static Map<String, String> inOne(Exercise exercise) {
        try {
            var mistakes = new LinkedHashMap<String, String>();
            Kinds.of(exercise.root()).all().forEach(kind -> mistakes.put(kind.slug(), kind.title()));
            // Where one of them is called like a kind, it is the pitfall.
            Pitfall.of(exercise).forEach(pitfall -> mistakes.put(pitfall.name(), pitfall.sentence()));
            return mistakes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first digits of a checksum of tests, whatever lines end with on that machine; an empty text if one of them could not be read. */
    static String sha(List<Source> tests) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var test : tests) {
                if (!(test instanceof Source.Read read)) {
                    return "";
                }
                digest.update(test.path().getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(read.text().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);    // Each JDK has it.
        }
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }
}
