package structured.coach.verify.docs;

import structured.coach.tutorial.Page;
import structured.coach.words.Language;

/** Pages in a language are not older than their sources: nothing has changed there since somebody looked at it. */
final class Age {

    private final LookedAt looked;
    private final Language language;
    private final Tally tally;

    Age(LookedAt looked, Language language, Tally tally) {
        this.looked = looked;
        this.language = language;
        this.tally = tally;
    }

    /** Names each passage of a source that its counterpart is older than. */
    void check(Page source) {
        var translated = language.nameOf(source.file());
        if (!looked.knows(source.file())) {
            tally.flawed(translated, 1, "nobody has said yet that it was compared with " + source.file(), "Compare them, then: " + command(source));
            return;
        }
        var changed = looked.changed(source);
        changed.forEach(passage -> tally.flawed(translated, 1, "is older than line %d of %s: %s".formatted(passage.line(), source.file(), passage.firstWords()), remedy(source)));
        var cut = looked.cutBelow(source);
        cut.forEach(above -> tally.flawed(translated, 1, above.line() == 0 ? "is older than the top of %s, where something is gone".formatted(source.file())
                : "is older than %s, where something is gone below line %d: %s".formatted(source.file(), above.line(), above.firstWords()), remedy(source)));
        if (changed.isEmpty() && cut.isEmpty()) {
            tally.fine();
        }
    }

    /** Says what is wrong with the file itself. */
    void checkFile() {
        looked.unreadable().ifPresent(line -> tally.flawed(LookedAt.file(language), line, "this line is neither a page nor a checksum: did a merge leave it?",
                "Compare the pages, then: " + LookedAt.COMMAND));
    }

    private static String remedy(Page source) {
        return "Translate what has changed there, or see that nothing needs it, then: " + command(source);
    }

    private static String command(Page source) {
        return LookedAt.COMMAND + " " + source.file();
    }
}
