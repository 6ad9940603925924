package structured.coach.room;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** All that the board's pages say, in each language: of {@code texts.properties} and its counterparts, as a script that the pages load. */
final class PageTexts {

    private static final String BUNDLE = "texts.properties";

    private PageTexts() {}

    /** By language, in its order. What one has not is as in the first. */
    static Map<String, Map<String, String>> all() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        var first = in(Language.all().getFirst());
        for (var language : Language.all()) {
            var texts = new TreeMap<>(first);
            texts.putAll(in(language));
            texts.put("name", language.name());
            all.put(language.tag(), texts);
        }
        return all;
    }

    private static Map<String, String> in(Language language) {
        var texts = new TreeMap<String, String>();
        Wording.read(PageTexts.class, language.nameOf(BUNDLE)).ifPresent(bundle -> bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key))));
        return texts;
    }

    static byte[] script() {
        return ("const TEXTS = " + new String(Snapshot.json(all()), StandardCharsets.UTF_8) + ";\n").getBytes(StandardCharsets.UTF_8);
    }
}
