package structured.coach.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import structured.coach.machine.Folders;
import structured.coach.machine.JavaText;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

/** Keeps the file with what is known of an exercise's pitfalls up to date, or says in what it isn't. */
public final class Recording {

    /** How often a pitfall is judged anew: what comes of races isn't always the same. */
    public static final int RUNS = 3;

    private static final Set<String> RUN_TESTS = Set.of("Steps", "Patience", "FairClock", "Schedule", "Schedules", "Interleaving", "Yielding", "CollectionsInSteps");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Exercise exercise;
    private final Records before;
    private final List<Part> parts;
    private final Map<String, String> stamps = new TreeMap<>();
    private final List<Records.Right> right = new ArrayList<>();

    /** One for this exercise, as its sources are now. */
    public Recording(Exercise exercise) throws IOException {
        this.exercise = exercise;
        before = Records.of(exercise);
        parts = parts(exercise);
        for (var part : parts) {
            stamps.put(Records.named(part), stamp(testsOf(part)));
            right.add(new Records.Right("solution", part, form(exercise.solution(), part)));
        }
        for (var alternative : exercise.alternatives()) {
            var part = part(alternative);
            right.add(new Records.Right(alternative.getFileName().toString(), part, form(Folders.javaFiles(alternative), part)));
        }
    }

    /** Those that judge a part, and what they need; but not what all exercises have, and is there to run tests, not to say what fails. */
    private List<Path> testsOf(Part part) throws IOException {
        return exercise.tests().stream().filter(test -> {
            var name = SourceText.className(test);
            return !RUN_TESTS.contains(name) && (!name.endsWith("Test") || Part.about(name, parts).equals(Optional.of(part)));
        }).toList();
    }

    private boolean isByTheseTests(Part part) {
        return stamps.get(Records.named(part)).equals(before.stamps().get(Records.named(part)));
    }

    static List<Part> parts(Exercise exercise) throws IOException {
        return Part.of(exercise.solution(), exercise.tests().stream().map(test -> SourceText.className(test)).toList());
    }

    private Part part(Path folder) throws IOException {
        for (var source : Folders.javaFiles(folder)) {
            var part = Part.of(source, parts);
            if (part.isPresent()) {
                return part.get();
            }
        }
        throw new IOException("Nothing in %s is in the place of one of the solution's classes that have tests".formatted(folder));
    }

    private static Form form(List<Path> sources, Part part) throws IOException {
        var texts = new ArrayList<String>();
        for (var source : sources) {
            if (part.has(source)) {
                texts.add(Files.readString(source, StandardCharsets.UTF_8));
            }
        }
        return Form.of(texts);
    }

    /** What doesn't change with a comment, or another line break. */
    static String stamp(Collection<Path> sources) throws IOException {
        var texts = new StringBuilder();
        for (var source : sources) {
            texts.append(SPACE.matcher(JavaText.withoutComments(Files.readString(source, StandardCharsets.UTF_8))).replaceAll(""));
        }
        return Shipped.checksum(texts.toString());
    }

    /** The pitfalls whose behaviour has to be found out: they, or the tests, are others than they were. */
    public List<Path> toJudge() throws IOException {
        var todo = new ArrayList<Path>();
        for (var pitfall : exercise.pitfalls()) {
            var known = recorded(pitfall);
            if (known.isEmpty() || known.get().behaviour().isNone() || !isByTheseTests(part(pitfall)) || !known.get().stamp().equals(stamp(Folders.javaFiles(pitfall)))) {
                todo.add(pitfall);
            }
        }
        return todo;
    }

    private Optional<Records.Wrong> recorded(Path pitfall) {
        return before.wrong(pitfall.getFileName().toString());
    }

    /**
     * Writes the file. What is given for a pitfall are verdicts on it; of others what was known is kept.
     *
     * @param solution a verdict on the solution, which tells of all tests; null if nothing was judged
     */
    public void write(Verdict solution, Map<Path, ? extends Collection<Verdict>> verdicts) throws IOException {
        var tests = solution == null ? before.tests() : solution.tests().stream().map(TestResult::test).distinct().toList();
        Folders.replace(Records.file(exercise), now(tests, verdicts).text(exercise.number()).getBytes(StandardCharsets.UTF_8));
    }

    private Records now(List<String> tests, Map<Path, ? extends Collection<Verdict>> verdicts) throws IOException {
        var wrong = new ArrayList<Records.Wrong>();
        for (var pitfall : exercise.pitfalls()) {
            var part = part(pitfall);
            var stamp = stamp(Folders.javaFiles(pitfall));
            var runs = new ArrayList<Behaviour>();
            if (verdicts.containsKey(pitfall)) {
                verdicts.get(pitfall).forEach(verdict -> runs.add(Behaviour.of(verdict, test -> Part.about(test, parts).equals(Optional.of(part)), tests)));
                // What depended on who came first does so in the same code, whatever these few runs were like.
                recorded(pitfall).filter(known -> known.stamp().equals(stamp)).map(known -> known.behaviour().onlyVarying(tests)).ifPresent(runs::add);
            } else {
                recorded(pitfall).map(Records.Wrong::behaviour).ifPresent(runs::add);
            }
            wrong.add(new Records.Wrong(pitfall.getFileName().toString(), part, stamp, Behaviour.in(runs), form(Folders.javaFiles(pitfall), part)));
        }
        return new Records(stamps, tests, right, wrong);
    }

    /** In what the file isn't up to date, and what to do, in words that go on after its name; nothing if it is. */
    public Optional<String> stale() throws IOException {
        var file = Records.file(exercise);
        var what = new ArrayList<String>();
        if (!Files.exists(file)) {
            what.add("is not there");
        } else {
            parts.stream().filter(part -> !isByTheseTests(part)).forEach(part -> what.add(part.equals(Part.ALL) ? "is by other tests than those that there are now"
                    : "is by other tests of %s than those that there are now".formatted(part.name())));
        }
        if (what.isEmpty()) {
            toJudge().stream().limit(3).forEach(pitfall -> what.add((recorded(pitfall).isEmpty() ? "lacks " : "has another state of ") + pitfall.getFileName()));
            // Of what was changed, nothing else, such as a pitfall that is gone, or how forms are read.
            if (what.isEmpty() && !now(before.tests(), Map.of()).text(exercise.number()).equals(Files.readString(file, StandardCharsets.UTF_8))) {
                what.add("is not what comes of the answers that there are now");
            }
        }
        return what.isEmpty() ? Optional.empty() : Optional.of("%s %s. Write it anew: ./workshop verify --rewrite --module %s"
                .formatted(exercise.root().relativize(file), String.join(", ", what), exercise.number()));
    }

    /** Whether a pitfall is recorded to fail in this test: in some runs at least. */
    public boolean knows(Path pitfall, Collection<TestResult> failures) {
        return recorded(pitfall).map(Records.Wrong::behaviour).filter(known -> failures.stream().anyMatch(failure ->
                known.failed().containsKey(failure.test()) || known.varying().contains(failure.test()) || known.unknown().contains(failure.test()))).isPresent();
    }
}
