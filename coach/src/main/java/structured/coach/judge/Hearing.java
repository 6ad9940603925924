package structured.coach.judge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import structured.coach.judge.worker.Answer;
import structured.coach.judge.worker.Order;
import structured.coach.judge.worker.WorkerMain;
import structured.coach.machine.Clock;
import structured.coach.verdict.Problem;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** One run in a worker, from the job to the verdict. It is GREEN only if all that was begun came to a good end. */
final class Hearing {

    private static final Wording SAY = Wording.of(Hearing.class);

    /** The first answer takes a compilation, and in a new worker a start from cold. */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(20);

    /** How often a hung worker is looked at: once shows where it is, more often whether it stays there. */
    private static final int LOOKS = 3;

    private final Worker worker;
    private final Limits limits;
    private final List<TestResult> tests = new ArrayList<>();
    private boolean compiled;
    private TestResult running;
    private int started;
    private int ended;

    /** The class whose tests run, and the place of the first of them: no test of an earlier step comes any more. */
    private String testClass = "";
    private int place;

    /** The failure to look at first; null as long as it isn't known which one that will be. */
    private TestResult red;

    /** What is to know how far the run is. */
    private final Consumer<Progress> progress;

    /** Where the code has the worker end, if it said so. */
    private String leftAt = "";

    Hearing(Worker worker, Limits limits, Consumer<Progress> progress) {
        this.worker = worker;
        this.limits = limits;
        this.progress = progress;
    }

    /** A verdict, and whether the worker can be trusted with another run. */
    record Heard(Verdict verdict, boolean reusable) {}

    /** Has the worker do the job; {@code turn} is given back as soon as it does little but wait, if the question is such a one. */
    Heard hold(Order.Job job, Turn turn, Question question) throws IOException, InterruptedException {
        var clock = new Clock();
        var patience = FIRST_ANSWER;
        worker.tell(job);
        while (!(question.onlyShown() && firstOf(tests).isPresent())) {
            var end = clock.passed().plus(patience);
            switch (worker.next(clock, end.compareTo(limits.total()) < 0 ? end : limits.total())) {
                case Answer.Problems(var problems, var ill) -> {
                    return new Heard(amber(problems), !ill);
                }
                case Answer.Compiled() -> compiled = true;
                case Answer.Started(var unfinished, var of) -> {
                    running = unfinished;
                    started++;
                    begun(unfinished);
                    // Once the tests of others begin, none of those comes any more.
                    red = red != null ? red : (question.leading(List.of(unfinished)).isEmpty() ? TestResult.firstFailure(question.leading(tests))
                            : firstOf(question.leading(tests))).orElse(null);
                    progress.accept(new Progress(started, of, unfinished.test(), unfinished.name(), question.greenBefore(unfinished, tests), Optional.ofNullable(red)));
                    patience = limits.withoutProgress();
                    if (question.mostlyWaits()) {
                        turn.close();
                    }
                }
                case Answer.Finished(var result) -> finished(result);
                case Answer.Leaving(var place) -> leftAt = place;
                case Answer.Done(var discovered, var leftBehind, var clean) -> {
                    return judged(discovered, leftBehind, clean);
                }
                case Answer.Trouble(var what) -> {
                    if (tests.stream().noneMatch(TestResult::failed)) {
                        throw new IOException(what);
                    }
                    return verdict(Status.RED, Sentences.ofFailures(tests), false);
                }
                case null -> {
                    return unfinished(clock.passed().compareTo(limits.total()) >= 0, question);
                }
                case Answer.Dumped dumped -> throw new IOException(SAY.of("worker.out-of-turn"));
            }
        }
        return verdict(Status.RED, Sentences.ofFailures(tests), false);
    }

    /** Classes come in the order of the first step that they have a test of, and the tests of each in the order of the steps. */
    private void begun(TestResult test) {
        var name = test.test().substring(0, Math.max(0, test.test().indexOf('.')));
        if (!name.equals(testClass)) {
            testClass = name;
            place = test.place();
        }
    }

    /** The failure to look at first, if it is known which one that is: none of an earlier step comes after it. */
    private Optional<TestResult> firstOf(List<TestResult> tests) {
        return TestResult.firstFailure(tests).filter(failure -> failure.place() <= place);
    }

    /** A class that fails as a whole finishes without having been started. */
    private void finished(TestResult result) {
        if (running != null && running.test().equals(result.test()) && running.name().equals(result.name())) {
            running = null;
            ended++;
        }
        tests.add(result);
    }

    static Verdict amber(List<Problem> problems) {
        return new Verdict(Status.AMBER, Sentences.ofProblems(problems), List.of(), problems, "");
    }

    private Heard judged(int discovered, List<String> leftBehind, boolean clean) {
        var complete = running == null && started == discovered && ended == discovered;
        if (tests.stream().anyMatch(TestResult::failed)) {
            return verdict(Status.RED, Sentences.ofFailures(tests), clean && complete);
        }
        if (!complete || tests.size() != discovered) {
            return verdict(Status.RED, Sentences.ofLost(discovered, started, ended), false);
        }
        if (!leftBehind.isEmpty()) {
            return verdict(Status.RED, Sentences.ofThreads(leftBehind), false);
        }
        var passed = tests.stream().filter(TestResult::passed).count();
        return passed > 0 ? verdict(Status.GREEN, Sentences.ofPasses(tests), clean) : verdict(Status.RED, Sentences.ofNothing(tests), clean);
    }

    private Heard verdict(Status status, String sentence, boolean reusable) {
        return new Heard(new Verdict(status, sentence, tests, List.of(), worker.takeOutput()), reusable);
    }

    /** The worker has nothing more to say: it has ended, or hangs, or took too long {@code inAll}. The test that was running counts as failed. */
    private Heard unfinished(boolean inAll, Question question) throws IOException, InterruptedException {
        var looks = worker.exitStatus() == null ? looks() : List.<Answer.Dumped>of();
        // Asked again: what looked like a hang may have been the long end of a worker out of memory.
        var exit = worker.exitStatus();
        if (exit != null && exit == WorkerMain.TROUBLE) {
            throw new IOException(SAY.of("worker.trouble"));
        }
        var status = exit != null ? Status.CRASHED : Status.HUNG;
        Supplier<String> sentence = () -> exit != null
                ? ofExit(exit, question)
                : looks.isEmpty() ? Sentences.ofSilence(compiled, running)
                : Sentences.ofHang(compiled, running, inAll ? limits.total() : null, HangReport.of(looks));
        if (running != null) {
            // As all that tests say. By this, and not by what a learner reads, the diagnosis knows what code behaves like.
            var message = Language.in(Language.all().getFirst(), sentence);
            tests.add(new TestResult(running.test(), running.name(), running.step(), running.outcome(), message, List.of()));
        }
        return verdict(status, sentence.get(), false);
    }

    private String ofExit(int status, Question question) {
        var place = leftAt.isEmpty() ? Exits.in(question.code()) : leftAt;
        return Sentences.ofExit(status, compiled, running, limits, place, worker.hasPrinted(Sentences.OUT_OF_MEMORY));
    }

    /** What the worker's threads do, a few times; nothing if it isn't even able to tell that. */
    private List<Answer.Dumped> looks() throws IOException, InterruptedException {
        var looks = new ArrayList<Answer.Dumped>();
        var clock = new Clock();
        // With very many threads one look takes seconds, and has to do.
        for (int i = 0; i < LOOKS && clock.passed().toMillis() < 1000; i++) {
            worker.tell(new Order.Dump());
            while (worker.isAlive() && clock.passed().toMillis() < 5000) {
                if (worker.next(clock, Duration.ofMillis(5000)) instanceof Answer.Dumped dumped) {
                    looks.add(dumped);
                    break;
                }
            }
            Thread.sleep(30);
        }
        return looks;
    }
}
