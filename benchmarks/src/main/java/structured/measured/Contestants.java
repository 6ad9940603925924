package structured.measured;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import structured.measured.Machine.Jdk;

/** Makes of the programs in {@code worker} what can be started, for each JDK that is found, and for Python and Kotlin where they are. */
final class Contestants {

    private static final int MANY = Integer.MAX_VALUE;
    /** A pool of 200 has them wait for each other: 10,000 take fifty times as long as one. */
    private static final int OF_A_POOL = 10_000;
    private static final int OF_TRIO = 100_000;

    private final Path root;
    private final Path classes;
    private final Map<Integer, Jdk> jdks;
    private final String python = System.getenv().getOrDefault("PYTHON", "python3");
    private final int threads;

    /** Those of a tutorial; {@code exhaust} says whether platform threads are started until the system refuses. */
    Contestants(Path root, boolean exhaust) throws IOException {
        this.root = root;
        this.classes = Files.createDirectories(root.resolve("benchmarks/target/worker"));
        this.jdks = Machine.jdks();
        this.threads = exhaust ? MANY : OF_A_POOL;
    }

    /** What is said of versions in the results. */
    Map<String, String> versions() throws InterruptedException {
        var python = Machine.ask(this.python, "--version").orElse("none found");
        var trio = Machine.ask(this.python, "-c", "import trio; print('trio', trio.__version__)").orElse("no trio");
        return Map.of("versions", "JDK " + String.join(" and ", compared().stream().map(Jdk::version).toList()) + "; " + python + "; " + trio
                + "; Kotlin 2.1.0 with coroutines 1.7.3");
    }

    /** 21, 25, and the newest that there is. */
    List<Jdk> compared() {
        var newest = jdks.keySet().stream().max(Integer::compare).orElse(0);
        return Stream.of(21, 25, newest).distinct().filter(jdks::containsKey).map(jdks::get).toList();
    }

    /** All that have tasks wait. */
    List<Contestant> waiting() throws IOException, InterruptedException {
        var all = new ArrayList<Contestant>(gathers("wait"));
        all.add(java("invoke-all", "wait", MANY));
        all.add(java("futures", "wait", OF_A_POOL));
        all.add(java("pool", "wait", OF_A_POOL));
        all.add(java("threads", "wait", threads));
        if (Machine.ask(python, "-c", "import asyncio; asyncio.TaskGroup").isPresent()) {
            all.add(python("asyncio-gather", "gather", "wait", MANY));
            all.add(python("asyncio-task-group", "task-group", "wait", MANY));
        }
        if (Machine.ask(python, "-c", "import trio").isPresent()) {
            all.add(python("trio", "trio", "wait", OF_TRIO));
        }
        all.add(kotlin());
        return all;
    }

    List<Contestant> cancelling() throws IOException, InterruptedException {
        var all = new ArrayList<Contestant>(gathers("cancel"));
        if (Machine.ask(python, "-c", "import asyncio; asyncio.TaskGroup").isPresent()) {
            all.add(python("asyncio-task-group", "task-group", "cancel", MANY));
        }
        return all;
    }

    /** 04's gather on each JDK, with tasks that wait, wait pinned, or are cancelled. */
    List<Contestant> gathers(String what) throws IOException, InterruptedException {
        var all = new ArrayList<Contestant>();
        for (var jdk : compared()) {
            all.add(new Contestant("gather-" + jdk.release(), java(jdk, List.of(), "gather", what), MANY, false));
        }
        return all;
    }

    /** 04's gather with other options for the JVM: what they make of its memory. */
    List<Contestant> tuned() throws IOException, InterruptedException {
        var all = new ArrayList<Contestant>();
        for (var jdk : compared()) {
            for (var option : List.of("UseG1GC", "UseSerialGC", "UseParallelGC")) {
                all.add(new Contestant("gather-" + jdk.release() + " " + option, java(jdk, List.of("-XX:+" + option), "gather", "wait"), MANY, false));
            }
            if (jdk.release() >= 25) {
                all.add(new Contestant("gather-" + jdk.release() + " UseSerialGC UseCompactObjectHeaders",
                        java(jdk, List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"), "gather", "wait"), MANY, false));
            }
        }
        return all;
    }

    /** The tutorial's own mains, without their words: with the waits of the original's runs. */
    List<Contestant> originals() {
        return Originals.NAMES.stream().map(name -> new Contestant(name, List.of(jdks.get(21).tool("java"), "--enable-preview", "-cp",
                System.getProperty("java.class.path"), Originals.class.getName(), name), MANY, false)).toList();
    }

    /** One after another, by 200, and all at once. */
    List<Contestant> sums() throws IOException, InterruptedException {
        return List.of(new Contestant("sequence", List.of(jdks.get(21).tool("java"), "--enable-preview", "-cp", System.getProperty("java.class.path"),
                Originals.class.getName(), "many"), 1000, false), java("pool", "wait", MANY), java("gather-21", "wait", MANY));
    }

    private Contestant java(String name, String what, int most) throws IOException, InterruptedException {
        var pool = name.equals("pool") || name.equals("futures");
        return new Contestant(name, java(jdks.get(21), List.of(), name.replace("-21", ""), what), most, pool);
    }

    private List<String> java(Jdk jdk, List<String> options, String form, String what) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(jdk.tool("java"), "--enable-preview"));
        command.addAll(options);
        command.addAll(List.of("-cp", compiled(jdk).toString(), "Waits", form, what));
        return command;
    }

    private Contestant python(String name, String form, String what, int most) {
        return new Contestant(name, List.of(python, root.resolve("benchmarks/worker/waits.py").toString(), form, what), most, form.equals("trio"));
    }

    private Path compiled(Jdk jdk) throws IOException, InterruptedException {
        var folder = classes.resolve("" + jdk.release());
        if (!Files.exists(folder)) {
            run(jdk.tool("javac"), "-nowarn", "-XDignore.symbol.file", "--enable-preview", "--release", "" + jdk.release(), "-d", folder.toString(),
                    root.resolve("benchmarks/worker/Waits.java").toString(), gather(jdk.release()).toString());
        }
        return folder;
    }

    /** The solution of 04 for this JDK: of the last layer that isn't of a later one. */
    private Path gather(int release) throws IOException {
        var file = "04-gather/src/main/java/structured/gather/Gather.java";
        for (int layer = release; layer > 21; layer--) {
            var later = root.resolve("solutions/jdk" + layer).resolve(file);
            if (Files.exists(later)) {
                return later;
            }
        }
        return root.resolve("solutions").resolve(file);
    }

    private Contestant kotlin() throws IOException, InterruptedException {
        var folder = classes.resolve("kotlin");
        var libraries = System.getProperty("java.class.path");
        if (!Files.exists(folder)) {
            run(jdks.get(21).tool("java"), "-cp", libraries, "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-jvm-target", "21",
                    "-cp", libraries, "-d", folder.toString(), root.resolve("benchmarks/worker/Coroutines.kt").toString());
        }
        return new Contestant("kotlin", List.of(jdks.get(21).tool("java"), "-cp", folder + File.pathSeparator + libraries, "CoroutinesKt", "async", "wait"),
                MANY, false);
    }

    private static void run(String... command) throws InterruptedException {
        if (Machine.ask(command).isEmpty()) {
            throw new IllegalStateException("It failed. See what this says:\n  " + String.join(" ", command));
        }
    }
}
