package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import structured.coach.machine.SourceText;

/** The text that belongs to an exercise: what its steps are called, and what to think about when it is done. */
public final class Lesson {

    private final Exercise exercise;
    private final String text;

    public Lesson(Exercise exercise) {
        this.exercise = exercise;
        text = read(exercise.folder().resolve("README.md"));
    }

    private static String read(Path english) {
        try {
            return new String(SourceText.bytes(english), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // A verdict can do without.
            return "";
        }
    }

    /** The lesson's file, seen from the root; in Portuguese where that is the language. */
    public Path file() {
        var portuguese = exercise.folder().resolve("README.pt-BR.md");
        var wanted = Locale.getDefault().getLanguage().equals("pt") && Files.exists(portuguese);
        return exercise.root().relativize(wanted ? portuguese : exercise.folder().resolve("README.md"));
    }

    /** What a step is called, or an empty text. */
    public String titleOf(int step) {
        return find("(?m)^### Step " + step + ": (.*)$").orElse("");
    }

    /** What those who are done may ask themselves: the first question that can be read without the code below it. */
    public Optional<String> question() {
        return find("(?m)^\\*\\*\\d\\.\\*\\* ((?:.+\n)++)(?=\n<details>)").map(question -> question.strip().replaceAll("\\s+", " "));
    }

    private Optional<String> find(String regex) {
        return Pattern.compile(regex).matcher(text).results().map((MatchResult found) -> found.group(1)).findFirst();
    }
}
