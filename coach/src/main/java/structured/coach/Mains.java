package structured.coach;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import structured.coach.Tutorial.Exercise;

/** Runs the solutions' {@code main} methods, and compares what they print with what the Python originals print. */
public final class Mains {

    private static final String SECONDS = "\\d+\\.\\d{3} seconds";
    private static final String STARTED = "(I/O Task [1-5] has started, waiting for " + SECONDS + "\\.\\.\\.\n){5}";
    private static final String COMPLETED = "I/O Task %s has been completed after " + SECONDS + "\\.";
    private static final String ALL = "All Tasks have been completed in " + SECONDS + "\\.\n";
    private static final String IN_ORDER = lines("1", "2", "3", "4", "5");

    /** What each class is to print, as a regular expression. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("Hello", "Hello, world!\n"),
            Map.entry("SimulatingIo", lines("1")),
            Map.entry("SyncCalls", IN_ORDER + ALL),
            Map.entry("Gather", STARTED + IN_ORDER + ALL),
            Map.entry("GatherEven", STARTED + lines("2", "4") + ALL),
            Map.entry("TaskGroup", STARTED + "(" + COMPLETED.formatted("[24]") + "\n){2}" + ALL),
            Map.entry("TaskGroupBinding", STARTED + "(" + COMPLETED.formatted("[1-5]") + " thing='\\w+'\n){5}" + ALL),
            Map.entry("Batches", "(" + COMPLETED.formatted("\\d+") + "\n){12}" + ALL),
            Map.entry("Limit", "(" + COMPLETED.formatted("\\d+") + "\n){12}" + ALL),
            Map.entry("Outcomes", "(I/O Task [1-6] has been (completed after " + SECONDS + "\\.|refused: 429 .*)\n){6}"),
            Map.entry("Deadline", STARTED + "(" + IN_ORDER + "|Not all Tasks have been completed in 4 seconds\\.\n)"),
            Map.entry("Race", STARTED + lines("[1-5]") + "The first Task has been completed in " + SECONDS + "\\.\n"));

    private Mains() {}

    /** What a class is to print, as a regular expression, if its {@code main} is known. */
    public static Optional<String> expected(String className) {
        return Optional.ofNullable(EXPECTED.get(className));
    }

    private static String lines(String... ids) {
        var lines = new StringBuilder();
        for (var id : ids) {
            lines.append(COMPLETED.formatted(id)).append('\n');
        }
        return lines.toString();
    }

    /** Runs them in a locale that would write other digits, to see that they don't. */
    static Check check(Exercise exercise) {
        return new Check(exercise, Check.Kind.MAIN, "main", judge -> {
            try (var temporary = Temporary.folder("mains")) {
                var classes = temporary.path();
                return run(exercise, classes);
            }
        });
    }

    private static String run(Exercise exercise, Path classes) throws IOException, InterruptedException {
        var compile = new ArrayList<>(List.of("--release", "21", "--enable-preview", "-nowarn", "-encoding", "UTF-8", "-d", classes.toString()));
        exercise.solution().forEach(source -> compile.add(source.toString()));
        var problems = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, problems, problems, compile.toArray(String[]::new)) != 0) {
            return "does not compile:%n%s".formatted(problems.toString(StandardCharsets.UTF_8));
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // All the main methods of a module at once: they do little but wait.
        var running = new ArrayList<Map.Entry<String, Process>>();
        for (var source : exercise.solution()) {
            var name = source.getFileName().toString().replace(".java", "");
            if (EXPECTED.containsKey(name)) {
                running.add(Map.entry(name, new ProcessBuilder(java, "--enable-preview",
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=ar", "-Duser.country=EG", "-Dstdout.encoding=UTF-8", "-cp", classes.toString(),
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

    private static String compare(List<Map.Entry<String, Process>> running) throws IOException, InterruptedException {
        for (var main : running) {
            if (!main.getValue().waitFor(60, TimeUnit.SECONDS)) {
                return "of %s does not end".formatted(main.getKey());
            }
            var printed = new String(main.getValue().getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (!Pattern.matches(EXPECTED.get(main.getKey()), printed)) {
                return "of %s does not print what the original prints, but:%n%s".formatted(main.getKey(), printed);
            }
        }
        return running.isEmpty() ? "is missing, or Mains doesn't know what it is to print" : "";
    }
}
