package structured.coach;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

    /** What a worker may send: learners' code runs in there, and could try to send anything. Made while the worker starts. */
    private static final class Messages {
        static final ObjectInputFilter ONLY = ObjectInputFilter.Config.createFilter("structured.coach.worker.*;java.base/*;!*");
    }

    /** The JDK that the coach itself runs on. */
    static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

    /** For its JVM to start. */
    private static final Duration START = Duration.ofSeconds(20);

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

    private static Worker launch(Limits limits, Path jdk, Path folder) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // It is no secret, since other processes can see it. It only tells our worker from whoever else may call.
            var password = ProcessHandle.current().pid() + "-" + System.nanoTime();
            var command = new ArrayList<>(List.of(
                    jdk.resolve("bin").resolve("java").toString(),
                    "--enable-preview", "-ea", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError", "-Xmx" + limits.heapMegabytes() + "m", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                    "-Djava.awt.headless=true", "-cp", CLASS_PATH,
                    WorkerMain.class.getName(), String.valueOf(server.getLocalPort()), password));
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
            var process = begin(command, folder, jdk, password);
            try {
                var socket = accept(server, process);
                // Or a message waits up to 40 ms until the one before it is acknowledged.
                socket.setTcpNoDelay(true);
                var fromWorker = new ObjectInputStream(socket.getInputStream());
                fromWorker.setObjectInputFilter(Messages.ONLY);
                if (!password.equals(fromWorker.readUTF())) {
                    throw new IOException("something else than the worker called");
                }
                return new Worker(folder, temporary, password, process, socket, fromWorker, limits);
            } catch (IOException e) {
                Worker.end(process, temporary, null);
                throw notStarted(jdk, e);
            }
        }
    }

    private static Process begin(List<String> command, Path folder, Path jdk, String password) throws IOException {
        try {
            var builder = new ProcessBuilder(command).directory(folder == null ? null : folder.toFile()).redirectErrorStream(true);
            builder.environment().put(Offspring.VARIABLE, password);
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

    /** Waits for the process to call, but no longer than it lives. */
    private static Socket accept(ServerSocket server, Process process) throws IOException {
        server.setSoTimeout(20);
        for (var clock = new Clock(); clock.passed().compareTo(START) < 0; ) {
            try {
                return server.accept();
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw new IOException("its JVM ended at once. "
                            + new String(process.getInputStream().readNBytes(2000), StandardCharsets.UTF_8).strip());
                }
            }
        }
        throw new IOException("its JVM did not call within %d seconds".formatted(START.toSeconds()));
    }
}
