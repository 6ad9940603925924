package structured.gather;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs a test a hundred times, each time with its threads' steps in another order, as {@link Schedule} has it. Some mistakes
 * show in one order only, and no number of ordinary runs finds that for sure. Each of these is a run that the JDK may make, and
 * the same a second time. A test for this touches nothing but memory, and never waits by the clock; its class is loaded once
 * more, and made once a run. Modules that explore have a copy.
 */
final class Schedules implements InvocationInterceptor {

    /** Makes builders of virtual threads that run where we want; what they start runs there, too. Null if this JDK doesn't let us. */
    private static final MethodHandle BUILDER = builder();

    /** That which is run; written by the carrier. */
    private volatile Schedule schedule;

    @Override
    public void interceptTestMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        test.skip();
        if (BUILDER == null) {
            throw new Patience.Unexplored("On this JDK the order of virtual threads can't be chosen, so this was not tried.");
        }
        var method = context.getExecutable();
        // One for all tests of a class, as if nobody explored: what is static is initialised once.
        var loader = extension.getRoot().getStore(ExtensionContext.Namespace.create(Schedules.class))
                .getOrComputeIfAbsent(method.getDeclaringClass(), tests -> new Yielding(tests.getClassLoader()), Yielding.class);
        var tests = loader.loadClass(method.getDeclaringClass().getName());
        var again = tests.getDeclaredMethod(method.getName());
        again.setAccessible(true);
        var constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        // What your code prints is worth reading once, not in each run.
        var out = System.out;
        var err = System.err;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            watchOver(() -> explore(method.getDeclaringClass(), () -> {
                try {
                    again.invoke(constructor.newInstance());
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** All runs are on one thread, their carrier, which is given up when a virtual thread doesn't give way for two seconds. */
    private void watchOver(Executable exploring) throws Throwable {
        var failure = new AtomicReference<Throwable>();
        var carrier = Thread.ofPlatform().daemon().name("carrier").start(() -> {
            try {
                exploring.execute();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        try {
            int seen = -1;
            for (int inVain = 0; !carrier.join(Duration.ofMillis(20)); inVain = schedule != null && schedule.isStuckAt(seen) ? inVain + 1 : 0) {
                seen = schedule == null ? -1 : schedule.steps();
                if (inVain > 100) {
                    throw new Patience.Unexplored("A virtual thread kept its carrier, so not every order was tried.");
                }
            }
        } finally {
            if (carrier.isAlive() && schedule != null) {
                schedule.giveUp();
                carrier.interrupt();
            }
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void explore(Class<?> tests, Executable test) throws Throwable {
        // More, for those who have the time.
        int many = Integer.getInteger("structured.schedules", 100);
        var longest = 1;
        var patience = new Patience();
        for (int seed = 0; seed < many; seed++) {
            if (patience.isOver()) {
                throw new Patience.Unexplored("%d orders of %d were tried, and then time was up.".formatted(seed, many));
            }
            schedule = new Schedule(seed, longest);
            var failure = schedule.run(BUILDER, test);
            if (failure != null) {
                var told = failure instanceof AssertionError ? String.valueOf(failure.getMessage()).strip() : "It threw " + failure;
                throw new AssertionError("%s%n%nIt happens if the threads take their steps in this order, each at the line of yours in its column:%n%s"
                        .formatted(told, schedule.interleaving().table((file, line) -> textAt(tests, file, line))), failure);
            }
            longest = Math.max(longest, schedule.steps());
        }
    }

    private static MethodHandle builder() {
        try {
            return constructor().asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Schedule.class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** It isn't public. Where the JVM was started with {@code --add-opens java.base/java.lang=ALL-UNNAMED} it can be asked for. */
    private static MethodHandle constructor() throws ReflectiveOperationException {
        var type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
        try {
            var constructor = type.getDeclaredConstructor(Executor.class);
            constructor.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(constructor);
        } catch (InaccessibleObjectException e) {
            return everywhere().findConstructor(type, MethodType.methodType(void.class, Executor.class));
        }
    }

    /** The JDK's own lookup, by way of Unsafe: without a flag, but on later JDKs not without a warning. */
    private static MethodHandles.Lookup everywhere() throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.Unsafe");
        var field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = field.get(null);
        var lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        var base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, lookup);
        var offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, lookup);
        return (MethodHandles.Lookup) type.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
    }

    /** A line of a source: from beside the classes, as the coach has it, or from where Maven and IDEs have compiled it. */
    private static String textAt(Class<?> test, String file, int line) {
        try (var beside = test.getResourceAsStream(file)) {
            String source;
            if (beside != null) {
                source = new String(beside.readAllBytes(), StandardCharsets.UTF_8);
            } else {
                var classes = Path.of(test.getProtectionDomain().getCodeSource().getLocation().toURI());
                source = Files.readString(classes.resolve("../../src/main/java").resolve(test.getPackageName().replace('.', '/')).resolve(file));
            }
            return source.lines().skip(line - 1).findFirst().orElse(file).strip();
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return file;
        }
    }
}
