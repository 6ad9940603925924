package structured.coach.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests among freshly compiled classes, in a class loader that is forgotten afterwards. */
final class TestRun implements TestExecutionListener {

    /** Defines the learner's classes and the tests; everything else comes from the worker's own class path. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(TestRun.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        /** Tests read class files, too: their own, for the order of its methods, and the learner's. */
        @Override
        public InputStream getResourceAsStream(String name) {
            var bytes = classes.get(name.replaceFirst("\\.class$", "").replace('/', '.'));
            return name.endsWith(".class") && bytes != null ? new ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
        }
    }

    /** A test that passes, to be run while there is nothing better to do. */
    static final class Rehearsed {
        @Test
        void passes() {
            assertThat(1).as("one").isEqualTo(1);
        }
    }

    private static final Launcher LAUNCHER = LauncherFactory.create();

    private final Consumer<Message> tell;
    private TestPlan plan;

    private TestRun(Consumer<Message> tell) {
        this.tell = tell;
    }

    /** Runs a test of its own once, so that what a run needs is loaded by the time it is wanted. */
    static void rehearse() {
        LAUNCHER.execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Rehearsed.class)).build());
    }

    /** Runs all tests, or only that whose display name is {@code only} if that isn't null. */
    static void run(Map<String, byte[]> classes, String only, Consumer<Message> tell) throws ClassNotFoundException {
        var loader = new Loader(classes);
        var tests = new ArrayList<Class<?>>();
        for (var name : classes.keySet().stream().filter(name -> name.endsWith("Test")).sorted().toList()) {
            // Not initialised here: a static initialiser may do anything, and belongs to the test that needs it.
            tests.add(Class.forName(name, false, loader));
        }
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            LAUNCHER.execute(LauncherDiscoveryRequestBuilder.request()
                    .selectors(tests.stream().map(test -> selectClass(test)).toList())
                    .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(only == null || only.equals(test.getDisplayName())))
                    // Whatever a junit-platform.properties on the class path says: one test after another.
                    .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                    .configurationParameters(orderOf(classes.keySet()))
                    .build(), new TestRun(tell));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Where there are several test classes, a module's own orderer knows the order of its steps. */
    private static Map<String, String> orderOf(Set<String> classes) {
        return classes.stream().filter(name -> name.endsWith(".Steps")).findFirst()
                .map(steps -> Map.of("junit.jupiter.testclass.order.default", steps)).orElse(Map.of());
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            tell.accept(new Message.Started(result(test, false, "It did not come to an end.", List.of())));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        // A container that fails (a class that can't be initialised, say) counts as a test that fails.
        if (test.isTest() || failed) {
            var failure = result.getThrowable().orElse(null);
            tell.accept(new Message.Finished(result(test, !failed, messageOf(failure), framesOf(failure))));
        }
    }

    private Message.TestResult result(TestIdentifier test, boolean passed, String message, List<String> frames) {
        return new Message.TestResult(nameOf(test), sentenceOf(test), stepOf(test), passed, message, frames);
    }

    private static String messageOf(Throwable failure) {
        return failure == null ? null : Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
    }

    private static String nameOf(TestIdentifier test) {
        return switch (test.getSource().orElse(null)) {
            case MethodSource method -> simple(method.getClassName()) + "." + method.getMethodName();
            case ClassSource type -> simple(type.getClassName());
            case null, default -> test.getDisplayName();
        };
    }

    /** An invocation of a parameterized test is known by the sentence of its method, and what it adds to that. */
    private String sentenceOf(TestIdentifier test) {
        var method = plan.getParent(test).filter(parent -> parent.getSource().orElse(null) instanceof MethodSource);
        return method.map(parent -> parent.getDisplayName() + ": ").orElse("") + test.getDisplayName();
    }

    private static int stepOf(TestIdentifier test) {
        return test.getTags().stream().map(tag -> tag.getName()).filter(tag -> tag.matches("step-\\d+"))
                .map(tag -> Integer.valueOf(tag.substring("step-".length()))).findFirst().orElse(0);
    }

    private static List<String> framesOf(Throwable failure) {
        // Five causes at most: they may go round in a circle.
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(5)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(Frames::isLearners).map(StackTraceElement::toString).distinct().limit(20).toList();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
