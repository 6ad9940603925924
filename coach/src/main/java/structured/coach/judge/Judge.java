package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import structured.coach.judge.worker.Order;
import structured.coach.machine.Source;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Problem;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/**
 * Judges code by its tests, in a worker that is kept warm for the next time. Whatever the code does, an answer comes
 * within the limits. For one thread at a time.
 */
public final class Judge implements AutoCloseable {

    private final Limits limits;
    private final Preparation preparation;
    private final Workplace workplace;
    private final Standing standing = new Standing();

    /** Those of the machine, or as many of them as all judges that share this may keep busy. */
    private final Semaphore processors;

    /** Set by any thread that doesn't want the verdict any more. */
    private volatile boolean abandoned;

    /** Of the run that goes on, for any thread; null as long as no test of it has begun. */
    private volatile Progress progress;

    /** One whose code runs on the coach's own JDK. */
    public Judge(Limits limits) {
        this(limits, LaterJdk.OWN_HOME);
    }

    /** One whose code runs on this JDK. */
    public Judge(Limits limits, Path jdk) {
        this(limits, new Semaphore(1), jdk, Preparation.BY_THE_WORKER);
    }

    /** One of several judges that work at the same time, and share the processors; this JDK runs the code. */
    public Judge(Limits limits, Semaphore processors, Path jdk, Preparation preparation) {
        this.limits = limits;
        this.processors = processors;
        this.preparation = preparation;
        workplace = new Workplace(limits, jdk);
    }

    /** Judges an exercise as it was when it was read: the learner's sources by the exercise's tests. A port takes a judge with its JDK. */
    public Judged judge(Sources sources) throws IOException, InterruptedException {
        // Of ports, Maven knows nothing.
        var onlyMaven = sources.exercise().isPort() ? Optional.<String>empty() : MavenOnly.reason(sources);
        if (onlyMaven.isPresent()) {
            abandoned = false;
            return new Judged(sources, new Verdict(Status.UNJUDGED, onlyMaven.get(), List.of(), List.of(), ""));
        }
        return new Judged(sources, ShutdownHelp.added(InterruptHelp.added(CompileHelp.added(verdict(sources), sources), sources), sources));
    }

    /** What was saved last is tried first: that is what the learner waits for, and others may hang. What it can't have touched isn't tried again. */
    private Verdict verdict(Sources sources) throws IOException, InterruptedException {
        var question = Question.of(Code.of(sources));
        var savedLast = SavedLast.begun(sources);
        if (savedLast.isEmpty()) {
            return judge(question);
        }
        var known = standing.in(sources);
        var verdict = Standing.added(known, judge(question.first(savedLast.get(), Standing.classesOf(known))));
        if (verdict.tests().isEmpty() || abandoned) {
            // It says nothing of what passes.
            return verdict;
        }
        if (isWarm()) {
            standing.keep(new Judged(sources, verdict));
        } else {
            standing.forget();
        }
        return verdict;
    }

    /** Judges any code. */
    public Verdict judge(Question question) throws IOException, InterruptedException {
        var unread = question.code().unread();
        if (!unread.isEmpty()) {
            abandoned = false;
            return Hearing.amber(unread.stream().map(source -> problem(question.code(), source)).toList());
        }
        return switch (preparation.prepare(question)) {
            case Preparation.Flawed(var problems) -> Hearing.amber(problems);
            case Preparation.Ready(var order) -> judge(question, order);
        };
    }

    private static Problem problem(Code code, Source.Unread source) {
        return new Problem(source.file(), code.isTest(source), -1, "", source.why());
    }

    private Verdict judge(Question question, Order.Job order) throws IOException, InterruptedException {
        abandoned = false;
        var wasWarm = workplace.isWarm(question.code().folder());
        var verdict = hold(question, order);
        // No test had begun, so it wasn't this code that brought the worker down, but what an earlier run left in it.
        return wasWarm && !abandoned && !workplace.isTaken() && verdict.tests().isEmpty() ? hold(question, order) : verdict;
    }

    /** Has it tried in the worker, which is kept only if all went well with it. */
    private Verdict hold(Question question, Order.Job order) throws IOException, InterruptedException {
        var reusable = false;
        try (var turn = new Turn(processors)) {
            var worker = workplace.worker(question.code().folder());
            worker.takeOutput();
            var heard = new Hearing(worker, limits, how -> progress = how).hold(order, turn, question);
            reusable = heard.reusable();
            return heard.verdict();
        } finally {
            progress = null;
            // Nor if there was any trouble with it, so that there is no verdict.
            if (!reusable) {
                workplace.clear();
            }
        }
    }

    /** How far the run is that goes on in another thread; nothing if none does, or no test of it has begun. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Whether a worker is kept for the next time: nothing was found in it that could do harm to another run. */
    public boolean isWarm() {
        return workplace.isTaken();
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

    @Override
    public void close() {
        workplace.close();
    }
}
