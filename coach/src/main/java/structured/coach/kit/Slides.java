package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.words.Wording;

/** The slides, if they were built: as a PDF for each language, which stands alone. */
final class Slides {

    private static final Wording SAY = Wording.of(Slides.class);

    private static final Pattern DECK = Pattern.compile("slides(\\.[\\w-]+)?\\.md");
    private static final Pattern BUILT = Pattern.compile("slides(\\.[\\w-]+)?\\.pdf");

    private Slides() {}

    /** Whether a file in a kit is a PDF of theirs. */
    static boolean isOne(String name) {
        return BUILT.matcher(name).matches();
    }

    /** Puts them into a kit, or says why they aren't in it, or not all of them. */
    static Optional<String> into(KitFolder kit, Path tutorial) throws IOException {
        var folder = tutorial.resolve("docs/slides");
        List<String> decks;
        try (var files = Files.list(folder)) {
            decks = files.map(file -> file.getFileName().toString()).filter(name -> DECK.matcher(name).matches()).sorted().toList();
        }
        var missing = Optional.<String>empty();
        for (var deck : decks) {
            var name = deck.replaceFirst("md$", "pdf");
            var built = folder.resolve(name);
            if (!Files.isRegularFile(built)) {
                missing = missing.or(() -> Optional.of(SAY.of("slides.not-built", name)));
            } else if (Files.getLastModifiedTime(built).compareTo(Files.getLastModifiedTime(folder.resolve(deck))) < 0) {
                missing = missing.or(() -> Optional.of(SAY.of("slides.old", name, deck)));
            } else {
                Files.copy(built, kit.draft(name), StandardCopyOption.REPLACE_EXISTING);
                kit.install(name);
            }
        }
        return missing;
    }
}
