import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Saves two hundred times in quick succession under {@code ./workshop watch}: right code, wrong code, code that doesn't compile,
 * code that hangs, no file at all. Then it looks at the last verdict, and at the processes. By hand, from the root:
 * {@code java coach/benchmark/ManySaves.java}. It works in a clone of its own. Exit status: 0 all is well, 1 it is not.
 */
public class ManySaves {

    private static final int SAVES = 200;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    public static void main(String[] args) throws Exception {
        var root = Files.createTempDirectory("benchmark").resolve("tutorial");
        run(Path.of("."), "git", "clone", "-q", ".", root.toString());
        run(root, "./workshop", "setup", "--yes");
        var file = root.resolve("modules/04-gather/src/main/java/structured/gather/Gather.java");
        var stub = Files.readString(file);
        var right = Files.readString(root.resolve("solutions/04-gather/src/main/java/structured/gather/Gather.java"));
        var join = "scope.join().throwIfFailed();";
        var kinds = List.of(stub, right, right.replace(join, "scope.join()"), right.replace(join, "scope.join();"),
                right.replace(join, "for (long i = 0; i >= 0; i++) { }" + join));

        var watch = new ProcessBuilder("./workshop", "watch", "04").directory(root.toFile()).redirectErrorStream(true).start();
        var heard = new ConcurrentLinkedQueue<String>();
        Thread.ofVirtual().start(() -> watch.inputReader().lines().forEach(heard::add));
        await(heard, "04-gather  RED");
        var before = processes(watch);

        for (int i = 1; i < SAVES; i++) {
            if (i == SAVES / 2) {
                Files.delete(file);
            } else {
                save(file, kinds.get(RANDOM.nextInt(kinds.size())) + "// " + i + "\n", RANDOM.nextBoolean());
            }
            // Every tenth time in the middle of a run, else faster than any run.
            Thread.sleep(i % 10 == 0 ? 120 : RANDOM.nextInt(5, 40));
        }
        var last = right.replace(join, "System.out.println(\"the last save\"); " + join);
        save(file, last, false);
        await(heard, "the last save");
        // Were there a verdict still to come, it would come now.
        Thread.sleep(6000);
        var verdicts = heard.stream().filter(line -> line.startsWith("04-gather  ")).toList();
        var after = processes(watch);
        watch.descendants().forEach(ProcessHandle::destroy);
        watch.waitFor(10, TimeUnit.SECONDS);
        Thread.sleep(500);
        var left = ProcessHandle.allProcesses().filter(it -> it.info().commandLine().orElse("").contains(root.toString())).count();

        System.out.printf("last verdict: %s%nbefore: %s%nafter:  %s%nleft after the end: %d%n", verdicts.getLast(), before, after, left);
        var well = verdicts.getLast().contains("GREEN") && before.size() == after.size() && left == 0;
        System.out.println(well ? "All is well." : "All is NOT well.");
        System.exit(well ? 0 : 1);
    }

    /** Half of the editors write over a file, the others move a new one in its place. */
    private static void save(Path file, String text, boolean move) throws IOException {
        if (move) {
            Files.move(Files.writeString(file.resolveSibling(".Gather.java.swp"), text), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.writeString(file, text);
        }
    }

    private static void await(ConcurrentLinkedQueue<String> heard, String words) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (heard.stream().anyMatch(line -> line.contains(words))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("not heard within 30 s: " + words + ". The last lines:\n" + String.join("\n", heard.stream().skip(Math.max(0, heard.size() - 60)).toList()));
    }

    /** The Java processes of the watch, and the memory that each of them has, on Linux. */
    private static List<String> processes(Process watch) throws IOException {
        var found = new ArrayList<String>();
        for (var process : watch.descendants().toList()) {
            if (process.info().command().orElse("").endsWith("java")) {
                var worker = process.info().commandLine().orElse("").contains("WorkerMain");
                var status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
                found.add((worker ? "worker " : "coach ") + status.replaceAll("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1") + " kB");
            }
        }
        return found;
    }

    private static void run(Path folder, String... command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + output);
        }
    }
}
