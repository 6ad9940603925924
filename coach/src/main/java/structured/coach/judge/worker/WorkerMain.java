package structured.coach.judge.worker;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import structured.coach.machine.Beginning;
import structured.coach.machine.Launch;
import structured.coach.machine.Offspring;
import structured.coach.machine.Source;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/**
 * The process that learners' code runs in. It may be ended, filled or hung by that code at any time; the coach is
 * outside and starts another one. It speaks with the coach over a socket, since standard output is the learner's.
 */
public final class WorkerMain {

    private static final Wording SAY = Wording.of(WorkerMain.class);

    /** What a worker ends with that has lost touch with the coach, whoever is to blame. */
    public static final int TROUBLE = 97;

    /** How many schedules a property is tried in, for tests that try several. */
    private static final String SCHEDULES = "structured.schedules";

    private final MemoryCompiler compiler = new MemoryCompiler();
    private final LinkedBlockingQueue<Order.Job> jobs = new LinkedBlockingQueue<>();

    /** Of the module that is being judged. */
    private volatile Frames frames = Classes.NONE.frames();

    private final Coach coach;

    private final Surroundings surroundings = new Surroundings();

    private WorkerMain(Coach coach) {
        this.coach = coach;
    }

    /** Argument: the coach's port on the loopback interface. The word by which it knows this worker is in the environment. */
    public static void main(String[] args) throws Exception {
        Language.choose(Language.of(Map.of("LC_ALL", Launch.here().locale()), Locale.ROOT));
        try (var coach = new Coach(Integer.parseInt(args[0]), System.getenv(Offspring.VARIABLE))) {
            var worker = new WorkerMain(coach);
            Runtime.getRuntime().addShutdownHook(new Thread(worker::goodbye));
            Thread.ofPlatform().daemon().name("listens-to-the-coach").start(worker::listen);
            // What the first run needs is loaded while the sources are compiled.
            Thread.ofPlatform().daemon().name("rehearses").start(WorkerMain::rehearse);
            while (true) {
                worker.work(worker.nextJob());
            }
        }
    }

    private static void rehearse() {
        TestRun.rehearse();
        var threads = new LeftBehind(Classes.NONE.frames());
        threads.find(false);
        threads.isNobody();
        Surroundings.rehearse();
        // Code that has taken all file handles leaves none to load a class with.
        Dumps.of(Classes.NONE.frames());
        Dumps.whoExits(Classes.NONE.frames());
        Beginning.of("", 0);
        SAY.of("offspring.ended", "");
    }

    /** Does all that a worker does, with this code and in this process, so that its classes are loaded. */
    public static void rehearse(List<Source.Read> main, List<Source.Read> tests) throws Exception {
        var classes = new MemoryCompiler().compile(main, tests).classes();
        var threads = new LeftBehind(classes.frames());
        TestRun.run(classes, List.of(), new Selection.All(), answer -> { });
        threads.find(false);
        threads.isNobody();
        Surroundings.rehearse();
        Dumps.of(classes.frames());
    }

    /** Runs beside the tests, so that a dump can be had while they hang. */
    private void listen() {
        var status = TROUBLE;
        try {
            while (true) {
                switch (coach.next()) {
                    case Order.Job job -> jobs.add(job);
                    case Order.Dump dump -> coach.tell(dumpIfPossible());
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
    private Answer.Dumped dumpIfPossible() {
        try {
            return Dumps.of(frames);
        } catch (RuntimeException e) {
            return new Answer.Dumped(List.of(), 0, frames);
        }
    }

    private Order.Job nextJob() {
        while (true) {
            try {
                return jobs.take();
            } catch (InterruptedException e) {
                // As above: there is nothing here that could be cancelled.
            }
        }
    }

    private void work(Order.Job next) {
        try {
            switch (next) {
                case Order.Compile job -> compile(job);
                case Order.Run job -> run(job);
            }
        } catch (IOException e) {
            coach.tell(new Answer.Trouble(SAY.of("trouble.compiling", e)));
        }
    }

    private void compile(Order.Compile job) throws IOException {
        var compiled = compiler.compile(job.main(), job.tests());
        if (!compiled.problems().isEmpty()) {
            coach.tell(new Answer.Problems(compiled.problems(), compiled.ill()));
            return;
        }
        compiled.remarks().forEach(System.err::println);
        run(new Order.Run(compiled.classes(), job.how()));
    }

    private void run(Order.Run job) {
        // From an earlier run, whose code may have interrupted any thread, and late.
        Thread.interrupted();
        coach.tell(new Answer.Compiled());
        frames = job.classes().frames();
        var threads = new LeftBehind(frames);
        var schedules = job.how().schedules();
        if (schedules > 0) {
            System.setProperty(SCHEDULES, String.valueOf(schedules));
        }
        try {
            var hasFailed = new AtomicBoolean();
            var tests = TestRun.run(job.classes(), job.how().resources().stream().map(Path::of).toList(), job.how().selection(), answer -> {
                if (answer instanceof Answer.Finished(var result) && result.failed()) {
                    hasFailed.set(true);
                }
                coach.tell(answer);
            });
            var leftBehind = threads.find(hasFailed.get());
            coach.tell(new Answer.Done(tests, leftBehind, leftBehind.isEmpty() && tidyUp(threads)));
        } catch (Error e) {
            coach.tell(new Answer.Finished(TestRun.ended(e)));
            coach.tell(new Answer.Done(0, List.of(), false));
        } catch (IOException e) {
            coach.tell(new Answer.Trouble(SAY.of("trouble.writing", System.getProperty("java.io.tmpdir"), e.getMessage())));
        } catch (ClassNotFoundException | RuntimeException e) {
            coach.tell(new Answer.Trouble(SAY.of("trouble.running", e)));
        } finally {
            System.clearProperty(SCHEDULES);
        }
    }

    /** Between two runs, so it has to be quick. */
    private boolean tidyUp(LeftBehind threads) {
        var ended = LeftBehind.hasStartedProcesses() ? endOffspring() : List.<String>of();
        if (!ended.isEmpty()) {
            System.err.println(SAY.of("offspring.ended", String.join(", ", ended)));
        }
        var nobody = threads.isNobody();
        return surroundings.putBack() && nobody;
    }

    private static List<String> endOffspring() {
        return Offspring.end(ProcessHandle.current(), System.getenv(Offspring.VARIABLE));
    }

    /** Says where the code has this end. If that can't be, or it calls halt, which leaves no time, the coach looks into the sources. */
    private void goodbye() {
        try (AutoCloseable last = WorkerMain::endOffspring) {
            Dumps.whoExits(frames).ifPresent(place -> coach.tell(new Answer.Leaving(place)));
        } catch (Exception e) {
            // Nobody is left who would hear of it.
        }
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
}
