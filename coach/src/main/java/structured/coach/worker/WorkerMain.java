package structured.coach.worker;

import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The process that learners' code runs in. It may be ended, filled or hung by that code at any time; the coach is
 * outside and starts another one. It speaks with the coach over a socket, since standard output is the learner's.
 */
public final class WorkerMain {

    private final MemoryCompiler compiler = new MemoryCompiler();
    private final LinkedBlockingQueue<Message> jobs = new LinkedBlockingQueue<>();

    /** Held while a message is written. */
    private final ReentrantLock speaking = new ReentrantLock();
    private final ObjectOutputStream toCoach;

    private WorkerMain(ObjectOutputStream toCoach) {
        this.toCoach = toCoach;
    }

    /** Arguments: the coach's port on the loopback interface, and the word by which it knows this worker. */
    public static void main(String[] args) throws Exception {
        try (var coach = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
            coach.setTcpNoDelay(true);
            var toCoach = new ObjectOutputStream(coach.getOutputStream());
            toCoach.writeUTF(args[1]);
            toCoach.flush();
            var worker = new WorkerMain(toCoach);
            Thread.ofPlatform().daemon().name("listens-to-the-coach").start(() -> worker.listen(coach));
            // What the first run needs is loaded while the sources are compiled.
            Thread.ofPlatform().daemon().name("rehearses").start(WorkerMain::rehearse);
            while (true) {
                switch (worker.nextJob()) {
                    case Message.Judge job -> worker.judge(job);
                    case Message.Run job -> worker.run(job);
                    case Message other -> throw new IOException("no job: " + other);
                }
            }
        }
    }

    private static void rehearse() {
        TestRun.rehearse();
        try {
            new LeftBehind().find();
        } catch (IOException e) {
            // No place for a dump: the run that follows will have to say so.
        }
    }

    /** Does all that a worker does, with this code and in this process, so that its classes are loaded. */
    public static void rehearse(List<Path> sources) throws Exception {
        var compiled = new MemoryCompiler().compile(sources);
        var threads = new LeftBehind();
        TestRun.run(compiled.classes(), null, message -> { });
        threads.find();
    }

    /** Runs beside the tests, so that a dump can be had while they hang. */
    private void listen(Socket coach) {
        try (var fromCoach = new ObjectInputStream(coach.getInputStream())) {
            while (true) {
                switch (fromCoach.readObject()) {
                    case Message.Judge job -> jobs.add(job);
                    case Message.Run job -> jobs.add(job);
                    case Message.Dump dump -> tell(new Message.Dumped(dumpIfPossible()));
                    case Object other -> throw new IOException("not for a worker: " + other);
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            // The coach has gone: nobody is left to work for.
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Without a dump it is known all the same that the tests hang, though not where. */
    private static String dumpIfPossible() {
        try {
            return LeftBehind.dump(ThreadDumpFormat.JSON);
        } catch (IOException e) {
            return "{}";
        }
    }

    private Message nextJob() {
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
        run(new Message.Run(compiled.classes(), job.only()));
    }

    private void run(Message.Run job) throws Exception {
        var threads = new LeftBehind();
        TestRun.run(job.classes(), job.only(), this::tell);
        // Learners' code may interrupt any thread. This one takes no orders from it, and is about to read a file.
        Thread.interrupted();
        try {
            tell(new Message.Done(threads.find()));
        } catch (IOException e) {
            tell(new Message.Trouble("no thread dump can be written to %s: %s".formatted(System.getProperty("java.io.tmpdir"), e)));
        }
    }

    private void tell(Message message) {
        try {
            speaking.lock();
            toCoach.writeObject(message);
            // Each message for itself: nothing is remembered of those before.
            toCoach.reset();
            toCoach.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            speaking.unlock();
        }
    }
}
