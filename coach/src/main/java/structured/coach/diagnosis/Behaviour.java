package structured.coach.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/**
 * What the tests say of code: which of them fail, and how.
 *
 * @param failed each test that fails in every run, with the {@link Shape} of its message; an empty one, if that was not the same in each
 * @param varying tests that fail in some runs
 * @param unknown tests that never came to their turn, since the run had hung before
 */
record Behaviour(SortedMap<String, String> failed, SortedSet<String> varying, SortedSet<String> unknown) {

    /** In the place of a test, where none has failed and the code is wrong all the same. */
    static final String NO_TEST = "-";

    private static final String PASSED = "passed";

    /** Whether nobody has looked yet. */
    boolean isNone() {
        return failed.isEmpty() && varying.isEmpty() && unknown.isEmpty();
    }

    /** In one run, of those tests that are of interest; {@code all} are those that there are. */
    static Behaviour of(Verdict verdict, Predicate<String> interesting, List<String> all) {
        var failed = new TreeMap<String, String>();
        var unknown = new TreeSet<String>();
        for (var test : verdict.tests()) {
            if (!interesting.test(test.test())) {
                continue;
            }
            if (test.outcome() == Outcome.UNEXPLORED) {
                unknown.add(test.test());
            } else if (!test.passed()) {
                // Of a test with several inputs, the first that fails.
                failed.putIfAbsent(test.test(), Shape.of(test));
            }
        }
        // Where a run has hung, those that would have come after that.
        var known = verdict.tests().stream().map(TestResult::test).toList();
        all.stream().filter(interesting).filter(test -> !known.contains(test)).forEach(unknown::add);
        if (failed.isEmpty() && verdict.tests().stream().allMatch(TestResult::passed) && verdict.status() != Status.GREEN) {
            failed.put(NO_TEST, Shape.of(verdict.sentence()));
        }
        return new Behaviour(failed, new TreeSet<>(), unknown);
    }

    /** As from a run of which nothing is known but that: of these tests, which there are now, those that fail in some runs. */
    Behaviour onlyVarying(List<String> tests) {
        var still = new TreeSet<>(varying);
        still.retainAll(tests);
        var unseen = new TreeSet<>(tests);
        unseen.removeAll(still);
        return new Behaviour(new TreeMap<>(), still, unseen);
    }

    /** What was the same in several runs, and what was not. */
    static Behaviour in(List<Behaviour> runs) {
        var failed = new TreeMap<String, String>();
        var varying = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        var tests = new TreeSet<String>();
        runs.forEach(run -> {
            tests.addAll(run.failed.keySet());
            tests.addAll(run.varying);
            tests.addAll(run.unknown);
        });
        for (var test : tests) {
            var seen = new ArrayList<String>();
            runs.stream().filter(run -> !run.unknown.contains(test)).forEach(run -> seen.add(run.failed.getOrDefault(test, PASSED)));
            if (seen.isEmpty()) {
                unknown.add(test);
            } else if (seen.contains(PASSED) || runs.stream().anyMatch(run -> run.varying.contains(test))) {
                if (seen.stream().anyMatch(it -> !it.equals(PASSED)) || runs.stream().anyMatch(run -> run.varying.contains(test))) {
                    varying.add(test);
                }
            } else {
                failed.put(test, seen.stream().distinct().count() == 1 ? seen.getFirst() : "");
            }
        }
        return new Behaviour(failed, varying, unknown);
    }
}
