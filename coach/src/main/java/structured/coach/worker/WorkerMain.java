package structured.coach.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The process that learners' code runs in. It may be ended, filled or hung by that code at any time; the coach is
 * outside and starts another one. It speaks with the coach over a socket, since standard output is the learner's.
 */
public final class WorkerMain {

    /** What a worker ends with that has lost touch with the coach, whoever is to blame. */
    public static final int TROUBLE = 97;

    /** How many schedules a property is tried in, for tests that try several. */
    private static final String SCHEDULES = "structured.schedules";

    private final MemoryCompiler compiler = new MemoryCompiler();
    private final LinkedBlockingQueue<Message> jobs = new LinkedBlockingQueue<>();

    /** Of the module that is being judged. */
    private volatile Frames frames = Classes.NONE.frames();

    /** Held while a message is written. */
    private final ReentrantLock speaking = new ReentrantLock();
    private final ObjectOutputStream toCoach;

    private final Surroundings surroundings = new Surroundings();

    private WorkerMain(ObjectOutputStream toCoach) {
        this.toCoach = toCoach;
    }

    /** Argument: the coach's port on the loopback interface. The word by which it knows this worker is in the environment. */
    public static void main(String[] args) throws Exception {
        try (var coach = call(Integer.parseInt(args[0]))) {
            coach.setTcpNoDelay(true);
            var toCoach = new ObjectOutputStream(coach.getOutputStream());
            toCoach.writeUTF(System.getenv(Offspring.VARIABLE));
            toCoach.flush();
            var worker = new WorkerMain(toCoach);
            Runtime.getRuntime().addShutdownHook(new Thread(WorkerMain::endOffspring));
            Thread.ofPlatform().daemon().name("listens-to-the-coach").start(() -> worker.listen(coach));
            // What the first run needs is loaded while the sources are compiled.
            Thread.ofPlatform().daemon().name("rehearses").start(WorkerMain::rehearse);
            while (true) {
                worker.work(worker.nextJob());
            }
        }
    }

    private static Socket call(int port) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            // The coach passes it on.
            System.out.println("It can't reach 127.0.0.1: %s. Is the loopback interface shut off?".formatted(e.getMessage()));
            System.exit(TROUBLE);
            throw e;
        }
    }

    private static void rehearse() {
        TestRun.rehearse();
        var threads = new LeftBehind(Classes.NONE.frames());
        threads.find();
        threads.isNobody();
        Surroundings.rehearse();
        // Code that has taken all file handles leaves none to load a class with.
        Dumps.of(Classes.NONE.frames());
    }

    /** Does all that a worker does, with this code and in this process, so that its classes are loaded. */
    public static void rehearse(List<Path> main, List<Path> tests) throws Exception {
        var classes = new MemoryCompiler().compile(main, tests).classes();
        var threads = new LeftBehind(classes.frames());
        TestRun.run(classes, List.of(), null, message -> { });
        threads.find();
        threads.isNobody();
        Surroundings.rehearse();
        Dumps.of(classes.frames());
    }

    /** Runs beside the tests, so that a dump can be had while they hang. */
    private void listen(Socket coach) {
        var status = TROUBLE;
        try (var fromCoach = Incoming.objects(coach.getInputStream())) {
            while (true) {
                switch (fromCoach.readObject()) {
                    case Message.Judge job -> jobs.add(job);
                    case Message.Run job -> jobs.add(job);
                    case Message.Dump dump -> tell(dumpIfPossible());
                    case Object other -> throw new IOException("not for a worker: " + other);
                }
            }
        } catch (EOFException | SocketException e) {
            // The coach has gone: nobody is left to work for.
            status = 0;
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // Whatever it is, the tests must not go on without anybody who listens.
            status = TROUBLE;
        } finally {
            leave(status);
        }
    }

    /** Without a dump it is known all the same that the tests hang, though not where. */
    private Message.Dumped dumpIfPossible() {
        try {
            return Dumps.of(frames);
        } catch (RuntimeException e) {
            return new Message.Dumped(List.of(), 0, frames);
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

    private void work(Message next) {
        try {
            switch (next) {
                case Message.Judge job -> judge(job);
                case Message.Run job -> run(job);
                case Message other -> throw new IOException("no job: " + other);
            }
        } catch (IOException e) {
            tell(new Message.Trouble("There is no verdict. The code could not be compiled here: " + e));
        }
    }

    private void judge(Message.Judge job) throws IOException {
        var compiled = compiler.compile(paths(job.main()), paths(job.tests()));
        if (!compiled.problems().isEmpty()) {
            tell(new Message.Problems(compiled.problems(), compiled.ill()));
            return;
        }
        compiled.remarks().forEach(System.err::println);
        run(new Message.Run(compiled.classes(), job.how()));
    }

    private static List<Path> paths(List<String> names) {
        return names.stream().map(Path::of).toList();
    }

    private void run(Message.Run job) {
        // From an earlier run, whose code may have interrupted any thread, and late.
        Thread.interrupted();
        tell(new Message.Compiled());
        frames = job.classes().frames();
        var threads = new LeftBehind(frames);
        var schedules = job.how().schedules();
        if (schedules > 0) {
            System.setProperty(SCHEDULES, String.valueOf(schedules));
        }
        try {
            var tests = TestRun.run(job.classes(), paths(job.how().resources()), job.how().only(), this::tell);
            var leftBehind = threads.find();
            tell(new Message.Done(tests, leftBehind, leftBehind.isEmpty() && tidyUp(threads)));
        } catch (Error e) {
            tell(new Message.Finished(TestRun.ended(e)));
            tell(new Message.Done(0, List.of(), false));
        } catch (IOException e) {
            tell(new Message.Trouble("There is no verdict. The tests need to write to %s, and that failed: %s"
                    .formatted(System.getProperty("java.io.tmpdir"), e.getMessage())));
        } catch (ClassNotFoundException | RuntimeException e) {
            tell(new Message.Trouble("There is no verdict. The tests could not be run: " + e));
        } finally {
            System.clearProperty(SCHEDULES);
        }
    }

    /** Between two runs, so it has to be quick. */
    private boolean tidyUp(LeftBehind threads) {
        var ended = LeftBehind.hasStartedProcesses() ? endOffspring() : List.<String>of();
        if (!ended.isEmpty()) {
            System.err.println("The tests are over, and processes that your code has started were not. They have been ended: " + String.join(", ", ended));
        }
        var nobody = threads.isNobody();
        return surroundings.putBack() && nobody;
    }

    private static List<String> endOffspring() {
        return Offspring.end(ProcessHandle.current(), System.getenv(Offspring.VARIABLE));
    }

    /** Nobody waits for the end of this one, so it must not take long, whatever it finds. */
    private static void leave(int status) {
        Thread.ofPlatform().daemon().start(() -> {
            LockSupport.parkNanos(2_000_000_000L);
            Runtime.getRuntime().halt(status);
        });
        try {
            endOffspring();
        } finally {
            Runtime.getRuntime().halt(status);
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
