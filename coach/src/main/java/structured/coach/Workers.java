package structured.coach;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.worker.Offspring;
import structured.coach.worker.WorkerMain;

/** Starts workers: processes that run the coach's own {@link WorkerMain}, and call the coach. */
final class Workers {

    /** The JDK that the coach itself runs on. */
    static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

    /** Classes to start from, as the JVM itself archives them; null if the coach was started without. */
    private static final String ARCHIVE = System.getProperty("workshop.archive");

    /** The coach itself. Its own tests name the jar that the archive is of; they run on classes in folders. */
    private static final String CLASS_PATH = Stream.of(System.getProperty("workshop.jar", System.getProperty("java.class.path")).split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));

    /** Where workers keep compiled tests for those that come after them; null if they don't. */
    private static final String CLASSES = System.getProperty("workshop.classes");

    /** A worker that somebody is going to need soon; taken by the first who does. */
    private static final AtomicReference<Future<Worker>> AHEAD = new AtomicReference<>();

    /** Starts a worker in a thread of its own, while the coach finds out what is to be judged at all. */
    static void startAhead(Path folder) {
        var ahead = new FutureTask<>(() -> launch(Limits.STANDARD, OWN_JDK, folder));
        AHEAD.set(ahead);
        Thread.ofPlatform().daemon().name("starts-a-worker").start(ahead);
    }

    /** Starts a worker on this JDK and in this folder (any, if that is null), unless one was started ahead. */
    static Worker start(Limits limits, Path jdk, Path folder) throws IOException, InterruptedException {
        var ahead = jdk.equals(OWN_JDK) && limits.equals(Limits.STANDARD) ? AHEAD.getAndSet(null) : null;
        try {
            var worker = ahead == null ? null : ahead.get();
            if (worker != null && worker.isIn(folder)) {
                return worker;
            }
            if (worker != null) {
                worker.close();
            }
        } catch (ExecutionException e) {
            // It is tried again, and its failure is told then.
        }
        return launch(limits, jdk, folder);
    }

    private static Worker launch(Limits limits, Path jdk, Path folder) throws IOException, InterruptedException {
        try (var calls = new Calls()) {
            var command = new ArrayList<>(List.of(
                    jdk.resolve("bin").resolve("java").toString(),
                    "--enable-preview", "-ea", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError", "-Xmx" + limits.heapMegabytes() + "m", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                    "-Djava.awt.headless=true", "-cp", CLASS_PATH,
                    WorkerMain.class.getName(), String.valueOf(calls.port())));
            // Both fit only the JDK that made them.
            if (CLASSES != null && jdk.equals(OWN_JDK)) {
                command.add(1, "-Dworkshop.classes=" + CLASSES);
            }
            if (ARCHIVE != null && jdk.equals(OWN_JDK)) {
                // If it doesn't fit any more, the JVM starts without it, and had better not say so among what learners print.
                command.addAll(1, List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:disable"));
            }
            if (!jdk.equals(OWN_JDK)) {
                // From 24 on the JVM warns of what workers do in order to see all threads.
                command.add(1, "--sun-misc-unsafe-memory-access=allow");
            }
            var temporary = temporary();
            if (temporary != null) {
                // Or what its JVM writes when it crashes would be among the learner's files.
                command.addAll(1, List.of("-Djava.io.tmpdir=" + temporary.path(), "-XX:ErrorFile=" + temporary.path().resolve("hs_err.log"),
                        "-XX:-CreateCoredumpOnCrash"));
            }
            var process = begin(command, folder, jdk, calls.word());
            try {
                var call = calls.from(process);
                return new Worker(folder, temporary, calls.word(), process, call.socket(), call.says(), limits);
            } catch (IOException e) {
                Worker.end(process, temporary, null);
                throw notStarted(jdk, e);
            } catch (InterruptedException | RuntimeException | Error e) {
                // A thread can't be started, say. Nobody else knows of this process.
                Worker.end(process, temporary, null);
                throw e;
            }
        }
    }

    private static Process begin(List<String> command, Path folder, Path jdk, String word) throws IOException {
        try {
            var builder = new ProcessBuilder(command).directory(folder == null ? null : folder.toFile()).redirectErrorStream(true);
            // Not among the arguments, which other users can see.
            builder.environment().put(Offspring.VARIABLE, word);
            var process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw notStarted(jdk, e);
        }
    }

    private static IOException notStarted(Path jdk, IOException e) {
        return new IOException("No worker could be started on the JDK in %s: %s".formatted(jdk, e.getMessage()), e);
    }

    /** A folder of its own, so that nothing stays of it; or none, where there is no room. */
    private static Temporary temporary() {
        try {
            return Temporary.folder("worker");
        } catch (IOException e) {
            return null;
        }
    }
}
