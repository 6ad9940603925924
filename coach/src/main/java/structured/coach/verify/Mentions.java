package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;
import static structured.coach.verify.Check.Finding.fallsShort;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import structured.coach.tutorial.Exercise;
import structured.coach.verify.Check.Kind;
import structured.coach.words.Language;

/** Whoever lists the exercises has to list each: builds, tables, the guide, and what IDEs offer. */
final class Mentions {

    private Mentions() {}

    /** Each of these files has to name the exercise. */
    static Check of(Exercise exercise) {
        return new Check(exercise.name(), Kind.SHIPPED, "what lists the exercises", judge -> {
            var missing = new LinkedHashMap<String, String>();
            for (var place : places(exercise).entrySet()) {
                if (!textOf(exercise, place.getKey()).contains(place.getValue())) {
                    missing.put(place.getKey(), place.getValue());
                }
            }
            return missing.isEmpty() ? TRUE : fallsShort("lacks it: %s", missing.entrySet().stream()
                    .map(place -> "%s has no %s".formatted(place.getKey(), place.getValue())).collect(Collectors.joining("; ")));
        });
    }

    /** Each file, seen from the root, and what stands in it for the exercise. */
    private static Map<String, String> places(Exercise exercise) {
        var places = new LinkedHashMap<String, String>();
        var module = "<module>%s</module>".formatted(exercise.name());
        places.put("modules/pom.xml", module);
        places.put("solutions/pom.xml", module);
        for (var language : Language.all()) {
            places.put(language.nameOf("README.md"), "(modules/%s/%s)".formatted(exercise.name(), language.nameOf("README.md")));
            places.put("modules/%s/%s".formatted(exercise.name(), language.nameOf("README.md")), "docs/images/%s".formatted(exercise.number()));
        }
        places.put("docs/workshop-guide.md", "### %s ".formatted(exercise.number()));
        places.put(".run/%s.run.xml".formatted(exercise.name()), exercise.name());
        places.put(".vscode/tasks.json", "\"%s\"".formatted(exercise.number()));
        return places;
    }

    private static String textOf(Exercise exercise, String file) throws IOException {
        var path = exercise.root().resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
