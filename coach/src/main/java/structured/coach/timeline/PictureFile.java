package structured.coach.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import structured.coach.words.Wording;

/**
 * A file for a picture: a new one, or one that such a picture is in already. Nothing else is ever overwritten.
 *
 * @param path where it is, or is to be
 * @param sign what only such a picture has in its beginning
 */
record PictureFile(Path path, String sign) {

    private static final Wording SAY = Wording.of(PictureFile.class);

    /** The sign is within so many bytes. */
    private static final int BEGINNING = 4000;

    /** For pictures alone. */
    static PictureFile svg(Path path) {
        return new PictureFile(path, SvgChart.SIGN);
    }

    /** For pages. */
    static PictureFile html(Path path) {
        return new PictureFile(path, HtmlPage.SIGN);
    }

    /** Why no picture can be written there. */
    Optional<String> problem() throws IOException {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            return because(SAY.of("file.is-folder"));
        }
        // Folders that are missing are made when there is something to be written.
        while (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        if (!Files.isDirectory(folder)) {
            return because(SAY.of("file.no-folder", folder));
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isWritable(folder) ? Optional.empty() : because(SAY.of("file.folder-denied"));
        }
        if (Files.isSymbolicLink(path)) {
            return because(SAY.of("file.link"));
        }
        if (!Files.isRegularFile(path)) {
            return because(Files.isDirectory(path) ? SAY.of("file.is-folder") : SAY.of("file.none"));
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            return because(SAY.of("file.denied"));
        }
        return mayBeLost() ? Optional.empty() : because(SAY.of("file.lost"));
    }

    private Optional<String> because(String reason) {
        return Optional.of(SAY.of("file", path, reason));
    }

    private boolean mayBeLost() throws IOException {
        try (var in = Files.newInputStream(path)) {
            var beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return beginning.isEmpty() || beginning.contains(sign);
        }
    }

    /** Writes it, unless there is something else by now: a program may have run since its place was looked at. */
    void write(String picture) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, picture, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            return;
        }
        var problem = problem();
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        Files.writeString(path, picture, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);
    }
}
