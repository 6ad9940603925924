package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;
import static structured.coach.verify.Check.Finding.fallsShort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import structured.coach.machine.Javac;
import structured.coach.machine.Jvm;
import structured.coach.machine.SourceText;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Originals;
import structured.coach.verify.Check.Finding;

/** Runs the solutions' {@code main} methods, and compares what they print with what the Python originals print. */
final class Mains {

    private Mains() {}

    /** Runs them in a locale that would write other digits, to see that they don't. */
    static Check check(Exercise exercise) {
        return new Check(exercise.name(), Check.Kind.MAIN, "main", judge -> {
            try (var temporary = Temporary.folder("mains")) {
                var classes = temporary.path();
                return run(exercise, classes);
            }
        });
    }

    private static Finding run(Exercise exercise, Path classes) throws IOException, InterruptedException {
        var problem = Javac.compile(exercise.solution(), classes);
        if (problem.isPresent()) {
            return fallsShort("does not compile:%n%s", problem.get());
        }
        // All the main methods of a module at once: they do little but wait.
        var running = new ArrayList<Map.Entry<String, Process>>();
        for (var source : exercise.solution()) {
            var name = SourceText.className(source);
            if (Originals.expected(name).isPresent()) {
                running.add(Map.entry(name, Jvm.ofOurs().quick().with("-Duser.language=ar", "-Duser.country=EG").running(classes.toString(),
                        source.getParent().getParent().getFileName() + "." + source.getParent().getFileName() + "." + name)
                        .redirectErrorStream(true).start()));
            }
        }
        try {
            return compare(running);
        } finally {
            running.forEach(main -> main.getValue().destroyForcibly());
        }
    }

    private static Finding compare(List<Map.Entry<String, Process>> running) throws IOException, InterruptedException {
        for (var main : running) {
            if (!main.getValue().waitFor(60, TimeUnit.SECONDS)) {
                return fallsShort("of %s does not end", main.getKey());
            }
            var printed = new String(main.getValue().getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (!Pattern.matches(Originals.expected(main.getKey()).orElseThrow(), printed)) {
                return fallsShort("of %s does not print what the original prints, but:%n%s", main.getKey(), printed);
            }
        }
        return running.isEmpty() ? fallsShort("is missing, or Originals doesn't know what it is to print") : TRUE;
    }
}
