package structured.coach;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import structured.coach.worker.Message;
import structured.coach.worker.WorkerMain;

/** A worker process, seen from the coach: it is given messages, and its answers are waited for, but never for long. */
final class Worker implements AutoCloseable {

    /** What a worker may send: learners' code runs in there, and could try to send anything. Made while the worker starts. */
    private static final class Messages {
        static final ObjectInputFilter ONLY = ObjectInputFilter.Config.createFilter("structured.coach.worker.*;java.base/*;!*");
    }

    /** The JDK that the coach itself runs on. */
    static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

    /** Classes to start from, as the JVM itself archives them; null if the coach was started without. */
    private static final String ARCHIVE = System.getProperty("workshop.archive");

    /** The coach itself. Its own tests name the jar that the archive is of; they run on classes in folders. */
    private static final String CLASS_PATH = System.getProperty("workshop.jar", System.getProperty("java.class.path"));

    /** Where workers keep compiled tests for those that come after them; null if they don't. */
    private static final String CLASSES = System.getProperty("workshop.classes");

    private final Process process;
    private final Socket socket;
    private final ObjectOutputStream toWorker;
    private final Limits limits;

    /** Filled by a thread of its own, as the worker speaks. */
    private final LinkedBlockingQueue<Message> heard = new LinkedBlockingQueue<>();

    /** Filled by a thread of its own, as the learner's code prints; guarded by itself. */
    private final StringBuilder output = new StringBuilder();

    /** Set by any thread; the process takes a moment more to end. */
    private volatile boolean closed;

    private Worker(Process process, Socket socket, Limits limits) throws IOException {
        this.process = process;
        this.socket = socket;
        toWorker = new ObjectOutputStream(socket.getOutputStream());
        this.limits = limits;
    }

    /** A worker that somebody is going to need soon; taken by the first who does. */
    private static final AtomicReference<Future<Worker>> AHEAD = new AtomicReference<>();

    /** Starts a worker in a thread of its own, while the coach finds out what is to be judged at all. */
    static void startAhead() {
        var ahead = new FutureTask<>(() -> launch(Limits.STANDARD, OWN_JDK));
        AHEAD.set(ahead);
        Thread.ofPlatform().daemon().name("starts-a-worker").start(ahead);
    }

    /** Starts a worker on this JDK, unless one was started ahead. */
    static Worker start(Limits limits, Path jdk) throws IOException, InterruptedException {
        if (!jdk.equals(OWN_JDK)) {
            return launch(limits, jdk);
        }
        var ahead = AHEAD.getAndSet(null);
        try {
            return ahead != null && limits.equals(Limits.STANDARD) ? ahead.get() : launch(limits, jdk);
        } catch (ExecutionException e) {
            return launch(limits, jdk);
        }
    }

    private static Worker launch(Limits limits, Path jdk) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // It is no secret, since other processes can see it. It only tells our worker from whoever else may call.
            var password = ProcessHandle.current().pid() + "-" + System.nanoTime();
            var command = new ArrayList<>(List.of(
                    jdk.resolve("bin").resolve("java").toString(),
                    "--enable-preview", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
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
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            try {
                var socket = accept(server, process);
                // Or a message waits up to 40 ms until the one before it is acknowledged.
                socket.setTcpNoDelay(true);
                var fromWorker = new ObjectInputStream(socket.getInputStream());
                fromWorker.setObjectInputFilter(Messages.ONLY);
                if (!password.equals(fromWorker.readUTF())) {
                    throw new IOException("something else than the worker called");
                }
                var worker = new Worker(process, socket, limits);
                Thread.ofPlatform().daemon().name("hears-worker-" + process.pid()).start(() -> worker.hear(fromWorker));
                Thread.ofPlatform().daemon().name("reads-worker-" + process.pid()).start(worker::readOutput);
                return worker;
            } catch (IOException e) {
                process.destroyForcibly();
                throw new IOException("No worker could be started: " + e.getMessage(), e);
            }
        }
    }

    /** Waits for the process to call, but no longer than it lives. */
    private static Socket accept(ServerSocket server, Process process) throws IOException {
        server.setSoTimeout(200);
        for (int i = 0; i < 100; i++) {
            try {
                return server.accept();
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw new IOException("its JVM ended at once. "
                            + new String(process.getInputStream().readNBytes(2000), StandardCharsets.UTF_8).strip());
                }
            }
        }
        throw new IOException("its JVM did not call within 20 seconds");
    }

    private void hear(ObjectInputStream fromWorker) {
        try (fromWorker) {
            while (true) {
                heard.add((Message) fromWorker.readObject());
            }
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            // The worker has ended, perhaps in the middle of a word. Whoever waits for it will see that it is gone.
        }
    }

    /** Reads on when there is enough, or the learner's code would wait for us. */
    private void readOutput() {
        var buffer = new char[8192];
        try (Reader text = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n; (n = text.read(buffer)) > 0; ) {
                synchronized (output) {
                    output.append(buffer, 0, Math.min(n, Math.max(0, limits.outputChars() - output.length())));
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    /** A worker that has just ended hears nothing any more: whoever waits for its answer is told so, by {@link #next}. */
    void tell(Message message) throws IOException {
        try {
            toWorker.writeObject(message);
            toWorker.flush();
        } catch (SocketException e) {
            // By something that an earlier run left in it, or since that run was abandoned.
        }
    }

    /** The worker's next message, or null if there is none within {@code millis} or the worker has ended. */
    Message next(long millis) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            // Asked before the queue: what a worker said before it ended is in the queue by the time its reader is done.
            var ended = !process.isAlive();
            var message = heard.poll(ended ? 200 : 20, TimeUnit.MILLISECONDS);
            if (message != null || ended || System.nanoTime() > end) {
                return message;
            }
        }
    }

    /** Waits a moment for the process to end, and gives its exit status, or null if it goes on. */
    Integer exitStatus() throws InterruptedException {
        return process.waitFor(50, TimeUnit.MILLISECONDS) ? process.exitValue() : null;
    }

    /** What the code has printed since this was last asked. */
    String takeOutput() {
        synchronized (output) {
            var text = output.length() < limits.outputChars() ? output.toString() : output + "\n" + Verdict.AND_MORE;
            output.setLength(0);
            return text;
        }
    }

    boolean isAlive() {
        return !closed && process.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        try {
            socket.close();
        } catch (IOException e) {
            // It was of no more use anyway.
        }
    }
}
