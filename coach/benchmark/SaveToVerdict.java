import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a learner waits: from a save to the verdict in {@code ./workshop watch}, and for one cold {@code ./workshop check},
 * beside Maven in the same run. By hand, from the root: {@code java coach/benchmark/SaveToVerdict.java [SAVES] [MODULE...]}.
 * It works in a clone of its own, on the solutions.
 */
public class SaveToVerdict {

    private static final int MAVEN_RUNS = 5;

    /** Saves before those that count: in a learner's session, too, the first few are the few. */
    private static final int WARM_UP = 10;

    private static Path root;

    public static void main(String[] args) throws Exception {
        var saves = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        root = Files.createTempDirectory("benchmark").resolve("tutorial");
        run(Path.of("."), "git", "clone", "-q", ".", root.toString());
        run(root, "./workshop", "setup", "--yes");
        System.out.println("milliseconds               save to verdict      cold check      mvn -q -o test -pl   check / mvn");
        System.out.println("                           p50   p95   max      median          median");
        try (var solutions = Files.list(root.resolve("modules"))) {
            for (var module : solutions.filter(Files::isDirectory).map(it -> it.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*") && (args.length < 2 || List.of(args).contains(name))).sorted().toList()) {
                measure(module, saves);
            }
        }
    }

    private static void measure(String module, int saves) throws Exception {
        copy(root.resolve("solutions").resolve(module).resolve("src"), root.resolve("modules").resolve(module).resolve("src"));
        var file = firstSource(module);
        var watched = watch(module, file, saves);
        // Alternately, so that whatever else the machine does meets both; after a change each, as in a learner's day.
        var checks = new ArrayList<Double>();
        var mavens = new ArrayList<Double>();
        for (int i = 0; i < MAVEN_RUNS; i++) {
            save(file);
            checks.add(run(root, "./workshop", "check", module));
            save(file);
            mavens.add(run(root, "mvn", "-q", "-o", "test", "-pl", module));
        }
        System.out.printf(Locale.ROOT, "%-24s %5.0f %5.0f %5.0f   %9.0f  %14.0f  %18.2f%n", module, at(watched, 0.5), at(watched, 0.95),
                at(watched, 1), at(checks, 0.5), at(mavens, 0.5), at(checks, 0.5) / at(mavens, 0.5));
    }

    private static List<Double> watch(String module, Path file, int saves) throws Exception {
        var times = new ArrayList<Double>();
        var watch = new ProcessBuilder("./workshop", "watch", module).directory(root.toFile()).redirectErrorStream(true).start();
        try (var lines = watch.inputReader()) {
            awaitVerdict(lines, module);
            for (int i = 0; i < WARM_UP + saves; i++) {
                // A learner doesn't save in the very moment of a verdict.
                Thread.sleep(100);
                var start = System.nanoTime();
                save(file);
                awaitVerdict(lines, module);
                if (i >= WARM_UP) {
                    times.add((System.nanoTime() - start) / 1e6);
                }
            }
        } finally {
            watch.descendants().forEach(ProcessHandle::destroy);
            watch.destroy();
        }
        return times;
    }

    private static void awaitVerdict(BufferedReader lines, String module) throws IOException {
        for (String line; (line = lines.readLine()) != null; ) {
            if (line.startsWith(module + "  ")) {
                if (!line.contains("GREEN")) {
                    throw new IllegalStateException(line);
                }
                return;
            }
        }
        throw new IllegalStateException("the watch has ended");
    }

    private static int saved;

    /** As most editors do: writes over the file. */
    private static void save(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("(?s)\\s*(// save \\d+\\s*)?$", "\n// save " + ++saved + "\n"));
    }

    private static Path firstSource(String module) throws IOException {
        try (var files = Files.walk(root.resolve("modules").resolve(module).resolve("src/main"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().findFirst().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(to.resolve(from.relativize(file).toString()), Files.readString(file));
            }
        }
    }

    private static double run(Path folder, String... command) throws Exception {
        var start = System.nanoTime();
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + output);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(List<Double> times, double quantile) {
        return times.stream().sorted().skip((long) Math.ceil(quantile * times.size()) - 1).findFirst().orElseThrow();
    }
}
