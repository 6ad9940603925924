package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;
import static structured.coach.verify.Check.Finding.fallsShort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import structured.coach.judge.Code;
import structured.coach.judge.Question;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.RedAt;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verify.Check.Finding;
import structured.coach.verify.Check.Kind;

/** What is noted of the tests that each pitfall is red at: whether it is about the pitfalls that there are, and how it is found out. */
final class Reds {

    private final Exercise exercise;
    private final List<Pitfall> pitfalls;
    private final Map<Pitfall, Verdict> verdicts = new ConcurrentHashMap<>();

    private Reds(Exercise exercise) throws IOException {
        this.exercise = exercise;
        pitfalls = Pitfall.of(exercise);
    }

    /** Those of these exercises. */
    static List<Reds> of(List<Exercise> exercises) throws IOException {
        var all = new ArrayList<Reds>();
        for (var exercise : exercises) {
            all.add(new Reds(exercise));
        }
        return all;
    }

    /** Something is noted of each pitfall, in the form that it has now, and nothing of any other. Whether it is true takes minutes to find out. */
    static Check ofPitfalls(Exercise exercise) {
        return new Check(exercise.name(), Kind.TESTS, "that its pitfalls are red at", judge -> noted(exercise));
    }

    private static Finding noted(Exercise exercise) throws IOException {
        var redAt = RedAt.of(exercise);
        var wrong = new TreeSet<>(redAt.names());
        for (var pitfall : Pitfall.of(exercise)) {
            wrong.remove(pitfall.name());
            if (redAt.of(pitfall).filter(tests -> tests.containsAll(pitfall.tests())).isEmpty()) {
                wrong.add(pitfall.name());
            }
        }
        return wrong.isEmpty() ? TRUE : fallsShort("are noted of other code than there is now, of %s: make %s again by ./workshop verify --rewrite --module %s",
                String.join(", ", wrong), exercise.root().relativize(RedAt.file(exercise)), exercise.number());
    }

    /** Each pitfall's verdict, by all tests. */
    List<Check> toFindOut() {
        return pitfalls.stream().map(pitfall -> new Check(exercise.name(), Kind.PITFALL, pitfall.name(),
                judge -> found(pitfall, judge.judge(Question.of(Code.of(exercise, exercise.solutionWith(pitfall.folder()))))))).toList();
    }

    /** Takes its verdict. */
    Finding found(Pitfall pitfall, Verdict verdict) {
        return switch (verdict.status()) {
            case RED, HUNG, CRASHED -> {
                verdicts.put(pitfall, verdict);
                yield TRUE;
            }
            case GREEN, AMBER, UNJUDGED -> fallsShort("is %s, and nothing was noted of it. %s", verdict.status(), verdict.sentence());
        };
    }

    /** Writes down what was found. */
    static void write(List<Reds> all) throws IOException {
        for (var reds : all) {
            reds.write();
        }
    }

    /** Of one that hangs, what would have come after that counts as red: nobody knows. */
    private void write() throws IOException {
        Set<String> all = new HashSet<>();
        verdicts.values().forEach(verdict -> all.addAll(names(verdict, true)));
        pitfalls.forEach(pitfall -> all.addAll(pitfall.tests()));
        var redAt = RedAt.of(exercise);
        redAt.keepOnly(pitfalls.stream().map(Pitfall::name).collect(Collectors.toSet()));
        for (var found : verdicts.entrySet()) {
            var red = new TreeSet<>(all);
            red.removeAll(names(found.getValue(), true));
            // Several classes of one exercise may have a test of this name.
            red.addAll(names(found.getValue(), false).stream().filter(all::contains).toList());
            red.addAll(found.getKey().tests());
            // What it was red at once it may be red at again: some depends on who comes first.
            redAt.of(found.getKey()).ifPresent(before -> before.stream().filter(all::contains).forEach(red::add));
            redAt.put(found.getKey(), red);
        }
        redAt.write(exercise);
    }

    private static Set<String> names(Verdict verdict, boolean passed) {
        return verdict.tests().stream().filter(test -> passed ? test.passed() : test.failed()).map(TestResult::name).collect(Collectors.toSet());
    }
}
