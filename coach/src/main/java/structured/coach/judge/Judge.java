package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import structured.coach.judge.Verdict.Status;
import structured.coach.judge.worker.Message;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;

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
        this(limits, LaterJdk.OWN_HOME);
    }

    /** One whose code runs on this JDK. */
    public Judge(Limits limits, Path jdk) {
        this(limits, new Semaphore(1), jdk, null);
    }

    /** One of several judges that work at the same time, and share the processors; this JDK runs the code. */
    public Judge(Limits limits, Semaphore processors, Path jdk, SharedCompiler compiler) {
        this.limits = limits;
        this.processors = processors;
        this.jdk = jdk;
        this.compiler = compiler;
    }

    private void needWorker(Path folder) throws IOException, InterruptedException {
        if (worker != null && !worker.isIn(folder)) {
            close();
        }
        if (worker == null || !worker.isAlive()) {
            worker = Workers.start(limits, jdk, folder);
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

    /** Judges an exercise as it is now: the learner's sources by the exercise's tests. A port takes a judge with its JDK. */
    public Verdict judge(Exercise exercise) throws IOException, InterruptedException {
        var code = Code.of(exercise);
        // Of ports, Maven knows nothing.
        var onlyMaven = exercise.isPort() ? Optional.<String>empty() : MavenOnly.reason(exercise, code);
        if (onlyMaven.isPresent()) {
            abandoned = false;
            return new Verdict(Status.UNJUDGED, onlyMaven.get(), List.of(), List.of(), "", true);
        }
        return judge(code);
    }

    /** Judges by all tests. */
    public Verdict judge(Code code) throws IOException, InterruptedException {
        return judge(code, null, 0);
    }

    /**
     * Judges by the tests of one display name, or by all if that is null; in so many schedules a property, or as many as
     * the tests themselves find enough if that is 0.
     */
    public Verdict judge(Code code, String only, int schedules) throws IOException, InterruptedException {
        Message job = code.toBeCompiled(only, schedules);
        if (compiler != null) {
            var compiled = compiler.compile(code);
            if (!compiled.problems().isEmpty()) {
                return Hearing.amber(compiled.problems(), true);
            }
            job = new Message.Run(compiled.classes(), code.how(only, schedules));
        }
        abandoned = false;
        var warm = worker != null && worker.isAlive() && worker.isIn(code.folder());
        // A single test mostly waits; all tests of an exercise compute, too.
        var verdict = runInAWorker(job, code.folder(), only != null);
        // No test had begun, so it wasn't this code that brought the worker down, but what an earlier run left in it.
        return warm && !abandoned && !verdict.reusable() && verdict.tests().isEmpty() ? runInAWorker(job, code.folder(), only != null) : verdict;
    }

    private Verdict runInAWorker(Message job, Path folder, boolean mostlyWaits) throws IOException, InterruptedException {
        var reusable = false;
        try (var turn = new Turn(processors)) {
            needWorker(folder);
            worker.takeOutput();
            var verdict = new Hearing(worker, limits).hold(job, turn, mostlyWaits);
            reusable = verdict.reusable();
            return verdict;
        } finally {
            // Nor if there was any trouble with it, so that there is no verdict.
            if (!reusable) {
                close();
                worker = null;
            }
        }
    }

    @Override
    public void close() {
        var last = worker;
        if (last != null) {
            last.close();
        }
    }
}
