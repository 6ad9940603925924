package structured.considerations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Ties the tests to the lesson: runs them in the order of its steps, and makes each failure say what happened,
 * at which line of yours, and which step to read. Every module has a copy, so that it can be read alone.
 */
final class Steps implements MethodOrderer, TestExecutionExceptionHandler {

    @Override
    public void orderMethods(MethodOrdererContext tests) {
        tests.getMethodDescriptors().sort(Comparator.comparing(test -> test.findAnnotation(Tag.class).get().value()));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) {
        var whatHappened = switch (failure) {
            case AssertionError assertion -> assertion.getMessage();
            case TimeoutException e when e.getCause() != null -> "The call never came back: it was given up after 10 seconds.";
            default -> "It threw " + failure;
        };
        var step = test.getTags().iterator().next().replace('-', ' ');
        var explained = new AssertionError("%s%n%s    See %s in README.md.".formatted(whatHappened, where(failure), step), failure);
        explained.setStackTrace(failure.getStackTrace());
        throw explained;
    }

    /** The innermost line of the learner's in a failure's stack, or in that of the thread which was given up. */
    private static String where(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(5)
                .flatMap(e -> Arrays.stream(e.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("structured."))
                .filter(frame -> !frame.getFileName().matches(".*Test\\.java|Steps\\.java"))
                .findFirst().map("    at %s%n"::formatted).orElse("");
    }
}
