package structured.coach.timeline;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Beginning;
import structured.coach.machine.Jvm;
import structured.coach.machine.Offspring;
import structured.coach.terminal.Harmless;
import structured.coach.words.Language;

/** Runs a program in a JVM of its own, with the flight recorder on. */
final class Recorder {

    /** How long a JVM may take to end, and to write its recording, once it has been asked to. */
    private static final int SECONDS_TO_LEAVE = 3;

    /** How long one that was killed may take to be gone. */
    private static final int SECONDS_TO_GO = 5;

    /** Of what a program prints. */
    private static final int MOST_SHOWN = 20_000;

    private static final long LOOK = 100_000_000;

    private final Path folder;
    private final Redirect input;
    private final Redirect output;
    private final PrintStream shown;
    private final Duration limit;

    /**
     * A recorder that keeps everything in an empty folder, and gives no program longer than {@code limit}. What a program
     * prints goes to {@code output} as it comes; through a pipe it is made harmless on its way to ours.
     */
    Recorder(Path folder, Redirect output, Duration limit) {
        this(folder, Redirect.INHERIT, output, System.out, limit);
    }

    /** One beside which somebody else has the terminal: programs get nothing to read, and what they print is shown there. */
    Recorder(Path folder, PrintStream shown, Duration limit) {
        this(folder, Redirect.PIPE, Redirect.PIPE, shown, limit);
    }

    private Recorder(Path folder, Redirect input, Redirect output, PrintStream shown, Duration limit) {
        this.folder = folder;
        this.input = input;
        this.output = output;
        this.shown = shown;
        this.limit = limit;
    }

    /** Runs a program whose classes are in a folder. */
    Run run(Program program, Path classes) throws IOException, InterruptedException {
        var recording = folder.resolve("main.jfr");
        var repository = Files.createDirectories(folder.resolve("repository"));
        var settings = folder.resolve("timeline.jfc");
        try (var shipped = Recorder.class.getResourceAsStream("timeline.jfc")) {
            Files.copy(shipped, settings);
        }
        // No flags for speed here: the program is to run as it would without the recorder.
        var jvm = Jvm.ofOurs().crashingInto(folder).with("-XX:FlightRecorderOptions=stackdepth=128,preserve-repository=true,repository=" + repository,
                "-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording, "-Xlog:jfr+startup=error");
        program.seed().ifPresent(seed -> jvm.with("-D" + Inside.SEED + "=" + seed));
        if (program.test().isPresent()) {
            // As Maven runs them.
            jvm.with("-ea", "-Dworkshop.locale=" + Language.here().tag());
        }
        var launched = Instant.now();
        var builder = jvm.running(program.classPath(classes), program.mainClass(), program.arguments()).redirectInput(input).redirectOutput(output)
                .redirectError(Redirect.DISCARD).redirectErrorStream(output == Redirect.PIPE);
        var mark = ProcessHandle.current().pid() + "-" + System.nanoTime();
        builder.environment().put(Offspring.VARIABLE, mark);
        var process = builder.start();
        // Of a pipe, our end: there is nothing to come. Otherwise it does nothing.
        process.getOutputStream().close();
        var shows = Thread.ofPlatform().daemon().name("shows-what-it-prints").start(() -> show(process));
        var killer = new Thread(() -> Offspring.endWith(process, mark));
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            var inTime = endsInTime(process);
            var ended = Instant.now();
            if (!inTime) {
                stop(process);
            }
            // What it has printed comes before the picture. A process that it has left behind may hold the pipe open for ever.
            shows.join(1000);
            return new Run(written(recording, repository), launched, ended, process.exitValue(),
                    inTime ? Optional.empty() : Optional.of(limit));
        } finally {
            Offspring.endWith(process, mark);
            // An interrupted thread waits, too: until it is gone, it writes to what its caller is about to delete.
            process.onExit().completeOnTimeout(process, SECONDS_TO_GO, TimeUnit.SECONDS).join();
            Runtime.getRuntime().removeShutdownHook(killer);
        }
    }

    /** Whether it ends in time. Time in which nobody could look doesn't count: all was stopped, by Ctrl-Z, or the machine slept. */
    private boolean endsInTime(Process process) throws InterruptedException {
        var looked = System.nanoTime();
        for (var left = limit.toNanos(); left > 0; ) {
            if (process.waitFor(LOOK, TimeUnit.NANOSECONDS)) {
                return true;
            }
            var now = System.nanoTime();
            left -= Math.min(now - looked, 5 * LOOK);
            looked = now;
        }
        return false;
    }

    /** Shows each piece of what is printed as it comes, up to what somebody may read. The rest is read, too, or the program would wait. */
    private void show(Process process) {
        var buffer = new char[8192];
        var kept = 0;
        var count = 0;
        try (var text = process.inputReader(StandardCharsets.UTF_8)) {
            for (int n; (n = text.read(buffer, kept, buffer.length - kept)) >= 0; ) {
                var end = kept + n;
                // Half a character waits for its other half.
                kept = Character.isHighSurrogate(buffer[end - 1]) ? 1 : 0;
                var piece = new String(buffer, 0, end - kept).replace("\r\n", "\n").split("\n", -1);
                if (count > MOST_SHOWN) {
                    continue;
                }
                shown.print(Stream.of(piece).map(Harmless::line).collect(Collectors.joining(System.lineSeparator())));
                count += end - kept;
                shown.print(count > MOST_SHOWN ? System.lineSeparator() + Beginning.AND_MORE + System.lineSeparator() : "");
                shown.flush();
                buffer[0] = buffer[end - 1];
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    /** Asks it to end, in which case it finishes its recording, and then makes it. */
    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_LEAVE, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The recording; if there was no time to finish it, what the JVM wrote about every second. */
    private static List<Path> written(Path recording, Path repository) throws IOException {
        if (Files.exists(recording) && Files.size(recording) > 0) {
            return List.of(recording);
        }
        try (var files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jfr")).sorted().toList();
        }
    }
}
