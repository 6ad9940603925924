package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Phrases;
import structured.coach.tutorial.Pitfall;
import structured.coach.words.Language;

/** What is said of wrong and of right answers is said in each language: by kinds of mistakes, and by the first lines of each answer. */
final class TranslatedAnswers {

    private final Site site;
    private final Language language;
    private final Tally tally;

    TranslatedAnswers(Site site, Language language, Tally tally) {
        this.site = site;
        this.language = language;
        this.tally = tally;
    }

    /** Whether each kind has its title, its promise and its question. */
    void checkKinds() throws IOException {
        if (!site.has(Kinds.FILE)) {
            return;
        }
        var name = language.nameOf(Kinds.FILE);
        var wanted = Kinds.sentences(site.read(Kinds.FILE));
        var unknown = new TreeSet<>(site.has(name) ? Kinds.sentences(site.read(name)).keySet() : Set.of());
        var translated = Set.copyOf(unknown);
        wanted.forEach((key, sentence) -> {
            unknown.remove(key);
            if (translated.contains(key)) {
                tally.fine();
            } else {
                tally.flawed(name, 1, "%s is missing in %s".formatted(key, language.name()), "Write it: %s=... In English it is: %s".formatted(key, sentence));
            }
        });
        unknown.forEach(key -> tally.flawed(name, 1, "there is no such kind: " + key, "Take it out, or give it the name that the kind has now."));
    }

    /** Whether each sentence of the first lines has one, and none is of a sentence that was changed. */
    void check(Exercise exercise) throws IOException {
        var file = Phrases.fileOf(exercise.answers(), language);
        var name = site.root().relativize(file).toString().replace('\\', '/');
        var unknown = new LinkedHashSet<>(Phrases.in(file).keySet());
        for (var sentence : sentences(exercise)) {
            if (unknown.remove(sentence)) {
                tally.fine();
            } else {
                tally.flawed(name, 1, "this has no translation: " + sentence, "Write it there as it stands in the answer, and below it, indented, what it is in %s.".formatted(language.name()));
            }
        }
        unknown.forEach(sentence -> tally.flawed(name, 1, "no answer says this any more: " + sentence, "Write there what it says now, and look whether the translation still fits."));
    }

    private static Set<String> sentences(Exercise exercise) throws IOException {
        var sentences = new LinkedHashSet<String>();
        for (var pitfall : Pitfall.of(exercise)) {
            sentences.add(pitfall.sentence());
            sentences.add(pitfall.why());
        }
        for (Path alternative : exercise.alternatives()) {
            sentences.add(Pitfall.alternative(alternative));
        }
        sentences.remove("");
        return sentences;
    }
}
