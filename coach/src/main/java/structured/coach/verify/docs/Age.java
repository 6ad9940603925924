package structured.coach.verify.docs;

import java.io.IOException;
import java.util.Set;
import structured.coach.words.Language;

/** Pages and sentences in a language are not older than their sources: nothing has changed there since somebody looked at it. */
final class Age {

    private final LookedAt looked;
    private final Site site;
    private final Language language;
    private final Tally tally;

    Age(Site site, Language language, Tally tally) throws IOException {
        this.looked = LookedAt.read(site, language);
        this.site = site;
        this.language = language;
        this.tally = tally;
    }

    /** Names each passage of a source that its counterpart is older than, and returns whether there is none. */
    boolean check(Passages source) throws IOException {
        var translated = source.translation();
        if (!looked.knows(source.file())) {
            tally.flawed(translated, 1, "nobody has said yet that it was compared with " + source.file(), "Compare them, then: " + command(source));
            return false;
        }
        // What has no translation is named as such.
        var there = source.keyed() ? Bundles.said(site, translated).keySet() : Set.<String>of();
        var changed = looked.changed(source).stream().filter(passage -> !source.keyed() || there.contains(source.key(passage))).toList();
        for (var passage : changed) {
            tally.flawed(translated, source.lineThere(passage, site), "is older than line %d of %s: %s".formatted(passage.line(), source.file(), source.firstWords(passage)), remedy(source));
        }
        var cut = looked.cutBelow(source);
        cut.forEach(above -> tally.flawed(translated, 1, above.line() == 0 ? "is older than the top of %s, where something is gone".formatted(source.file())
                : "is older than %s, where something is gone below line %d: %s".formatted(source.file(), above.line(), above.firstWords()), remedy(source)));
        if (!changed.isEmpty() || !cut.isEmpty()) {
            return false;
        }
        tally.fine();
        return true;
    }

    /** Says what is wrong with the file itself. */
    void checkFile() {
        looked.unreadable().ifPresent(line -> tally.flawed(LookedAt.file(language), line, "this line is neither a file nor a checksum: did a merge leave it?",
                "Compare them, then: " + LookedAt.COMMAND));
    }

    private static String remedy(Passages source) {
        return "Translate what has changed there, or see that nothing needs it, then: " + command(source);
    }

    private static String command(Passages source) {
        return LookedAt.COMMAND + " " + source.file();
    }
}
