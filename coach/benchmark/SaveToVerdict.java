import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a learner waits: from a save to the verdict in {@code ./workshop watch}, and for one cold {@code ./workshop check},
 * beside Maven in the same run. By hand, from the root: {@code java coach/benchmark/SaveToVerdict.java [SAVES] [MODULE...]}.
 * It works in a clone of its own, on the solutions. With {@code @COMMIT} among the modules it has a clone of that, too, and compares
 * what is committed now with it, from save to verdict only: in turn, since what else the machine does changes with time.
 */
public class SaveToVerdict {

    private static final int MAVEN_RUNS = 5;

    /** Saves before those that count: in a learner's session, too, the first few are the few. */
    private static final int WARM_UP = 10;

    /** How often each of two versions has its turn. */
    private static final int TURNS = 4;

    /** Of the version that is measured. */
    private static Path root;

    public static void main(String[] args) throws Exception {
        var saves = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        var other = List.of(args).stream().filter(arg -> arg.startsWith("@")).findFirst();
        root = clone("HEAD");
        if (other.isPresent()) {
            var roots = List.of(clone(other.get().substring(1)), root);
            System.out.println("milliseconds                        save to verdict     load average");
            System.out.println("                                    p50   p95   max");
            for (var module : modules(args)) {
                compare(module, roots, saves);
            }
            return;
        }
        System.out.println("milliseconds               save to verdict      cold check      mvn -q -o test -pl   check / mvn");
        System.out.println("                           p50   p95   max      median          median");
        for (var module : modules(args)) {
            measure(module, saves);
        }
    }

    private static Path clone(String commit) throws Exception {
        var clone = Files.createTempDirectory("benchmark").resolve("tutorial");
        run(Path.of("."), "git", "clone", "-q", ".", clone.toString());
        run(clone, "git", "checkout", "-q", commit);
        run(clone, "./workshop", "setup", "--yes");
        return clone;
    }

    /** Those that are named, or all. */
    private static List<String> modules(String[] args) throws IOException {
        var named = List.of(args).stream().skip(1).filter(arg -> !arg.startsWith("@")).toList();
        try (var folders = Files.list(root.resolve("modules"))) {
            return folders.filter(Files::isDirectory).map(it -> it.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*") && (named.isEmpty() || named.contains(name))).sorted().toList();
        }
    }

    private static void compare(String module, List<Path> roots, int saves) throws Exception {
        var times = List.of(new ArrayList<Double>(), new ArrayList<Double>());
        var loads = new ArrayList<Double>();
        for (int turn = 0; turn < 2 * TURNS; turn++) {
            root = roots.get(turn % 2);
            copy(root.resolve("solutions").resolve(module).resolve("src"), root.resolve("modules").resolve(module).resolve("src"));
            times.get(turn % 2).addAll(watch(module, firstSource(module), Math.max(1, saves / TURNS)));
            loads.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        for (int i = 0; i < 2; i++) {
            System.out.printf(Locale.ROOT, "%-24s %-8s %5.0f %5.0f %5.0f   %.1f to %.1f%n", module, i == 0 ? "then" : "now",
                    at(times.get(i), 0.5), at(times.get(i), 0.95), at(times.get(i), 1), at(loads, 0), at(loads, 1));
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
        return times.stream().sorted().skip(Math.max(0, (long) Math.ceil(quantile * times.size()) - 1)).findFirst().orElseThrow();
    }
}
