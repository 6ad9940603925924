package structured.coach.verify.docs;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import structured.coach.tutorial.Page;
import structured.coach.words.Language;

/**
 * What a translation is compared with: the passages of a file, or the sentences that it has by keys.
 *
 * @param file the source, as seen from the tutorial's root
 * @param translation the file in another language, which has to have all of it
 * @param all its passages, in their order
 * @param keyed whether each begins with a key, by which its translation is found, too, and an equals sign
 */
record Passages(String file, String translation, List<Passage> all, boolean keyed) {

    /** Those of a page. */
    static Passages of(Page page, Language language) {
        return new Passages(page.file(), language.nameOf(page.file()), Passage.of(page), false);
    }

    /** So much of a passage as tells which one it is: its key whole. */
    String firstWords(Passage passage) {
        return keyed ? key(passage) + "=" + new Passage(passage.line(), passage.text().substring(key(passage).length() + 1)).firstWords() : passage.firstWords();
    }

    /** The line of the translation that a passage is about, as far as its key tells; or else the first. */
    int lineThere(Passage passage, Site site) throws IOException {
        return keyed ? lineOf(key(passage), site.read(translation).lines().toList()) : 1;
    }

    /** The line that begins with a key; or else the first. */
    static int lineOf(String key, List<String> lines) {
        var begins = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=:].*");
        return IntStream.range(0, lines.size()).filter(line -> begins.matcher(lines.get(line)).matches()).findFirst().orElse(0) + 1;
    }

    /** What such a passage begins with. */
    String key(Passage passage) {
        return passage.text().substring(0, passage.text().indexOf('='));
    }
}
