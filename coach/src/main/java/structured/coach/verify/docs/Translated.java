package structured.coach.verify.docs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Language;

/** Writes down that somebody has looked at the sources of pages in other languages, and has translated what has changed. */
public final class Translated {

    private static final int SHOWN = 10;

    private final Site site;
    private final PrintStream out;

    private Translated(Site site, PrintStream out) {
        this.site = site;
        this.out = out;
    }

    /** Says a page that isn't there, or what keeps it from being written down. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }

    /**
     * Writes down these pages, or all, and says which passages have changed there since it was done last. A page that lacks something of its source stays as
     * it was written down.
     *
     * @param pages as seen from the tutorial's root, in either language; none for all
     * @return whether all of them were written down
     * @throws Refused if one of them isn't there, or nothing can be written for some alone
     */
    public static boolean write(Tutorial tutorial, List<String> pages, PrintStream out) throws IOException, InterruptedException, Refused {
        var translated = new Translated(Site.at(tutorial.root()), out);
        for (var page : pages) {
            if (others().noneMatch(language -> !translated.asked(language, List.of(page)).isEmpty())) {
                throw new Refused("No page %s is there in two languages. Name one as seen from the tutorial's root, such as docs/setup.md.".formatted(page));
            }
        }
        var complete = true;
        for (var language : others().toList()) {
            var asked = translated.asked(language, pages);
            complete &= !pages.isEmpty() && asked.isEmpty() || translated.write(language, asked);
        }
        return complete;
    }

    private static Stream<Language> others() {
        return Language.all().stream().filter(language -> !language.isDefault());
    }

    private List<String> sources(Language language) {
        return new Counterparts(site, language).sources().stream().filter(source -> site.has(language.nameOf(source))).toList();
    }

    /** The sources of the pages that are there in a language, however they are called. */
    private List<String> asked(Language language, List<String> pages) {
        var names = pages.stream().map(page -> page.replace('\\', '/').replaceFirst("^\\./", "")).toList();
        return sources(language).stream().filter(source -> names.contains(source) || names.contains(language.nameOf(source))).toList();
    }

    private boolean write(Language language, List<String> asked) throws IOException, Refused {
        var sources = sources(language);
        var looked = LookedAt.read(site, language);
        var file = LookedAt.file(language);
        if (looked.unreadable().isPresent() && !asked.isEmpty()) {
            throw new Refused("%s has a line %d that can't be read: did a merge leave it? %s, without a page, writes all of it again.".formatted(file, looked.unreadable().get(), LookedAt.COMMAND));
        }
        looked.pages().stream().filter(page -> !sources.contains(page)).forEach(looked::forget);
        var complete = true;
        for (var source : asked.isEmpty() ? sources : asked) {
            complete &= write(language, source, looked);
        }
        var text = looked.text();
        var same = site.has(file) && site.read(file).equals(text);
        if (!same) {
            Folders.replace(site.root().resolve(file), text.getBytes(StandardCharsets.UTF_8));
        }
        out.println(file + (same ? " was right already." : " was written again."));
        return complete;
    }

    private boolean write(Language language, String source, LookedAt looked) throws IOException {
        var flaws = Translations.compared(site, language, source).flaws();
        if (!flaws.isEmpty()) {
            out.println("%s stays as it was written down, since the two differ:".formatted(source));
            flaws.forEach(flaw -> out.println("  " + flaw));
            return false;
        }
        var page = site.page(source).orElseThrow();
        if (!looked.knows(source)) {
            out.println(source + ", for the first time");
        } else {
            var changed = looked.changed(page);
            changed.stream().limit(SHOWN).forEach(passage -> out.println("%s:%d: %s".formatted(source, passage.line(), passage.firstWords())));
            if (changed.size() > SHOWN) {
                out.println("%s: and %d more".formatted(source, changed.size() - SHOWN));
            }
            looked.cutBelow(page).forEach(above -> out.println("%s:%d: what was below this is gone".formatted(source, Math.max(1, above.line()))));
        }
        looked.lookedAt(page);
        return true;
    }
}
