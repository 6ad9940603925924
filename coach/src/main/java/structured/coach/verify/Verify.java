package structured.coach.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import structured.coach.judge.Judge;
import structured.coach.judge.Limits;
import structured.coach.judge.Preparation;
import structured.coach.judge.SharedCompiler;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Tutorial;
import structured.coach.verify.Check.Finding;
import structured.coach.verify.Check.Kind;
import structured.coach.verify.docs.Documentation;
import structured.coach.verify.docs.WhatYouSee;

/** The tutorial's own tests: tries all right and wrong answers, with several workers at once. */
@SuppressWarnings("preview")
final class Verify {

    /** How many judges there are for each processor: most wrong answers do little but wait. */
    private static final int JUDGES_PER_PROCESSOR = 3;

    private final Tutorial tutorial;

    /** Those on this machine. */
    private final List<LaterJdk> laterJdks;

    /** All commands, as the documentation may name them. */
    private final Function<String[], CommandLine> commandLines;
    private final PrintStream out;
    private final boolean showsProgress;

    /** Waiting costs nothing, but much more computing than there are processors makes right answers late. */
    private final Semaphore busy = new Semaphore(Runtime.getRuntime().availableProcessors() + 1);

    /** Held while a line of progress is written. */
    private final ReentrantLock writing = new ReentrantLock();

    Verify(Tutorial tutorial, List<LaterJdk> laterJdks, Function<String[], CommandLine> commandLines, PrintStream out, boolean showsProgress) {
        this.tutorial = tutorial;
        this.laterJdks = laterJdks;
        this.commandLines = commandLines;
        this.out = out;
        this.showsProgress = showsProgress;
    }

    /** Verifies these exercises, and the documentation if asked for, and says whether nothing fell short. */
    boolean run(List<Exercise> exercises, int repeat, boolean withDocs) throws IOException, InterruptedException {
        var start = System.nanoTime();
        // With a single processor it may be another test that sees a race first.
        var guide = withDocs && !Answers.isAlone() ? WhatYouSee.of(tutorial) : WhatYouSee.NOTHING;
        var sights = new Sights(guide.pitfalls());
        try (var temporary = Temporary.folder("as-shipped")) {
            var table = new Table(repeat > 1 ? repeated(exercises, repeat) : all(exercises, temporary.path(), sights));
            var checks = new ArrayList<>(table.all());
            checks.addAll(sights.looks(tutorial.exercises().stream().filter(exercise -> repeat > 1 || !exercises.contains(exercise)).toList()));
            var docs = tryAll(checks, table, withDocs).and(guide, sights.seen());
            report(exercises, table, docs, start);
            return table.failed() == 0 && docs.failed() == 0;
        }
    }

    /** Finds out which tests the pitfalls of these exercises are red at, and how they fail there, and writes it down for those of which nothing fell short. */
    boolean rewrite(List<Exercise> exercises) throws IOException, InterruptedException {
        var behaviours = new Behaviours(exercises);
        var table = new Table(behaviours.toJudge());
        tryAll(table.all(), table, false);
        table.printShortfalls(out);
        behaviours.write(table.fellShort());
        return table.failed() == 0;
    }

    private List<Check> all(List<Exercise> exercises, Path folder, Sights sights) throws IOException, InterruptedException {
        var asShipped = new Shipped(tutorial.root(), tutorial.state().resolve("shipped"));
        var checks = new ArrayList<Check>();
        // The longest first, so that the last minute is shared by all judges.
        for (var exercise : exercises) {
            checks.add(Mains.check(exercise));
        }
        for (var exercise : exercises) {
            checks.addAll(Behaviours.known(exercise, sights));
        }
        for (var exercise : exercises) {
            var shipped = asShipped.sources(exercise, folder);
            checks.add(Answers.red(exercise, shipped));
            checks.add(new Check(exercise.name(), Kind.SHIPPED, "what it is known by",
                    judge -> asShipped.forgotten(exercise).<Finding>map(Finding.Short::new).orElse(Finding.TRUE)));
            checks.add(Mentions.of(exercise));
            checks.add(Sorting.ofPitfalls(exercise));
            checks.add(Twins.given(exercise, shipped));
            checks.add(Twins.shared(exercise, tutorial.exercises()));
            checks.add(Twins.forLaterJdks(exercise));
            checks.addAll(LaterChecks.ofSolutions(laterJdks, exercise));
            checks.addAll(Answers.greenAndEachTestNamed(exercise));
            checks.addAll(Answers.alternatives(exercise));
        }
        if (exercises.equals(tutorial.exercises())) {
            checks.addAll(List.of(Answers.ofDocs(tutorial), Sorting.ofKinds(exercises), LaterChecks.differences(LaterJdk.OWN, tutorial.root())));
            laterJdks.forEach(jdk -> checks.add(LaterChecks.differences(jdk, tutorial.root())));
        }
        return checks;
    }

    private static List<Check> repeated(List<Exercise> exercises, int repeat) throws IOException {
        var checks = new ArrayList<Check>();
        for (int i = 0; i < repeat; i++) {
            for (var exercise : exercises) {
                checks.add(Answers.green(exercise, Kind.SOLUTION, "the solution", exercise.solution()));
                checks.addAll(Answers.alternatives(exercise));
            }
        }
        return checks;
    }

    /** Each judge is a subtask, and so is the documentation: none is left over, whatever ends this. */
    private Documentation.Findings tryAll(List<Check> checks, Table table, boolean withDocs) throws IOException, InterruptedException {
        Map<Path, Queue<Check>> byJdk = checks.stream().collect(Collectors.groupingBy(Check::jdk, Collectors.toCollection(ConcurrentLinkedQueue::new)));
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var docs = withDocs ? Optional.of(scope.fork(() -> Documentation.check(tutorial, commandLines, busy))) : Optional.<StructuredTaskScope.Subtask<Documentation.Findings>>empty();
            var compiler = new SharedCompiler(busy);
            byJdk.forEach((jdk, todo) -> {
                // On others than the coach's own one judge: most of its time goes into the start of its worker.
                var isOwn = jdk.equals(LaterJdk.OWN_HOME);
                for (int i = 0; i < (isOwn ? JUDGES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors() : 1); i++) {
                    scope.fork(() -> tryEach(todo, new Judge(Limits.STANDARD, busy, jdk, isOwn ? compiler : Preparation.BY_THE_WORKER), table));
                }
            });
            scope.join().throwIfFailed();
            // One after the other, and with nobody beside.
            tryEach(table.doubts(), new Judge(Limits.STANDARD), table);
            progress("");
            return docs.map(StructuredTaskScope.Subtask::get).orElse(Documentation.Findings.NONE);
        } catch (ExecutionException e) {
            throw new IOException("The tutorial could not be verified: " + e.getCause(), e.getCause());
        }
    }

    private Void tryEach(Queue<Check> todo, Judge judge, Table table) {
        try (judge) {
            for (Check check; (check = todo.poll()) != null; ) {
                var tried = table.note(check, found(check, judge));
                progress("%d of %d: %s, %s".formatted(tried, table.all().size(), check.about(), check.name()));
            }
        }
        return null;
    }

    private static Finding found(Check check, Judge judge) {
        try {
            return check.trial().with(judge);
        } catch (Exception | Error e) {
            // Whatever it is: what was not found to be true has not passed.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Finding.fallsShort("could not be tried: %s", e);
        }
    }

    private void progress(String line) {
        if (showsProgress) {
            writing.lock();
            try {
                out.print("\r" + line.substring(0, Math.min(line.length(), 59)) + "\033[K");
                out.flush();
            } finally {
                writing.unlock();
            }
        }
    }

    private void report(List<Exercise> exercises, Table table, Documentation.Findings docs, long start) throws IOException {
        table.print(out, exercises.stream().map(Exercise::name).toList(), LaterChecks.heading(laterJdks, tutorial.root()));
        docs.printRow(out);
        Answers.bySchedule(exercises).ifPresent(out::println);
        LaterJdk.skipped().ifPresent(out::println);
        table.printShortfalls(out);
        docs.printFlaws(out);
        out.printf("%nVerified in %.0f s.%n%d passed, %d failed%n", (System.nanoTime() - start) / 1e9,
                table.passed() + docs.passed(), table.failed() + docs.failed());
    }
}
