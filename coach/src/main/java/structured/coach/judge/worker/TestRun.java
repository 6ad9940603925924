package structured.coach.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.words.Wording;

/**
 * Runs the tests among freshly compiled classes, in a class loader that is forgotten afterwards. JUnit goes on without a
 * word if a listener throws, so what is learners' in a result is asked for with care (by {@link Told}), and tests are counted.
 */
final class TestRun implements TestExecutionListener {

    private static final Wording SAY = Wording.of(TestRun.class);

    /** A test that passes, to be run while there is nothing better to do. */
    static final class Rehearsed {
        @Test
        void passes() {
            assertThat(1).as("one").isEqualTo(1);
        }
    }

    private static final Launcher LAUNCHER = LauncherFactory.create();

    private final Frames frames;
    private final Consumer<Answer> tell;
    private Told told;

    /** How many tests there are to be run. */
    private int tests;

    /** Why there can be no verdict, if that has turned out. */
    private String trouble;

    private TestRun(Frames frames, Consumer<Answer> tell) {
        this.frames = frames;
        this.tell = tell;
    }

    /** Runs a test of its own once, so that what a run needs is loaded by the time it is wanted. */
    static void rehearse() {
        LAUNCHER.execute(LAUNCHER.discover(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Rehearsed.class)).build()));
    }

    /**
     * Runs these tests.
     *
     * @return how many there were to be run
     * @throws IOException if something is wrong with this machine, so that the tests could not do what they do
     */
    static int run(Classes classes, List<Path> resources, Selection selection, Consumer<Answer> tell) throws ClassNotFoundException, IOException {
        var loader = new Loader(classes, resources);
        var run = new TestRun(classes.frames(), tell);
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            var plans = new ArrayList<TestPlan>();
            for (var part : selection.partsOf(classes)) {
                plans.add(discover(part, selection, loader));
            }
            // Of all parts, before the first test is told of.
            run.tests = (int) plans.stream().mapToLong(plan -> plan.countTestIdentifiers(TestIdentifier::isTest)).sum();
            plans.forEach(plan -> LAUNCHER.execute(plan, run));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        if (run.trouble != null) {
            throw new IOException(run.trouble);
        }
        return run.tests;
    }

    private static TestPlan discover(List<String> names, Selection selection, Loader loader) throws ClassNotFoundException {
        var tests = new ArrayList<Class<?>>();
        for (var name : names) {
            // Not initialised here: a static initialiser may do anything, and belongs to the test that needs it.
            tests.add(Class.forName(name, false, loader));
        }
        return LAUNCHER.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream().map(test -> selectClass(test)).toList())
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(selection.has(test.getDisplayName())))
                // Whatever a junit-platform.properties among the module's resources says: one test after another.
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build());
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        told = new Told(plan, frames);
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        tests += test.isTest() ? 1 : 0;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            tell.accept(new Answer.Started(told.result(test, Outcome.FAILED, SAY.of("test.not-ended"), List.of()), tests));
        }
    }

    /** Nobody leaves out a test of ours: what was not tried has not passed. */
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        tell.accept(new Answer.Finished(told.result(test, Outcome.FAILED, SAY.of("test.left-out", reason), List.of())));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var failure = result.getThrowable().orElse(null);
        var passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (!test.isTest() && failure instanceof IOException && !told.isLearners(failure)) {
            // Steps looks for threads, and needs a file for that.
            trouble = told.messageOf(failure);
        } else if (test.isTest() || !passed) {
            // A container that fails (a class that can't be initialised, say) counts as a test that fails.
            var outcome = passed ? Outcome.PASSED : test.isTest() && told.isUnexplored(failure) ? Outcome.UNEXPLORED : Outcome.FAILED;
            tell.accept(new Answer.Finished(told.result(test, outcome, told.messageOf(failure), told.framesOf(failure))));
        }
    }

    /** The result of a run that ended before its tests had, by an error out of them that JUnit doesn't catch. */
    static TestResult ended(Throwable error) {
        return new TestResult("the run", SAY.of("run"), 0, Outcome.FAILED, SAY.of("run.ended", error.getClass().getName()), List.of());
    }
}
