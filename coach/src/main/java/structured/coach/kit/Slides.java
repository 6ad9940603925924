package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import structured.coach.words.Wording;

/** The slides, if they were built: as a PDF, which stands alone. */
final class Slides {

    private static final Wording SAY = Wording.of(Slides.class);

    static final String FILE = "slides.pdf";

    private Slides() {}

    /** Puts them into a kit, or says why they aren't in it. */
    static Optional<String> into(KitFolder kit, Path tutorial) throws IOException {
        var slides = tutorial.resolve("docs/slides");
        var built = slides.resolve(FILE);
        if (!Files.isRegularFile(built)) {
            return Optional.of(SAY.of("slides.not-built"));
        }
        if (Files.getLastModifiedTime(built).compareTo(Files.getLastModifiedTime(slides.resolve("slides.md"))) < 0) {
            return Optional.of(SAY.of("slides.old"));
        }
        Files.copy(built, kit.draft(FILE), StandardCopyOption.REPLACE_EXISTING);
        kit.install(FILE);
        return Optional.empty();
    }
}
