package structured.coach.verify.docs;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import structured.coach.tutorial.Phrases;
import structured.coach.words.Language;

/**
 * What a script says that speaks before there is a Java, and the file that has it in another language: each sentence as it stands in the script, and its
 * translation below it. Beside it is the one for Windows, of the same name.
 *
 * @param site where they are
 * @param script the script, seen from the tutorial's root
 * @param translation the other file
 */
record ScriptWords(Site site, String script, String translation) {

    private static final String COACH = Bundles.RESOURCES + "structured/coach/";
    private static final Map<String, String> SCRIPTS = new TreeMap<>(Map.of("workshop", COACH + "words/launcher.txt", COACH + "kit/install.sh", COACH + "kit/install.txt"));

    /** A sentence, or the values that two rows share: whatever stands as a word of its own behind one of these. */
    private static final Pattern SAID = Pattern.compile("\\b(?:tell|fail|agree|give_up|no_letters=|no_colon=) ?(?:\"((?:[^\"\\\\$]|\\\\n)+)\"|'([^']+)')");

    /** The lines that help prints. */
    private static final String USAGE = "#   ";

    /** Those whose words are there in a language. */
    static List<ScriptWords> of(Site site, Language language) {
        return SCRIPTS.entrySet().stream().map(script -> new ScriptWords(site, script.getKey(), language.nameOf(script.getValue())))
                .filter(words -> site.has(words.script) && site.has(words.translation)).toList();
    }

    /** What its help says, a line each. */
    Passages usage() throws IOException {
        var lines = site.read(script).lines().toList();
        return new Passages(script, translation, IntStream.range(0, lines.size()).filter(line -> lines.get(line).startsWith(USAGE))
                .mapToObj(line -> new Passage(line + 1, lines.get(line).substring(1).strip().replaceAll("\\s+", " "))).toList(), false);
    }

    /** Whether each sentence has a translation, and none is of a sentence that was changed. */
    void check(Tally tally) throws IOException {
        var translated = Phrases.in(site.root().resolve(translation)).keySet();
        var said = new HashSet<String>();
        for (var file : List.of(script, script.replace(".sh", "") + ".cmd")) {
            for (var sentence : said(site.has(file) ? site.read(file) : "").entrySet()) {
                said.add(sentence.getKey());
                if (translated.contains(sentence.getKey())) {
                    tally.fine();
                } else {
                    tally.flawed(translation, 1, "line %d of %s has no translation: %s".formatted(sentence.getValue(), file, sentence.getKey()),
                            "Write it there as it stands in the script, and its translation below it, indented.");
                }
            }
        }
        translated.stream().filter(sentence -> !said.contains(sentence))
                .forEach(sentence -> tally.flawed(translation, 1, "%s doesn't say this any more: %s".formatted(script, sentence), "Write there what it says now, and look whether the translation still fits."));
    }

    /** Its sentences, comments left out, each with its first line. */
    static Map<String, Integer> said(String script) {
        var said = new TreeMap<String, Integer>();
        var lines = script.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = i + 1;
            if (!lines.get(i).strip().startsWith("#")) {
                SAID.matcher(lines.get(i)).results().forEach(found -> said.putIfAbsent(found.group(1) == null ? found.group(2) : found.group(1), line));
            }
        }
        return said;
    }
}
