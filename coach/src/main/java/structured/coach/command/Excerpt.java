package structured.coach.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.Tutorial.Exercise;
import structured.coach.terminal.Harmless;
import structured.coach.worker.SourceText;

/** A learner's line that a text speaks of, with the line before it and the line after. */
record Excerpt(Exercise exercise, Style style) {

    /** Of any source, as far as its name is one that a class can have. A word of a million letters is looked at once. */
    private static final String NAME = "\\w++\\.java";

    /** The lines to show, or none if the text names no place in the learner's sources. */
    List<String> of(String text) {
        var lines = new ArrayList<String>();
        var place = place().matcher(text);
        if (!place.find()) {
            return lines;
        }
        var number = Integer.parseInt(place.group(2));
        var source = linesOf(place.group(1));
        lines.add("");
        lines.add("    " + style.dim(place.group(1) + ":" + number));
        for (int i = Math.max(1, number - 1); i <= Math.min(source.size(), number + 1); i++) {
            var line = style.cut("%s %3d | %s".formatted(i == number ? ">" : " ", i, source.get(i - 1)), 4);
            lines.add("    " + (i == number ? line : style.dim(line)));
        }
        return lines;
    }

    /** A place in a source file, as stack traces and the coach's sentences name it; the learner's files have any names. */
    private Pattern place() {
        var names = Stream.<String>empty();
        try {
            names = exercise.main().stream().map(file -> file.getFileName().toString()).sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote);
        } catch (IOException e) {
            // As below.
        }
        return Pattern.compile("(?<!\\w)(" + Stream.concat(names, Stream.of(NAME)).collect(Collectors.joining("|")) + ")(?::|, line |.*Line )(\\d{1,9}+)(?!\\d)");
    }

    private List<String> linesOf(String fileName) {
        try {
            for (var file : exercise.main()) {
                if (file.getFileName().equals(Path.of(fileName))) {
                    // What isn't in UTF-8 is shown as far as it goes.
                    return Harmless.lines(new String(SourceText.bytes(file), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // Gone since the verdict: it is told without its lines then.
        }
        return List.of();
    }
}
