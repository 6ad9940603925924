package structured.gathereven;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Ties the tests to the lesson: runs them in the order of its steps, gives up those that hang, and makes each failure say
 * what happened, at which line of yours, and which step to read. At the end it looks for threads that were left behind.
 * Every module has a copy, so that it can be read alone.
 */
final class Steps implements MethodOrderer, ClassOrderer, InvocationInterceptor, TestExecutionExceptionHandler,
        BeforeAllCallback, AfterAllCallback {

    /** Which steps of the lesson open a scope, join it, ask it for failures, and bind or make a sentence, if one does. Where no scopes are, there are none. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Taught {
        int scope();
        int join();
        int failure();
        int binding() default 0;
        int sentence() default 0;
    }

    private static final String PACKAGE = Steps.class.getPackageName() + ".";

    /** The files of a module that judge: what stands in any other one is yours. */
    static final String JUDGES = "(\\w+Test|Steps|Telling|Trial\\w*|Patience|FairClock|Inputs|Extremes|TwoCalls|Schedules?|Interleaving|Yielding|CollectionsInSteps)\\.java";

    /** What tests have failed for, by what their classes' sentences begin with: several may be about the same method. Of the thread that runs the tests. */
    private static Set<String> failed = Set.of();

    private Set<Thread> threadsBefore;

    /** Within a step, tests run as they stand in their class, which is as the lesson explains what they test. */
    @Override
    public void orderMethods(MethodOrdererContext tests) {
        var asTheyStand = methodsOf(tests.getTestClass());
        tests.getMethodDescriptors().sort(Comparator
                .<MethodDescriptor>comparingInt(test -> stepOf(test.findAnnotation(Tag.class).orElseThrow().value()))
                .thenComparingInt(test -> asTheyStand.indexOf(test.getMethod().getName())));
    }

    /** Reflection gives them in no order; the class file has that of the source. */
    private static List<String> methodsOf(Class<?> tests) {
        var names = new ArrayList<String>();
        try (var file = tests.getResourceAsStream(tests.getSimpleName() + ".class")) {
            reader(file.readAllBytes()).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                    names.add(name);
                    return null;
                }
            }, ClassReader.SKIP_CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** ASM refuses class files of a JDK that is newer than itself. In ours is nothing that it doesn't know, so it is told that they are older. */
    static ClassReader reader(byte[] file) {
        var older = file.clone();
        older[7] = (byte) Math.min(older[7], Opcodes.V21);
        return new ClassReader(older);
    }

    /** Classes too: by the first step that they have a test of. */
    @Override
    public void orderClasses(ClassOrdererContext tests) {
        tests.getClassDescriptors().sort(Comparator.<ClassDescriptor>comparingInt(Steps::firstStep)
                // What an ordinary test tells is easier to read than an order of steps.
                .thenComparing(each -> each.getTestClass().getSimpleName().contains("Schedules"))
                // What is tested of tasks comes before what is tested of theirs.
                .thenComparing(each -> each.getTestClass().getSimpleName().contains("Inheritance")));
    }

    private static int firstStep(ClassDescriptor tests) {
        return Arrays.stream(tests.getTestClass().getDeclaredMethods()).filter(test -> test.isAnnotationPresent(Tag.class))
                .mapToInt(test -> stepOf(test.getAnnotation(Tag.class).value())).min().orElse(0);
    }

    private static int stepOf(String tag) {
        return Integer.parseInt(tag.substring("step-".length()));
    }

    @Override
    public void interceptTestMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Patience.limit(test::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Patience.limit(test::proceed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) {
        if (failure instanceof Patience.Unexplored unexplored) {
            throw unexplored;    // Nothing was found out, and the other tests decide.
        }
        failed = Stream.concat(failed.stream(), Stream.of(about(test))).collect(Collectors.toUnmodifiableSet());
        var step = stepOf(test.getTags().iterator().next());
        Telling.Told told;
        var whoseLine = failure;
        try {
            whoseLine = withYourLine(failure);
            told = Telling.of(failure, whoseLine, taught(test), step);
        } catch (Throwable e) {
            whoseLine = failure;
            told = new Telling.Told("It threw a %s, and that throws another one when it is asked what it is about.".formatted(failure.getClass().getName()), step);
        }
        // Without its cause, for the same reason: what runs the tests would ask it.
        var why = told.why().isEmpty() ? "" : told.why() + System.lineSeparator();
        var explained = new AssertionError("%s%n%s%s    See step %d in README.md.".formatted(told.what(), where(whoseLine), why, told.step()));
        explained.setStackTrace(whoseLine.getStackTrace());
        throw explained;
    }

    private static String about(ExtensionContext tests) {
        return tests.getRequiredTestClass().getAnnotation(org.junit.jupiter.api.DisplayName.class).value().replaceFirst(":.*", "");
    }

    private static Taught taught(ExtensionContext test) {
        return test.getRequiredTestClass().getAnnotation(Taught.class);
    }

    /** Of a failure and its causes, the innermost that was thrown at a line of yours, or else the failure. */
    private static Throwable withYourLine(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(5)
                .filter(e -> !where(e).isEmpty()).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static String where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).filter(frame -> isYours(frame.toString()))
                .findFirst().map("    at %s%n"::formatted).orElse("");
    }

    static boolean isYours(String frame) {
        return frame.contains(PACKAGE) && !frame.matches(".*\\(" + JUDGES + ":.*");
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        threadsBefore = Thread.getAllStackTraces().keySet();
        Patience.startClock(about(tests));
    }

    /** Fails when the tests have passed and a thread goes on that they have led to; it has a second to end. */
    @Override
    public void afterAll(ExtensionContext tests) throws IOException, InterruptedException {
        Patience.stopClock();
        var left = failed.contains(about(tests)) ? List.of() : leftBehind();
        // By the clock: to look takes its time, too, where hundreds are left.
        for (var end = System.nanoTime() + 1_000_000_000; System.nanoTime() < end && !left.isEmpty(); ) {
            Thread.sleep(50);
            left = leftBehind();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("The tests are over, and threads that your code has started are not: %s%s".formatted(
                    left.subList(0, Math.min(3, left.size())), left.size() > 3 ? ", and %d more".formatted(left.size() - 3) : ""));
        }
    }

    /** Threads that keep the JVM from ending, and places in your code where any thread is, virtual ones too. */
    private List<String> leftBehind() throws IOException {
        var threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && !threadsBefore.contains(thread)).map(Thread::getName);
        var file = Files.createTempDirectory("threads").resolve("dump.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        List<String> dump;
        try {
            // A full disk cuts a dump off without a word; but this it refuses.
            Files.writeString(file, "the end", StandardOpenOption.APPEND);
            dump = Files.readAllLines(file);
        } finally {
            Files.delete(file);
            Files.delete(file.getParent());
        }
        var places = dump.stream().map(String::strip).filter(Steps::isYours);
        return Stream.concat(threads, places).distinct().toList();
    }
}
