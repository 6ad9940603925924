package structured.coach.timeline;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import structured.coach.worker.Offspring;

/** Runs a program in a JVM of its own, with the flight recorder on. */
final class Recorder {

    /** How long a JVM may take to end, and to write its recording, once it has been asked to. */
    private static final int SECONDS_TO_LEAVE = 3;

    private final Path folder;
    private final Redirect output;
    private final Duration limit;

    /**
     * A recorder that keeps everything in an empty folder, and gives no program longer than {@code limit}. What a program
     * prints goes to {@code output} as it comes.
     */
    Recorder(Path folder, Redirect output, Duration limit) {
        this.folder = folder;
        this.output = output;
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
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-preview",
                "-XX:FlightRecorderOptions=stackdepth=128,preserve-repository=true,repository=" + repository,
                // What a JVM writes when it crashes is not for the folder that somebody is in.
                "-XX:ErrorFile=" + folder.resolve("hs_err.log"), "-XX:-CreateCoredumpOnCrash",
                "-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording, "-Xlog:jfr+startup=error",
                "-cp", classes.toString(), program.mainClass());
        var launched = Instant.now();
        var builder = new ProcessBuilder(command).redirectInput(Redirect.INHERIT).redirectOutput(output)
                .redirectError(output == Redirect.INHERIT ? Redirect.INHERIT : Redirect.DISCARD);
        var mark = ProcessHandle.current().pid() + "-" + System.nanoTime();
        builder.environment().put(Offspring.VARIABLE, mark);
        var process = builder.start();
        var killer = new Thread(() -> end(process, mark));
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            var inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var ended = Instant.now();
            if (!inTime) {
                stop(process);
            }
            return new Run(written(recording, repository), launched, ended, process.exitValue(),
                    inTime ? Optional.empty() : Optional.of(limit));
        } finally {
            end(process, mark);
            Runtime.getRuntime().removeShutdownHook(killer);
        }
    }

    /** Ends it, if it still runs, and what it has started. */
    private static void end(Process process, String mark) {
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        Offspring.end(process.toHandle(), mark);
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
