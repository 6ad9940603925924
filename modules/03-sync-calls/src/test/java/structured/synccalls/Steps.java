package structured.synccalls;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Ties the tests to the lesson: runs them in the order of its steps, and makes each failure say what happened,
 * at which line of yours, and which step to read. At the end it looks for threads that were left behind.
 * Every module has a copy, so that it can be read alone.
 */
final class Steps implements MethodOrderer, TestExecutionExceptionHandler, BeforeAllCallback, AfterAllCallback {

    private static final String PACKAGE = Steps.class.getPackageName() + ".";

    private Set<Thread> threadsBefore;
    private boolean failed;

    @Override
    public void orderMethods(MethodOrdererContext tests) {
        tests.getMethodDescriptors().sort(Comparator.comparing(test -> test.findAnnotation(Tag.class).get().value()));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) {
        failed = true;
        var whatHappened = switch (failure) {
            case AssertionError assertion -> assertion.getMessage();
            case TimeoutException e when e.getCause() != null -> "The call never came back: it was given up after 5 seconds.";
            case IllegalStateException e when String.valueOf(e.getMessage()).startsWith("Owner did not join") ->
                    "It left its scope before anyone had waited, by a join, for what was forked: " + e;
            case StructureViolationException e -> "It forked under other bindings than those that it opened its scope under: " + e;
            default -> "It threw " + failure;
        };
        var step = test.getTags().iterator().next().replace('-', ' ');
        var explained = new AssertionError("%s%n%s    See %s in README.md.".formatted(whatHappened, where(failure), step), failure);
        explained.setStackTrace(failure.getStackTrace());
        throw explained;
    }

    /** The innermost line of yours in a failure's stack, or in that of the thread which was given up. */
    private static String where(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(5)
                .flatMap(e -> Arrays.stream(e.getStackTrace()))
                .filter(frame -> isYours(frame.toString()))
                .findFirst().map("    at %s%n"::formatted).orElse("");
    }

    private static boolean isYours(String frame) {
        return frame.contains(PACKAGE) && !frame.matches(".*\\((\\w+Test|Steps|Trial)\\.java:.*");
    }

    /**
     * Holds a cancelled task until the caller is in its scope's close, and so can't leave before the task ends. A caller
     * that goes elsewhere has half a second to show that it leaves.
     */
    static void holdUntilClose(Thread caller) {
        for (var end = System.nanoTime() + 500_000_000; System.nanoTime() < end && !isInClose(caller); ) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** What a task may throw, one of each kind: an exception that has to be declared, one that has not, and an Error. */
    static List<Throwable> kindsOfFailures() {
        return List.of(new IOException("disk full"), new IllegalStateException("closed"), new AssertionError("two and two"));
    }

    /** A task that throws this, be it an Error. */
    static <T> Callable<T> throwing(Throwable thrown) {
        return () -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        };
    }

    /** What a call reports of a task that throws this: the cause of the ExecutionException that it has to end with. */
    static Throwable reportOf(Throwable thrown, Callable<?> call) throws Exception {
        Object result;
        try {
            result = call.call();
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Throwable e) {
            if (e != thrown) {
                throw e;
            }
            throw new AssertionError(
                    "A task threw %s, and the call threw it as it is, not in an ExecutionException.".formatted(thrown), e);
        }
        throw new AssertionError("A task threw %s, and the call returned: %s".formatted(thrown, result));
    }

    private static boolean isInClose(Thread caller) {
        return Arrays.stream(caller.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("close") && frame.getClassName().contains("StructuredTaskScope"));
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        threadsBefore = Thread.getAllStackTraces().keySet();
    }

    /** Fails when the tests have passed and a thread goes on that they have led to; it has a second to end. */
    @Override
    public void afterAll(ExtensionContext tests) throws IOException, InterruptedException {
        var left = failed ? List.of() : leftBehind();
        for (int i = 0; i < 20 && !left.isEmpty(); i++) {
            Thread.sleep(50);
            left = leftBehind();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("The tests are over, and threads that your code has started are not: " + left);
        }
    }

    /** Threads that keep the JVM from ending, and places in your code where any thread is, virtual ones too. */
    private List<String> leftBehind() throws IOException {
        var threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && !threadsBefore.contains(thread)).map(Thread::getName);
        var dump = Files.createTempDirectory("threads").resolve("dump.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        var places = Files.readAllLines(dump).stream().map(String::strip).filter(Steps::isYours);
        Files.delete(dump);
        Files.delete(dump.getParent());
        return Stream.concat(threads, places).distinct().toList();
    }
}
