package structured.coach;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import structured.coach.worker.Message;
import structured.coach.worker.WorkerMain;

/** A worker process, seen from the coach: it is given messages, and its answers are waited for, but never for long. */
final class Worker implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Socket socket;
    private final Limits limits;

    /** Filled by a thread of its own, as the worker speaks. */
    private final LinkedBlockingQueue<Message> heard = new LinkedBlockingQueue<>();

    /** Filled by a thread of its own, as the learner's code prints; guarded by itself. */
    private final StringBuilder output = new StringBuilder();

    private Worker(Process process, Socket socket, Limits limits) {
        this.process = process;
        this.socket = socket;
        this.limits = limits;
    }

    /** Starts a worker in the JVM that the coach itself runs on. */
    static Worker start(Limits limits) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var password = UUID.randomUUID().toString();
            var process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-preview", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                    "-Xmx" + limits.heapMegabytes() + "m", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                    "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
                    WorkerMain.class.getName(), String.valueOf(server.getLocalPort()), password)
                    .redirectErrorStream(true).start();
            process.getOutputStream().close();
            server.setSoTimeout(20_000);
            try {
                var socket = server.accept();
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                if (!password.equals(lines.readLine())) {
                    throw new IOException("something else than the worker called");
                }
                var worker = new Worker(process, socket, limits);
                Thread.ofPlatform().daemon().name("hears-worker-" + process.pid()).start(() -> worker.hear(lines));
                Thread.ofPlatform().daemon().name("reads-worker-" + process.pid()).start(worker::readOutput);
                return worker;
            } catch (IOException e) {
                process.destroyForcibly();
                throw new IOException("No worker could be started: " + e.getMessage(), e);
            }
        }
    }

    private void hear(BufferedReader lines) {
        try (lines) {
            for (String line; (line = lines.readLine()) != null; ) {
                heard.add(JSON.readValue(line, Message.class));
            }
        } catch (IOException e) {
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

    void tell(Message message) throws IOException {
        socket.getOutputStream().write((JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
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
            var text = output.length() < limits.outputChars() ? output.toString() : output + "\n[and more]";
            output.setLength(0);
            return text;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            socket.close();
        } catch (IOException e) {
            // It was of no more use anyway.
        }
    }
}
