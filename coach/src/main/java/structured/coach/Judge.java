package structured.coach;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import structured.coach.Tutorial.Exercise;
import structured.coach.Verdict.Status;
import structured.coach.worker.Message;
import structured.coach.worker.Message.Problem;
import structured.coach.worker.Message.TestResult;

/**
 * Judges code by its tests, in a worker that is kept warm for the next time. Whatever the code does, an answer comes
 * within the limits. For one thread at a time.
 */
public final class Judge implements AutoCloseable {

    private final Limits limits;
    private final Path jdk;

    /** Compiles for several judges; null where the worker compiles, too. */
    private final SharedCompiler compiler;

    /** Those of the machine, or as many of them as all judges that share this may keep busy. */
    private final Semaphore processors;

    /** Set by the thread that judges; another one may read it in order to {@link #abandon}. */
    private volatile Worker worker;

    /** Set by any thread that doesn't want the verdict any more. */
    private volatile boolean abandoned;

    public Judge(Limits limits) {
        this(limits, new Semaphore(1), Worker.OWN_JDK, null);
    }

    /** One of several judges that work at the same time, and share the processors; this JDK runs the code. */
    Judge(Limits limits, Semaphore processors, Path jdk, SharedCompiler compiler) {
        this.limits = limits;
        this.processors = processors;
        this.jdk = jdk;
        this.compiler = compiler;
    }

    private void needWorker() throws IOException, InterruptedException {
        if (worker == null || !worker.isAlive()) {
            worker = Worker.start(limits, jdk);
        }
    }

    /** Makes a judgement that goes on in another thread end at once, with a verdict of no worth. */
    public void abandon() {
        abandoned = true;
        close();
    }

    /** Whether the last judgement was abandoned, so that its verdict says nothing about the code. */
    public boolean wasAbandoned() {
        return abandoned;
    }

    /** Compiles the sources together and runs the tests among them. */
    public Verdict judge(List<Path> sources) throws IOException, InterruptedException {
        return judge(sources, null);
    }

    /** Judges an exercise as it is now: the learner's sources by the exercise's tests. */
    public Verdict judge(Exercise exercise) throws IOException, InterruptedException {
        var sources = new ArrayList<>(exercise.main());
        sources.addAll(exercise.tests());
        return judge(sources);
    }

    /** Compiles the sources together and runs only the test of that display name; all tests if it is null. */
    Verdict judge(List<Path> sources, String only) throws IOException, InterruptedException {
        var absolute = sources.stream().map(Path::toAbsolutePath).toList();
        Message job = new Message.Judge(absolute.stream().map(Path::toString).toList(), only);
        if (compiler != null) {
            var compiled = compiler.compile(absolute);
            if (!compiled.problems().isEmpty()) {
                return amber(compiled.problems());
            }
            job = new Message.Run(compiled.classes(), only);
        }
        abandoned = false;
        var warm = worker != null && worker.isAlive();
        var verdict = runInAWorker(job, only);
        // No test had begun, so it wasn't this code that brought the worker down, but what an earlier run left in it.
        return warm && !abandoned && !verdict.reusable() && verdict.tests().isEmpty() ? runInAWorker(job, only) : verdict;
    }

    private Verdict runInAWorker(Message job, String only) throws IOException, InterruptedException {
        Verdict verdict;
        try (var turn = new Turn(processors)) {
            needWorker();
            worker.takeOutput();
            verdict = run(job, only, turn);
        }
        if (!verdict.reusable()) {
            worker.close();
            worker = null;
        }
        return verdict;
    }

    private Verdict run(Message job, String only, Turn turn) throws IOException, InterruptedException {
        var tests = new ArrayList<TestResult>();
        var end = System.nanoTime() + limits.total().toNanos();
        TestResult running = null;
        // The first answer takes a compilation, and in a new worker a start from cold.
        var patience = Duration.ofSeconds(20);
        worker.tell(job);
        while (true) {
            switch (worker.next(Math.min(patience.toMillis(), (end - System.nanoTime()) / 1_000_000))) {
                case Message.Problems(var problems) -> {
                    return amber(problems);
                }
                case Message.Started(var unfinished) -> {
                    running = unfinished;
                    patience = limits.withoutProgress();
                    if (only != null) {
                        // A single test mostly waits; all tests of an exercise compute, too.
                        turn.close();
                    }
                }
                case Message.Finished(var result) -> {
                    running = null;
                    tests.add(result);
                }
                case Message.Done(var leftBehind) -> {
                    return judged(tests, leftBehind);
                }
                case Message.Trouble(var what) -> throw new IOException(what);
                case null -> {
                    return unfinished(tests, running);
                }
                default -> throw new IOException("the worker said something out of turn");
            }
        }
    }

    private static Verdict amber(List<Problem> problems) {
        return new Verdict(Status.AMBER, Sentences.ofProblems(problems), List.of(), problems, "", true);
    }

    private Verdict judged(List<TestResult> tests, List<String> leftBehind) {
        var output = worker.takeOutput();
        var allPassed = !tests.isEmpty() && tests.stream().allMatch(TestResult::passed);
        if (allPassed && leftBehind.isEmpty()) {
            return new Verdict(Status.GREEN, "All " + tests.size() + " tests pass.", tests, List.of(), output, true);
        }
        var sentence = allPassed ? Sentences.ofThreads(leftBehind) : Sentences.ofFailures(tests);
        return new Verdict(Status.RED, sentence, tests, List.of(), output, leftBehind.isEmpty());
    }

    /** The worker has nothing more to say: it has ended, or it hangs. The test that was running counts as failed. */
    private Verdict unfinished(List<TestResult> tests, TestResult running) throws IOException, InterruptedException {
        var dump = worker.exitStatus() == null ? dump() : "{}";
        // Asked again: what looked like a hang may have been the long end of a worker out of memory.
        var exit = worker.exitStatus();
        var status = exit != null ? Status.CRASHED : Status.HUNG;
        var sentence = exit != null
                ? Sentences.ofExit(exit, running, limits)
                : Sentences.ofHang(running, HangReport.of(dump));
        if (running != null) {
            tests.add(new TestResult(running.test(), running.name(), running.step(), false, sentence, List.of()));
        }
        return new Verdict(status, sentence, tests, List.of(), worker.takeOutput(), false);
    }

    /** The worker's thread dump, or an empty one if it isn't even able to give that. */
    private String dump() throws IOException, InterruptedException {
        worker.tell(new Message.Dump());
        for (int i = 0; i < 10 && worker.isAlive(); i++) {
            if (worker.next(500) instanceof Message.Dumped(var json)) {
                return json;
            }
        }
        return "{}";
    }

    @Override
    public void close() {
        var last = worker;
        if (last != null) {
            last.close();
        }
    }
}
