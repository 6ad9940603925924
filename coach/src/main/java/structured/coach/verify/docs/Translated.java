package structured.coach.verify.docs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Language;

/** Writes down that somebody has looked at the sources of pages and sentences in other languages, and has translated what has changed. */
public final class Translated {

    private static final int SHOWN = 10;

    private final Site site;
    private final Function<String[], CommandLine> commandLines;
    private final PrintStream out;

    private Translated(Site site, Function<String[], CommandLine> commandLines, PrintStream out) {
        this.site = site;
        this.commandLines = commandLines;
        this.out = out;
    }

    /** Says a file that isn't there, or what keeps it from being written down. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }

    /**
     * Writes down these files, or all, and says which passages have changed there since it was done last. One that lacks something of its source stays as
     * it was written down.
     *
     * @param files as seen from the tutorial's root, in either language; none for all
     * @return whether all of them were written down
     * @throws Refused if one of them isn't there, or nothing can be written for some alone
     */
    public static boolean write(Tutorial tutorial, List<String> files, Function<String[], CommandLine> commandLines, PrintStream out)
            throws IOException, InterruptedException, Refused {
        var translated = new Translated(Site.at(tutorial.root()), commandLines, out);
        var sources = new LinkedHashMap<Language, List<Passages>>();
        for (var language : translated.site.others()) {
            sources.put(language, translated.sources(language));
        }
        for (var file : files) {
            if (sources.values().stream().allMatch(its -> asked(its, List.of(file)).isEmpty())) {
                throw new Refused("No %s is there in two languages. Name a page or a bundle as seen from the tutorial's root, such as docs/setup.md.".formatted(file));
            }
        }
        var complete = true;
        for (var language : sources.keySet()) {
            var asked = asked(sources.get(language), files);
            complete &= asked.isEmpty() && !files.isEmpty() || translated.write(language, sources.get(language), asked);
        }
        return complete;
    }

    private List<Passages> sources(Language language) throws IOException {
        var sources = new ArrayList<Passages>();
        new Counterparts(site, language).sources().stream().filter(source -> site.has(language.nameOf(source))).map(site::page).map(Optional::orElseThrow)
                .map(page -> Passages.of(page, language)).forEach(sources::add);
        sources.addAll(new Bundles(site, language, commandLines).all());
        return sources;
    }

    /** Those of these names, in either language. */
    private static List<Passages> asked(List<Passages> sources, List<String> files) {
        var names = files.stream().map(file -> file.replace('\\', '/').replaceFirst("^\\./", "")).toList();
        return sources.stream().filter(source -> names.contains(source.file()) || names.contains(source.translation())).toList();
    }

    private boolean write(Language language, List<Passages> sources, List<Passages> asked) throws IOException, Refused {
        var looked = LookedAt.read(site, language);
        var file = LookedAt.file(language);
        if (looked.unreadable().isPresent() && !asked.isEmpty()) {
            throw new Refused("%s has a line %d that can't be read: did a merge leave it? %s, without a file, writes all of it again.".formatted(file, looked.unreadable().get(), LookedAt.COMMAND));
        }
        looked.sources().stream().filter(name -> sources.stream().noneMatch(source -> source.file().equals(name))).forEach(looked::forget);
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

    private boolean write(Language language, Passages source, LookedAt looked) throws IOException {
        var file = source.file();
        var flaws = Translations.compared(site, language, source).flaws();
        if (!flaws.isEmpty()) {
            out.println("%s stays as it was written down, since the two differ:".formatted(file));
            flaws.forEach(flaw -> out.println("  " + flaw));
            return false;
        }
        if (!looked.knows(file)) {
            out.println(file + ", for the first time");
        } else {
            var changed = looked.changed(source);
            changed.stream().limit(SHOWN).forEach(passage -> out.println("%s:%d: %s".formatted(file, passage.line(), source.firstWords(passage))));
            if (changed.size() > SHOWN) {
                out.println("%s: and %d more".formatted(file, changed.size() - SHOWN));
            }
            // Of two branches that a merge has left there, each has passages that the other hasn't.
            if (looked.unreadable().isEmpty()) {
                looked.cutBelow(source).forEach(above -> out.println("%s:%d: what was below this is gone".formatted(file, Math.max(1, above.line()))));
            }
        }
        looked.lookedAt(source);
        return true;
    }
}
