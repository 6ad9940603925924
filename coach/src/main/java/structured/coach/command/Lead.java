package structured.coach.command;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import structured.coach.judge.Judged;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Shipped;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict.Status;

/**
 * What of a verdict leads, and so is told in full: where a learner asks for a step, that step; otherwise the class that was saved last.
 * A class that is as shipped, while others aren't, is not begun: it never leads.
 *
 * @param failure the failure to look at first, if there is one
 * @param asked the step that the learner asked for, or 0
 * @param notBegun steps of classes that are as shipped, beside others
 * @param toBegin the step to read where nothing that was begun fails, or 0
 */
public record Lead(Optional<TestResult> failure, int asked, Set<Integer> notBegun, int toBegin) {

    /** Files that were saved within so many milliseconds were saved together: nobody writes two classes in that time. */
    private static final long TOGETHER = 2000;

    /** What leads, if nobody has asked for a step. */
    public static Lead of(Judged judged) {
        return of(judged, 0);
    }

    /** What leads, if this step was asked for; 0 is none. */
    public static Lead of(Judged judged, int asked) {
        var classes = classes(judged);
        // A class alone is the exercise: before it is begun, its first step is what there is to look at.
        var shipped = classes.size() < 2 ? Map.<String, Source>of() : asShipped(judged, classes);
        var tests = judged.verdict().tests();
        var begun = tests.stream().filter(test -> classOf(test, classes).filter(shipped::containsKey).isEmpty()).toList();
        var stepsBegun = begun.stream().map(TestResult::step).collect(Collectors.toSet());
        var notBegun = tests.stream().map(TestResult::step).filter(step -> !stepsBegun.contains(step)).collect(Collectors.toSet());
        var isNothingBegun = shipped.size() == classes.size();
        var failure = asked > 0 ? TestResult.firstFailure(tests.stream().filter(test -> test.step() == asked).toList())
                // Where there is one class, all tests are about it, whatever they are called.
                : isNothingBegun || classes.size() < 2 ? TestResult.firstFailure(tests)
                : TestResult.firstFailure(savedLast(begun, classes)).or(() -> TestResult.firstFailure(begun));
        failure.ifPresent(it -> notBegun.remove(it.step()));
        var toBegin = failure.isPresent() || asked > 0 ? Optional.<Integer>empty() : notBegun.stream().min(Comparator.naturalOrder());
        return new Lead(failure, asked, Set.copyOf(notBegun), toBegin.orElse(0));
    }

    /** The learner's classes that came as something to write, by their names. Ports came as nothing. */
    private static Map<String, Source> classes(Judged judged) {
        return judged.exercise().isPort() ? Map.of() : judged.sources().main().stream()
                .filter(source -> Shipped.isToWrite(judged.exercise(), source.path()))
                .collect(Collectors.toMap(source -> SourceText.className(source.path()), source -> source, (one, other) -> one));
    }

    private static Map<String, Source> asShipped(Judged judged, Map<String, Source> classes) {
        var shipped = new HashMap<String, Source>();
        classes.forEach((name, source) -> {
            if (source instanceof Source.Read read && Shipped.isAsShipped(judged.exercise(), read.path(), read.ascii())) {
                shipped.put(name, source);
            }
        });
        return shipped;
    }

    /** The class that a test is about: its name begins with that, as in RaceTest and LimitWaitingTest. */
    private static Optional<String> classOf(TestResult test, Map<String, Source> classes) {
        return classes.keySet().stream().filter(test.test()::startsWith).max(Comparator.comparing(String::length));
    }

    /** The tests of the class that was saved last, or of several that were saved together. */
    private static List<TestResult> savedLast(List<TestResult> begun, Map<String, Source> classes) {
        var times = begun.stream().flatMap(test -> classOf(test, classes).stream()).distinct()
                .collect(Collectors.toMap(name -> name, name -> SourceText.savedAt(classes.get(name).path())));
        var last = times.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        return begun.stream().filter(test -> classOf(test, classes).filter(name -> times.get(name) >= last - TOGETHER).isPresent()).toList();
    }

    /** The verdict on the step that was asked for; without one, on all. */
    public Status status(Judged judged) {
        var verdict = judged.verdict();
        var tests = testsAsked(judged);
        return asked > 0 && verdict.status() == Status.RED && !tests.isEmpty() && tests.stream().noneMatch(TestResult::failed)
                ? Status.GREEN : verdict.status();
    }

    /** Whether the exercise's own verdict is shown, and not that of a step of it. */
    public boolean isAllOf(Judged judged) {
        return status(judged) == judged.verdict().status();
    }

    /** The step to be at: the one that was asked for, or that of the failure, or the one to begin; 0 if there is none. */
    public int step() {
        return asked > 0 ? asked : failure.map(TestResult::step).orElse(toBegin);
    }

    /** The tests of the step that was asked for. */
    List<TestResult> testsAsked(Judged judged) {
        return judged.verdict().tests().stream().filter(test -> test.step() == asked).toList();
    }
}
