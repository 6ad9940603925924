import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Whether a verdict waits for a board: from a save of 04-gather to the verdict of {@code watch}, in turn in a clone that has joined no
 * board, in one that has joined, and in one whose board is gone and swallows all that is sent. By hand, from the root, once
 * {@code ./workshop} has built the coach: {@code java coach/benchmark/WithABoard.java [SAVES]}.
 */
public class WithABoard {

    private static final int PORT = 17131;
    private static final int WARM_UP = 15;

    /** A clone with its watch. */
    private static final class Clone {
        final Path root;
        final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        final List<Long> nanos = new ArrayList<>();
        String solution;
        Path file;

        Clone(Path folder) throws Exception {
            root = folder.resolve("tutorial");
            new ProcessBuilder("git", "clone", "-q", ".", root.toString()).inheritIO().start().waitFor();
            file = root.resolve("modules/04-gather/src/main/java/structured/gather/Gather.java");
            solution = Files.readString(root.resolve("solutions/04-gather/src/main/java/structured/gather/Gather.java"));
        }

        void watch() throws Exception {
            var watch = coach(root, "watch", "04");
            var lines = new BufferedReader(new InputStreamReader(watch.getInputStream()));
            Thread.ofPlatform().daemon().start(() -> lines.lines().filter(line -> line.startsWith("04-gather  ")).forEach(this.lines::add));
            await();
        }

        String await() throws InterruptedException {
            var line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException("no verdict within a minute");
            }
            return line;
        }

        void save(int number, boolean counts) throws Exception {
            var start = System.nanoTime();
            Files.writeString(file, solution + "// " + number + "\n");
            if (!await().contains("GREEN")) {
                throw new IllegalStateException("not green");
            }
            if (counts) {
                nanos.add(System.nanoTime() - start);
            }
        }

        /** Beside another one, whose saves came just before or after: what else this machine does meanwhile, it does to both. */
        void tell(String what, Clone other) {
            var more = new ArrayList<Long>();
            for (int i = 0; i < nanos.size(); i++) {
                more.add(nanos.get(i) - other.nanos.get(i));
            }
            System.out.printf("%-22s p50 %6.1f ms, p95 %6.1f ms; more than without, from save to save: p50 %4.1f ms%n", what, part(nanos, 0.5), part(nanos, 0.95),
                    part(more, 0.5));
        }

        private static double part(List<Long> nanos, double part) {
            var sorted = new ArrayList<>(nanos);
            Collections.sort(sorted);
            return sorted.get((int) (sorted.size() * part)) / 1e6;
        }
    }

    public static void main(String[] args) throws Exception {
        var saves = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        var folder = Files.createTempDirectory("benchmark");
        var without = new Clone(Files.createDirectory(folder.resolve("without")));
        var with = new Clone(Files.createDirectory(folder.resolve("with")));
        var gone = new Clone(Files.createDirectory(folder.resolve("gone")));
        var board = coach(without.root, "board", "--port", "" + PORT, "--address", "127.0.0.1");
        var lines = new BufferedReader(new InputStreamReader(board.getInputStream()));
        var code = lines.lines().filter(line -> line.contains("./workshop join")).findFirst().orElseThrow().strip().replaceFirst(".* ", "");
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(line -> { }));
        for (var clone : List.of(with, gone)) {
            coach(clone.root, "join", "127.0.0.1:" + PORT, code).waitFor();
        }
        // An address from which nothing ever comes back.
        var seat = gone.root.resolve(".workshop/room/joined.json");
        Files.writeString(seat, Files.readString(seat).replace("127.0.0.1:" + PORT, "192.0.2.1:" + PORT));
        for (var clone : List.of(without, with, gone)) {
            clone.watch();
        }
        for (int i = 0; i < WARM_UP + saves; i++) {
            for (var clone : List.of(without, with, gone)) {
                clone.save(i, i >= WARM_UP);
                // Nobody saves faster; and what one of them tells is told before the next one is judged.
                Thread.sleep(300);
            }
        }
        without.tell("no board", without);
        with.tell("joined", without);
        gone.tell("joined, board is gone", without);
        System.exit(0);
    }

    private static Process coach(Path root, String... args) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-preview", "-Xlog:disable", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:SharedArchiveFile=" + new File("coach/target/coach.jsa").getAbsolutePath(),
                "-Dworkshop.archive=" + new File("coach/target/coach.jsa").getAbsolutePath(), "-Dworkshop.root=" + root,
                "-Dworkshop.classes=" + root.resolve(".workshop/classes"), "-cp", new File("coach/target/coach.jar").getAbsolutePath(), "structured.coach.Main"));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }));
        return process;
    }
}
