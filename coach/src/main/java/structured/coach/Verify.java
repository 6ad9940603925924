package structured.coach;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import structured.coach.Check.Kind;
import structured.coach.Tutorial.Exercise;
import structured.coach.docs.Documentation;

/** The tutorial's own tests: tries all right and wrong answers, with several workers at once. */
final class Verify {

    /** How many judges there are for each processor: most wrong answers do little but wait. */
    private static final int JUDGES_PER_PROCESSOR = 3;

    /** A check that fell short, and how. */
    private record Shortfall(Check check, String what) {}

    private final Tutorial tutorial;

    /** Those on this machine. */
    private final List<LaterJdk> laterJdks;

    private final PrintStream out;
    private final boolean showsProgress;

    /** Waiting costs nothing, but much more computing than there are processors makes right answers late. */
    private final Semaphore busy = new Semaphore(Runtime.getRuntime().availableProcessors() + 1);

    /** Both written by all judges' threads. */
    private final ConcurrentSkipListMap<String, AtomicInteger> passed = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Shortfall> shortfalls = new ConcurrentLinkedQueue<>();

    Verify(Tutorial tutorial, List<LaterJdk> laterJdks, PrintStream out, boolean showsProgress) {
        this.tutorial = tutorial;
        this.laterJdks = laterJdks;
        this.out = out;
        this.showsProgress = showsProgress;
    }

    /** Verifies these exercises, and the documentation if asked for, and says whether nothing fell short. */
    boolean run(List<Exercise> exercises, int repeat, boolean withDocs) throws IOException, InterruptedException {
        try (var temporary = Temporary.folder("as-shipped")) {
            var folder = temporary.path();
            return tryAllOf(exercises, repeat, withDocs, folder);
        }
    }

    private boolean tryAllOf(List<Exercise> exercises, int repeat, boolean withDocs, Path folder) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var docs = withDocs ? Optional.of(Documentation.checkAlongside(tutorial, busy)) : Optional.<Documentation>empty();
        var checks = repeat > 1 ? repeated(exercises, repeat) : all(exercises, folder);
        tryAll(checks);
        var findings = docs.isPresent() ? docs.get().findings() : Documentation.Findings.NONE;
        report(exercises, checks, findings, start);
        return shortfalls.isEmpty() && findings.failed() == 0;
    }

    private List<Check> all(List<Exercise> exercises, Path folder) throws IOException, InterruptedException {
        var asShipped = new Shipped(tutorial.root(), tutorial.state().resolve("shipped"));
        var checks = new ArrayList<Check>();
        // The longest first, so that the last minute is shared by all judges.
        for (var exercise : exercises) {
            checks.add(Mains.check(exercise));
        }
        for (var exercise : exercises) {
            for (var pitfall : exercise.pitfalls()) {
                checks.add(Check.caught(exercise, pitfall, exercise.solutionWith(pitfall)));
            }
        }
        for (var exercise : exercises) {
            var shipped = asShipped.sources(exercise, folder);
            checks.add(Check.red(exercise, shipped));
            checks.add(new Check(exercise, Kind.SHIPPED, "what it is known by", judge -> asShipped.forgotten(exercise)));
            checks.add(Copies.given(exercise, shipped));
            checks.add(Copies.shared(exercise, tutorial.exercises()));
            checks.add(Copies.forLaterJdks(exercise));
            checks.addAll(LaterJdk.checks(laterJdks, exercise));
            checks.addAll(Check.greenAndEachTestNamed(exercise));
            checks.addAll(alternatives(exercise));
        }
        if (exercises.equals(tutorial.exercises())) {
            checks.add(Check.ofDocs(tutorial));
            checks.add(LaterJdk.OWN.differences(tutorial.root()));
            laterJdks.forEach(jdk -> checks.add(jdk.differences(tutorial.root())));
        }
        return checks;
    }

    private static List<Check> alternatives(Exercise exercise) throws IOException {
        var checks = new ArrayList<Check>();
        for (var alternative : exercise.alternatives()) {
            checks.add(Check.green(exercise, alternative));
        }
        return checks;
    }

    private static List<Check> repeated(List<Exercise> exercises, int repeat) throws IOException {
        var checks = new ArrayList<Check>();
        for (int i = 0; i < repeat; i++) {
            for (var exercise : exercises) {
                checks.add(Check.green(exercise, Kind.SOLUTION, "the solution", exercise.solution()));
                checks.addAll(alternatives(exercise));
            }
        }
        return checks;
    }

    private void tryAll(List<Check> checks) throws InterruptedException {
        var byJdk = checks.stream().collect(Collectors.groupingBy(Check::jdk, Collectors.toCollection(ConcurrentLinkedQueue::new)));
        var onOwn = byJdk.remove(Workers.OWN_JDK);
        var done = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        var compiler = new SharedCompiler(busy);
        for (int i = 0; onOwn != null && i < JUDGES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().start(() ->
                    tryEach(onOwn, new Judge(Limits.STANDARD, busy, Workers.OWN_JDK, compiler), done, checks.size())));
        }
        // One judge for each of these: most of their time goes into the start of its worker.
        byJdk.forEach((jdk, todo) -> threads.add(Thread.ofPlatform().start(() ->
                tryEach(todo, new Judge(Limits.STANDARD, busy, jdk, null), done, checks.size()))));
        for (var thread : threads) {
            thread.join();
        }
        progress(0, 0, null);
    }

    private void tryEach(Queue<Check> todo, Judge judge, AtomicInteger done, int total) {
        try (judge) {
            for (Check check; (check = todo.poll()) != null; ) {
                tryOne(check, judge);
                progress(done.incrementAndGet(), total, check);
            }
        }
    }

    private void tryOne(Check check, Judge judge) {
        try {
            var what = check.finding().with(judge);
            if (what.isEmpty()) {
                passed.computeIfAbsent(key(check.exercise(), check.kind()), key -> new AtomicInteger()).incrementAndGet();
            } else {
                shortfalls.add(new Shortfall(check, what));
            }
        } catch (Exception | Error e) {
            // Whatever it is: what was not found to be true has not passed.
            shortfalls.add(new Shortfall(check, "could not be tried: " + e));
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void progress(int done, int total, Check check) {
        if (showsProgress) {
            var line = check == null ? "" : "%d of %d: %s, %s".formatted(done, total, check.exercise().name(), check.name());
            out.print("\r" + line.substring(0, Math.min(line.length(), 59)) + "\033[K");
            out.flush();
        }
    }

    private void report(List<Exercise> exercises, List<Check> checks, Documentation.Findings docs, long start) throws IOException {
        var headings = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            headings.put(kind, kind == Kind.LATER ? LaterJdk.heading(laterJdks, tutorial.root()) : kind.heading);
        }
        if (!exercises.isEmpty()) {
            out.println(" ".repeat(22) + headings.values().stream().map(" %-8s"::formatted).collect(Collectors.joining()));
        }
        for (var exercise : exercises) {
            var row = new StringBuilder("%-22s".formatted(exercise.name()));
            for (var kind : Kind.values()) {
                var of = checks.stream().filter(check -> check.exercise().equals(exercise) && check.kind() == kind).count();
                var good = passed.getOrDefault(key(exercise, kind), new AtomicInteger()).get();
                row.append(" %%-%ds".formatted(Math.max(8, headings.get(kind).length())).formatted(of == 0 ? "-" : good + "/" + of));
            }
            out.println(row);
        }
        docs.printRow(out);
        out.print(Check.bySchedule(exercises));
        out.print(LaterJdk.skipped());
        for (var shortfall : shortfalls) {
            out.printf("%n%s, %s %s %s%n", shortfall.check().exercise().name(), shortfall.check().kind().name().toLowerCase(Locale.ROOT),
                    shortfall.check().name(), shortfall.what());
        }
        docs.printFlaws(out);
        out.printf("%nVerified in %.0f s.%n%d passed, %d failed%n", (System.nanoTime() - start) / 1e9,
                passed.values().stream().mapToInt(AtomicInteger::get).sum() + docs.passed(), shortfalls.size() + docs.failed());
    }

    private static String key(Exercise exercise, Kind kind) {
        return exercise.name() + " " + kind;
    }
}
