package structured.coach.verify.docs;

import java.util.List;
import structured.coach.words.Language;

/**
 * The pages that are there in another language, or have to be.
 *
 * @param site where they are
 * @param language the other language
 */
record Counterparts(Site site, Language language) {

    /** What a learner and whoever gives a workshop meet; a new page of docs is one of them. */
    private static final String NEEDED = "README\\.md|modules/[^/]+/(README|hints)\\.md|docs/[^/]+\\.md|docs/slides/slides\\.md";

    /** For those who change the tutorial or look something up, or written in one language by its nature. What links them says so. */
    private static final String ONCE = "docs/(architecture|performance|later-jdks|pitfalls-seen|glossario)\\.md";

    /** Hints are opened from the lesson, and slides are shown: neither leads to another language. */
    private static final String UNLINKED = "(.*/)?(hints|slides)\\.md";

    /** The pages in the first language: those that need a counterpart, and others that have one. */
    List<String> sources() {
        // One that is made in each language is none that somebody could translate.
        return site.files(".*\\.md").stream().filter(file -> site.others().stream().noneMatch(other -> file.endsWith("." + other.tag() + ".md")) && !file.equals(PitfallsPage.FILE))
                .filter(file -> file.matches(NEEDED) && !file.matches(ONCE) || site.has(language.nameOf(file))).toList();
    }

    /** Whether each of the two has to lead to the other in its first lines. */
    static boolean areLinked(String source) {
        return !source.matches(UNLINKED);
    }
}
