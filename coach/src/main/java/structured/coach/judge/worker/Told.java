package structured.coach.judge.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.TestAbortedException;
import structured.coach.machine.Beginning;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.words.Wording;

/** What there is to tell of a test. A failure may be an exception of the learner's, any method of which may throw in its turn. */
final class Told {

    private static final Wording SAY = Wording.of(Told.class);

    /** More than this nobody reads. */
    private static final int LONGEST_MESSAGE = 20_000;

    private final TestPlan plan;
    private final Frames frames;

    Told(TestPlan plan, Frames frames) {
        this.plan = plan;
        this.frames = frames;
    }

    TestResult result(TestIdentifier test, Outcome outcome, String message, List<String> frames) {
        return new TestResult(nameOf(test), sentenceOf(test), stepOf(test), outcome, message, frames);
    }

    String messageOf(Throwable failure) {
        if (failure == null) {
            return null;
        }
        var name = failure.getClass().getName();
        var message = carefully(() -> Objects.requireNonNullElse(failure.getMessage(), name), SAY.of("exception.throws", name));
        return Beginning.of(message, LONGEST_MESSAGE);
    }

    List<String> framesOf(Throwable failure) {
        // Five causes at most: they may go round in a circle.
        return carefully(() -> Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(5)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frames::isLearners).map(StackTraceElement::toString).distinct().limit(20).toList(), List.of());
    }

    /** Whether it was thrown in a learner's code, as far as that can be seen. */
    boolean isLearners(Throwable failure) {
        return frames.main().contains(failure.getClass().getName()) || !framesOf(failure).isEmpty();
    }

    /** Whether a test says by this that it can't be tried here. Any other way to abort a test is none of ours. */
    boolean isUnexplored(Throwable failure) {
        return failure instanceof TestAbortedException && failure.getClass().getName().endsWith(".Patience$Unexplored")
                && frames.tests().contains(failure.getClass().getName()) && !isLearners(failure);
    }

    private static <T> T carefully(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (Throwable e) {
            return otherwise;
        }
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
        if (!test.isTest() && test.getSource().orElse(null) instanceof ClassSource) {
            return SAY.of("class", test.getDisplayName());
        }
        var method = plan.getParent(test).filter(parent -> parent.getSource().orElse(null) instanceof MethodSource);
        return method.map(parent -> parent.getDisplayName() + ": ").orElse("") + test.getDisplayName();
    }

    private static int stepOf(TestIdentifier test) {
        return test.getTags().stream().map(tag -> tag.getName()).filter(tag -> tag.matches("step-\\d+"))
                .map(tag -> Integer.valueOf(tag.substring("step-".length()))).findFirst().orElse(0);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
