package structured.measured;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is known of this machine, and the JDKs on it. */
final class Machine {

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"((\\d+)[^\"]*)\"");

    private Machine() {}

    /**
     * A JDK.
     *
     * @param release its number, such as 21
     * @param version all of it, such as 21.0.13
     * @param home where it is
     */
    record Jdk(int release, String version, Path home) {

        String tool(String name) {
            return home.resolve("bin").resolve(name).toString();
        }
    }

    /** The first JDK of each release that is found: named by a variable such as JAVA25_HOME, or where Linux's packages put them. */
    static Map<Integer, Jdk> jdks() throws IOException {
        var homes = new ArrayList<Path>();
        homes.add(Path.of(System.getProperty("java.home")));
        System.getenv().forEach((name, value) -> {
            if (name.matches("(JAVA|JDK)_?\\w*HOME\\w*") && !value.isBlank()) {
                homes.add(Path.of(value));
            }
        });
        var packages = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(packages)) {
            try (var all = Files.list(packages)) {
                all.sorted().forEach(homes::add);
            }
        }
        var found = new LinkedHashMap<Integer, Jdk>();
        for (var home : homes) {
            jdk(home).ifPresent(jdk -> found.putIfAbsent(jdk.release(), jdk));
        }
        return found;
    }

    private static Optional<Jdk> jdk(Path home) throws IOException {
        var release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        var version = VERSION.matcher(Files.readString(release));
        return version.find() ? Optional.of(new Jdk(Integer.parseInt(version.group(2)), version.group(1), home)) : Optional.empty();
    }

    /** What a file of results begins with. */
    static Map<String, String> facts() throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("machine", "%s; %d processors; %s of memory; %s".formatted(first("/proc/cpuinfo", "model name\\s*: (.*)").orElse("processor unknown").strip(),
                Runtime.getRuntime().availableProcessors(), memory(), System.getProperty("os.name")));
        facts.put("began", LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' '));
        first("/proc/sys/kernel/pid_max", "(\\d+)").ifPresent(most -> facts.put("ids for threads", most));
        return facts;
    }

    /** How many threads want a processor, on average over a minute; NaN where the system doesn't tell. */
    static double load() {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? Double.NaN : load;
    }

    private static String memory() throws IOException {
        return first("/proc/meminfo", "MemTotal:\\s*(\\d+).*").map(kilobytes -> Math.round(Long.parseLong(kilobytes) / 1e6) + " GB").orElse("unknown size");
    }

    private static Optional<String> first(String file, String regex) throws IOException {
        var pattern = Pattern.compile(regex);
        try (var lines = Files.exists(Path.of(file)) ? Files.lines(Path.of(file)) : Stream.<String>empty()) {
            return lines.map(pattern::matcher).filter(matcher -> matcher.matches()).map(matcher -> matcher.group(1)).findFirst();
        }
    }

    /** What a program prints, or nothing if there is no such program, or it fails. */
    static Optional<String> ask(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
