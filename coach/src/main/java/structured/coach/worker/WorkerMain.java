package structured.coach.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that learners' code runs in. It may be ended, filled or hung by that code at any time; the coach is
 * outside and starts another one. It speaks with the coach over a socket, since standard output is the learner's.
 */
public final class WorkerMain {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final MemoryCompiler compiler = new MemoryCompiler();
    private final LinkedBlockingQueue<Message.Judge> jobs = new LinkedBlockingQueue<>();
    private final PrintStream toCoach;

    private WorkerMain(Socket coach) throws IOException {
        toCoach = new PrintStream(coach.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** Arguments: the coach's port on the loopback interface, and the word by which it knows this worker. */
    public static void main(String[] args) throws Exception {
        try (var coach = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
            var worker = new WorkerMain(coach);
            worker.toCoach.println(args[1]);
            worker.toCoach.flush();
            Thread.ofPlatform().daemon().name("listens-to-the-coach").start(() -> worker.listen(coach));
            while (true) {
                worker.judge(worker.nextJob());
            }
        }
    }

    /** Runs beside the tests, so that a dump can be had while they hang. */
    private void listen(Socket coach) {
        try (var lines = new BufferedReader(new InputStreamReader(coach.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                switch (JSON.readValue(line, Message.class)) {
                    case Message.Judge job -> jobs.add(job);
                    case Message.Dump dump -> tell(new Message.Dumped(LeftBehind.dump()));
                    default -> throw new IOException("not for a worker: " + line);
                }
            }
        } catch (IOException e) {
            // The coach has gone: nobody is left to work for.
        }
        Runtime.getRuntime().halt(0);
    }

    private Message.Judge nextJob() {
        while (true) {
            try {
                return jobs.take();
            } catch (InterruptedException e) {
                // As above: there is nothing here that could be cancelled.
            }
        }
    }

    private void judge(Message.Judge job) throws Exception {
        var compiled = compiler.compile(job.sources().stream().map(Path::of).toList());
        if (!compiled.problems().isEmpty()) {
            tell(new Message.Problems(compiled.problems()));
            return;
        }
        var threads = new LeftBehind();
        TestRun.run(compiled.classes(), job.only(), this::tell);
        // Learners' code may interrupt any thread. This one takes no orders from it, and is about to read a file.
        Thread.interrupted();
        tell(new Message.Done(threads.find()));
    }

    private void tell(Message message) {
        try {
            var line = JSON.writeValueAsString(message);
            synchronized (toCoach) {
                toCoach.println(line);
                toCoach.flush();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
