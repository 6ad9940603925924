package structured.coach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exercises as they were shipped, whatever the learner has made of them and committed since: a file that is still to be
 * written says so, and its newest version that says so is the one that was shipped.
 */
final class Shipped {

    /** What each stub throws, and no finished exercise has any use for. */
    static final String MARK = "is not written yet";

    private final Path root;

    Shipped(Path root) {
        this.root = root;
    }

    /**
     * The text of a file as shipped, or nothing if that can't be found out: the file has no such version in git's
     * history, or there is no git. A file that never was a stub is shipped as it is.
     */
    Optional<String> text(Path file) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            var now = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (now.contains(MARK)) {
                return Optional.of(Files.readString(file));
            }
        }
        var path = root.toRealPath().relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
        for (var commit : git("log", "--format=%H", "-S" + MARK, "--", path).orElse("").split("\\s+")) {
            // A commit that took the mark away has the shipped version before it, one that brought it has it itself.
            for (var version : new String[] {commit, commit + "^"}) {
                var text = git("show", version + ":./" + path).filter(shown -> shown.contains(MARK));
                if (!commit.isEmpty() && text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> git(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(args));
        try {
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
        } catch (IOException e) {
            // There is no git here; what it could have told remains unknown.
            return Optional.empty();
        }
    }
}
