package structured.coach.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import structured.coach.Tutorial.Exercise;

/** The text that belongs to an exercise: what its steps are called, and what to try when it is done. */
final class Lesson {

    private static final Pattern BULLET = Pattern.compile("(?m)^- (.*(?:\n {2}.*)*)");

    private final Exercise exercise;
    private final String text;

    Lesson(Exercise exercise) throws IOException {
        this.exercise = exercise;
        var english = exercise.folder().resolve("README.md");
        text = Files.exists(english) ? Files.readString(english) : "";
    }

    /** The lesson's file, seen from the root; in Portuguese where that is the language. */
    Path file() {
        var portuguese = exercise.folder().resolve("README.pt-BR.md");
        var wanted = Locale.getDefault().getLanguage().equals("pt") && Files.exists(portuguese);
        return exercise.root().relativize(wanted ? portuguese : exercise.folder().resolve("README.md"));
    }

    /** What a step is called, or an empty text. */
    String titleOf(int step) {
        return find("(?m)^### Step " + step + ": (.*)$").orElse("");
    }

    /** Small experiments for those who are done. */
    List<String> tryNext() {
        var section = find("(?ms)^## Try next$(.*?)(?=^## |\\z)").orElse("");
        return BULLET.matcher(section).results().map(bullet -> bullet.group(1).replaceAll("\\s+", " ")).toList();
    }

    private Optional<String> find(String regex) {
        return Pattern.compile(regex).matcher(text).results().map((MatchResult found) -> found.group(1)).findFirst();
    }
}
