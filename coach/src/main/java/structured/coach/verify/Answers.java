package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;
import static structured.coach.verify.Check.Finding.fallsShort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import structured.coach.diagnosis.Recording;
import structured.coach.judge.Code;
import structured.coach.judge.Judge;
import structured.coach.judge.Question;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.verify.Check.Finding;
import structured.coach.verify.Check.Kind;

/** Right and wrong answers to an exercise, and what its tests have to say of each. */
final class Answers {

    /** How many a property of right code is tried in: ten times what a learner's is. */
    static final int SCHEDULES = 1000;

    /** How often a pitfall that was missed once has to be caught when nothing is judged beside it. */
    private static final int TIMES_ALONE = 5;

    private Answers() {}

    /** All tests have to pass. */
    static Check green(Exercise exercise, Kind kind, String name, List<Path> sources) {
        return new Check(exercise.name(), kind, name, judge -> green(judge.judge(Question.of(Code.of(exercise, sources)).inSchedules(SCHEDULES))));
    }

    /** All tests have to pass that an alternative can change: it is the solution, but for its own classes. */
    static Check green(Exercise exercise, Path alternative) throws IOException {
        var main = exercise.solutionWith(alternative);
        var others = main.stream().filter(file -> !file.startsWith(alternative)).map(SourceText::className).toList();
        var own = main.stream().filter(file -> file.startsWith(alternative)).map(SourceText::className).toList();
        // BatchesTest and BatchesSchedulesTest are about Batches, and so not about an alternative to Limit.
        var tests = exercise.tests().stream()
                .filter(test -> isAbout(SourceText.className(test), own) || !isAbout(SourceText.className(test), others)).toList();
        return new Check(exercise.name(), Kind.ALTERNATIVE, alternative.getFileName().toString(),
                judge -> green(judge.judge(Question.of(Code.of(main, tests, exercise.resources())).inSchedules(SCHEDULES))));
    }

    /** All tests have to pass of each alternative. */
    static List<Check> alternatives(Exercise exercise) throws IOException {
        var checks = new ArrayList<Check>();
        for (var alternative : exercise.alternatives()) {
            checks.add(green(exercise, alternative));
        }
        return checks;
    }

    private static boolean isAbout(String test, List<String> classes) {
        return test.endsWith("Test") && classes.stream().anyMatch(test::startsWith);
    }

    /** Whether a verdict is green, and everything was tried. */
    static Finding green(Verdict verdict) {
        if (verdict.status() != Status.GREEN) {
            return Strain.now().of(verdict);
        }
        // Where it can be, whoever maintains this wants everything tried.
        return isAlone() || verdict.unexplored().isEmpty() ? TRUE : fallsShort("%s", verdict.unexplored().stream()
                .map(test -> "could not be explored by \"%s\": %s".formatted(test.name(), test.message())).collect(Collectors.joining("; ")));
    }

    /** On a single processor two threads never meet by themselves: what catches a race there is a schedule. */
    static boolean isAlone() {
        return Runtime.getRuntime().availableProcessors() == 1;
    }

    /** The Java of the pages in docs has to do what its tests say. Of no exercise, this has no row in the table. */
    static Check ofDocs(Tutorial tutorial) throws IOException {
        // One of them asks a database.
        var code = Code.of(List.of(), tutorial.testsOfDocs(), List.of(tutorial.root().resolve("coach/target/docs/h2.jar")));
        return new Check("docs", Kind.TESTS, "of what the pages say", judge -> green(judge.judge(Question.of(code))));
    }

    /** Each test that the pitfall itself names has to fail. */
    static Check caught(Pitfall pitfall, Sights sights, Recording recording) throws IOException {
        var exercise = pitfall.exercise();
        var sources = exercise.solutionWith(pitfall.folder());
        var classes = classesOf(pitfall);
        return new Check(exercise.name(), Kind.PITFALL, pitfall.name(), judge -> {
            var expected = isAlone() && !pitfall.bySchedule().isEmpty() ? pitfall.bySchedule() : pitfall.tests();
            var whole = sights.of(exercise, pitfall.folder(), judge);
            var missed = new ArrayList<String>();
            for (var test : expected) {
                if (whole.filter(verdict -> failed(verdict, classes, test)).isPresent()) {
                    continue;
                }
                // Only that test: what the others say of a wrong answer is of no matter here, and takes its time.
                var verdict = judge.judge(Question.of(Code.of(exercise, sources)).only(test));
                if (!failed(verdict, classes, test)) {
                    missed.add(test);
                } else if (!isRecorded(verdict, pitfall, recording)) {
                    return unrecorded(pitfall, test);
                }
            }
            return expected.isEmpty() ? fallsShort("does not say which test catches it (\"// Caught by: ...\")")
                    : missed.isEmpty() ? TRUE : new Finding.Doubt(alone -> caughtAtLast(pitfall, missed, recording, alone));
        });
    }

    /** Luck may have had a machine that other judges keep busy. When they are done, each of these tests has to fail, time after time. */
    private static Finding caughtAtLast(Pitfall pitfall, List<String> tests, Recording recording, Judge judge) throws IOException, InterruptedException {
        var exercise = pitfall.exercise();
        var classes = classesOf(pitfall);
        for (var test : tests) {
            var question = Question.of(Code.of(exercise, exercise.solutionWith(pitfall.folder()))).only(test);
            for (int i = 0; i < TIMES_ALONE; i++) {
                var verdict = judge.judge(question);
                if (!failed(verdict, classes, test)) {
                    return fallsShort("is %s, and not caught by \"%s\". %s", verdict.status(), test, verdict.sentence());
                }
                if (!isRecorded(verdict, pitfall, recording)) {
                    return unrecorded(pitfall, test);
                }
            }
        }
        return new Finding.AtLast("was not caught at first, by luck, and was when it was judged alone, %d times, by \"%s\""
                .formatted(TIMES_ALONE, String.join("\" and \"", tests)));
    }

    private static List<String> classesOf(Pitfall pitfall) throws IOException {
        return pitfall.sources().stream().map(SourceText::className).toList();
    }

    /** Whether this test of the pitfall's own class failed: where each class has one of that name, what the others say is their business, or luck. */
    private static boolean failed(Verdict verdict, List<String> classes, String sentence) {
        var called = verdict.tests().stream().filter(test -> test.isCalled(sentence)).toList();
        var about = called.stream().filter(test -> classes.stream().anyMatch(test.test()::startsWith)).toList();
        return (about.isEmpty() ? called : about).stream().anyMatch(TestResult::failed);
    }

    private static boolean isRecorded(Verdict verdict, Pitfall pitfall, Recording recording) {
        return recording.knows(pitfall.folder(), verdict.tests().stream().filter(TestResult::failed).toList());
    }

    private static Finding unrecorded(Pitfall pitfall, String test) {
        return fallsShort("fails in \"%s\", and behaviours.txt doesn't know of that. Write it anew: %s", test, Behaviours.command(pitfall.exercise()));
    }

    /** A line that says how many pitfalls are caught by a test that makes the order of steps, and so every time. */
    static Optional<String> bySchedule(List<Exercise> exercises) throws IOException {
        var count = 0;
        for (var exercise : exercises) {
            for (var pitfall : Pitfall.of(exercise)) {
                count += pitfall.bySchedule().isEmpty() ? 0 : 1;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of("%d of the pitfalls are caught by schedule, too.".formatted(count));
    }

    /** What learners get has to compile, and to fail in every test class. */
    static Check red(Exercise exercise, List<Path> sources) {
        return new Check(exercise.name(), Kind.SHIPPED, "the exercise as shipped", judge -> {
            var verdict = judge.judge(Question.of(Code.of(exercise, sources)));
            if (verdict.status() != Status.RED) {
                return Strain.now().of(verdict);
            }
            for (var test : exercise.tests()) {
                var name = SourceText.className(test);
                if (name.endsWith("Test") && verdict.tests().stream()
                        .noneMatch(result -> result.failed() && result.test().startsWith(name + "."))) {
                    return fallsShort("has no failing test in %s", name);
                }
            }
            return TRUE;
        });
    }

    /** A verdict for two checks: whichever comes first has it judged. */
    private static final class OfTheSolution {
        private final ReentrantLock judging = new ReentrantLock();

        /** Guarded by the lock. */
        private Verdict verdict;

        Verdict with(Judge judge, Exercise exercise) throws IOException, InterruptedException {
            judging.lockInterruptibly();
            try {
                verdict = verdict != null ? verdict : judge.judge(Question.of(Code.of(exercise, exercise.solution())).inSchedules(SCHEDULES));
                return verdict;
            } finally {
                judging.unlock();
            }
        }
    }

    /**
     * The solution has to pass all tests. And each test has to be named by a pitfall: a test that catches nothing would not
     * be missed.
     */
    static List<Check> greenAndEachTestNamed(Exercise exercise) {
        var ofTheSolution = new OfTheSolution();
        var green = new Check(exercise.name(), Kind.SOLUTION, "the solution", judge -> green(ofTheSolution.with(judge, exercise)));
        var named = new Check(exercise.name(), Kind.TESTS, "the tests", judge -> {
            var caught = new HashSet<String>();
            for (var pitfall : Pitfall.of(exercise)) {
                caught.addAll(pitfall.tests());
            }
            var unnamed = ofTheSolution.with(judge, exercise).tests().stream().filter(test -> caught.stream().noneMatch(test::isCalled)).toList();
            return unnamed.isEmpty() ? TRUE : fallsShort("%s", unnamed.stream()
                    .map(test -> "\"" + test.name() + "\" catches no pitfall").collect(Collectors.joining("; ")));
        });
        return List.of(green, named);
    }
}
