package structured.coach.timeline;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import structured.coach.machine.Launch;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** Runs a single test in a JVM of its own, which is recorded. */
final class TestMain implements TestExecutionListener {

    private static final Wording SAY = Wording.of(TestMain.class);

    private boolean failed;

    private TestMain() {}

    /** Takes a class and one of its methods. It exits with 1 if that failed: a test may leave threads behind. */
    public static void main(String[] args) {
        // What that prints stands among what the coach says.
        Language.choose(Language.of(Map.of("LC_ALL", Launch.here().locale()), Locale.ROOT));
        Inside.start();
        var run = new TestMain();
        var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(args[0]))
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(!(test.getSource().orElse(null) instanceof MethodSource method)
                        || method.getMethodName().equals(args[1]))).build();
        LauncherFactory.create().execute(request, run);
        System.exit(run.failed ? 1 : 0);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != Status.SUCCESSFUL) {
            failed |= result.getStatus() == Status.FAILED;
            result.getThrowable().ifPresent(thrown -> System.out.println(thrown.getMessage()));
        } else if (test.isTest()) {
            System.out.println(SAY.of("test.passed"));
        }
    }
}
