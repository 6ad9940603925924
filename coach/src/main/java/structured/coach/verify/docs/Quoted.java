package structured.coach.verify.docs;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import structured.coach.tutorial.Page;
import structured.coach.tutorial.TestNames;
import structured.coach.tutorial.Tutorial;
import structured.coach.tutorial.WrittenTest;
import structured.coach.words.Language;

/** The workshop guide in another language quotes, for what is seen of a mistake, the same tests as its source does, as the coach calls them in that language. */
final class Quoted {

    private final Language language;
    private final Tally tally;

    /** What tests are called, by class and method: in the first language, and in that one. Some of the same name are in several exercises. */
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> translations = new TreeMap<>();

    private Quoted(Language language, Tally tally) {
        this.language = language;
        this.tally = tally;
    }

    static void check(Site site, Language language, Tally tally) throws IOException {
        var guide = site.page(WhatYouSee.GUIDE);
        var translated = site.page(language.nameOf(WhatYouSee.GUIDE));
        if (guide.isPresent() && translated.isPresent()) {
            var quoted = new Quoted(language, tally);
            quoted.readNames(site);
            quoted.compare(guide.get(), translated.get());
        }
    }

    private void readNames(Site site) throws IOException {
        for (var exercise : new Tutorial(site.root()).exercises()) {
            var file = site.root().relativize(TestNames.fileOf(exercise.folder(), language)).toString().replace('\\', '/');
            var names = new Properties();
            if (site.has(file)) {
                names.load(new StringReader(site.read(file)));
            }
            for (var test : WrittenTest.of(exercise)) {
                sources.put(exercise.name() + " " + test.id(), test.name());
                translations.put(exercise.name() + " " + test.id(), names.getProperty(test.id(), ""));
            }
        }
    }

    /** Tables stand in the same order in both, and so do rows: that they are there is compared elsewhere. */
    private void compare(Page guide, Page translated) {
        var wanted = guide.all(TableBlock.class).map(Tables::rows).toList();
        var found = translated.all(TableBlock.class).map(Tables::rows).toList();
        for (int table = 0; table < Math.min(wanted.size(), found.size()); table++) {
            var column = Tables.headings(wanted.get(table)).indexOf(WhatYouSee.COLUMN);
            for (int row = 1; column > 0 && row < Math.min(wanted.get(table).size(), found.get(table).size()); row++) {
                compare(wanted.get(table).get(row).get(column), found.get(table).get(row).get(column), translated.file());
            }
        }
    }

    private void compare(TableCell source, TableCell translated, String file) {
        var wanted = WhatYouSee.quoted(source);
        var found = WhatYouSee.quoted(translated);
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            var same = i < wanted.size() && i < found.size() ? new HashSet<>(called(wanted.get(i), sources)) : Set.<String>of();
            if (!same.isEmpty()) {
                same.retainAll(called(found.get(i), translations));
            }
            if (same.isEmpty()) {
                tally.flawed(file, Page.line(translated), "this row doesn't quote the tests that %s does: %s".formatted(WhatYouSee.GUIDE, wanted),
                        "In %s they are called: %s".formatted(language.name(), wanted.stream().flatMap(quote -> called(quote, sources).stream()).map(translations::get).distinct().toList()));
                return;
            }
        }
        tally.fine();
    }

    private static Set<String> called(String quote, Map<String, String> names) {
        return names.entrySet().stream().filter(test -> WhatYouSee.like(quote).matcher(test.getValue()).matches()).map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
