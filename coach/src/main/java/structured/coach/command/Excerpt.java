package structured.coach.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Source;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Sources;

/** A learner's line that a text speaks of, with the line before it and the line after. */
record Excerpt(Sources sources, Style style) {

    /** Of any source, as far as its name is one that a class can have. A word of a million letters is looked at once. */
    private static final String NAME = "\\w++\\.java";

    /** What a text names: a file, by its name without folders, and a line in it. */
    record Named(String name, int line) {}

    /** The place that a text names first, if it names one. */
    Optional<Named> placeIn(String text) {
        var place = place().matcher(text);
        return place.find() ? Optional.of(new Named(place.group(1), Integer.parseInt(place.group(2)))) : Optional.empty();
    }

    /** The lines to show, or none if the text names no place in the learner's sources. */
    List<String> of(String text) {
        var lines = new ArrayList<String>();
        var named = placeIn(text);
        if (named.isEmpty()) {
            return lines;
        }
        var name = named.get().name();
        var number = named.get().line();
        var source = sources.linesOf(name).orElse(List.of());
        lines.add("");
        lines.add("    " + style.aside(linked(name, name + ":" + number)));
        for (int i = Math.max(1, number - 1); i <= Math.min(source.size(), number + 1); i++) {
            var line = style.cutCode("%s %3d | %s".formatted(i == number ? ">" : " ", i, Harmless.line(source.get(i - 1))), 4);
            lines.add("    " + (i == number ? line : style.aside(line)));
        }
        return lines;
    }

    private String linked(String name, String text) {
        return sources.main().stream().map(Source::path).filter(path -> path.getFileName().toString().equals(name)).findFirst()
                .map(path -> style.link(text, path)).orElse(text);
    }

    /** The line alone, where there is no room for more. */
    List<String> lineOf(String text) {
        return of(text).stream().filter(line -> line.startsWith("    > ")).toList();
    }

    /** A place in a source file, as stack traces and the coach's sentences name it; the learner's files have any names. */
    private Pattern place() {
        var names = sources.main().stream().map(source -> source.path().getFileName().toString())
                .sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote);
        return Pattern.compile("(?<!\\w)(" + Stream.concat(names, Stream.of(NAME)).collect(Collectors.joining("|")) + ")(?::|, line |.*Line )(\\d{1,9}+)(?!\\d)");
    }
}
