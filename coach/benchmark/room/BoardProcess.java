import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A board as the launcher starts it, with no more memory than it may take; it can be killed, and started again. */
final class BoardProcess {

    static final int PORT = 17121;

    private final Path root;
    private Process process;

    /** The room's code, and the facilitator's page, as it prints them. */
    private String code;
    private volatile String page;

    /** The board of the tutorial in this folder. */
    BoardProcess(Path root) {
        this.root = root;
    }

    String code() {
        return code;
    }

    String page() {
        return page;
    }

    /** Starts it, and waits until it can be reached. */
    void start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(java, "--enable-preview", "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xlog:disable",
                "-XX:SharedArchiveFile=" + new File("coach/target/coach.jsa").getAbsolutePath(), "-Dworkshop.root=" + root, "-cp",
                new File("coach/target/coach.jar").getAbsolutePath(), "structured.coach.Main", "board", "--port", "" + PORT, "--most", "2000")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
        for (String line; (line = lines.readLine()) != null && !line.startsWith("To end the room"); ) {
            code = line.contains("./workshop join") ? line.strip().replaceFirst(".* ", "") : code;
            page = line.startsWith("Your page:") ? line.replaceFirst("Your page:\\s+", "") : page;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(line -> { }));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it has cost since that time. */
    String cost(long since) throws IOException {
        var spent = process.info().totalCpuDuration().orElseThrow();
        var resident = Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
        return "%.0f %% of a processor, resident at most %d MB".formatted(spent.toNanos() * 100.0 / (System.nanoTime() - since),
                Long.parseLong(resident.replaceAll("\\D", "")) / 1000);
    }

    /** What is left of its heap after a collection. */
    String heap() throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, "" + process.pid(), "GC.run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        var info = new String(new ProcessBuilder(jcmd, "" + process.pid(), "GC.heap_info").start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Pattern.compile("used (\\d+)K").matcher(info).results().mapToLong(used -> Long.parseLong(used.group(1))).limit(2).sum() / 1000 + " MB of the 128 that it may take";
    }
}
