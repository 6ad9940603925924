package structured.simulatingio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a simulated I/O task says. Nothing to write here: these tests judge {@link SimulatingIo}. */
@DisplayName("the sentence of an I/O task")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2, sentence = 3)
@TestMethodOrder(Steps.class)
class SentenceTest {

    @Test
    @Tag("step-3")
    @DisplayName("a task says what it did, with a decimal point in every locale")
    void sentence() throws Exception {
        var before = Locale.getDefault();
        try {
            for (var locale : List.of("en-US", "pt-BR", "ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                // Twenty, since a double prints fewer digits than that: 0.02.
                assertSays(new Hurried(), 7, Duration.ofMillis(20), " in the locale " + locale);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a task's number is printed digit by digit")
    void number() throws Exception {
        for (var id : List.of(0, 12, 1234, 5_000_000, Integer.MAX_VALUE)) {
            assertSays(new Hurried(), id, Duration.ofMillis(1), "");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("whole seconds count too")
    void wholeSeconds() throws Exception {
        var hurried = new Hurried();
        assertSays(hurried, 12, Duration.ofMillis(1_002), "");
        if (hurried.hurries()) {
            for (var seconds : List.of("4.999", "10.04", "0.9996", "61.5", "59.999999999", "3723.004", "86399.999")) {
                assertSays(hurried, 12, Duration.parse("PT" + seconds + "S"), "");
            }
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("the seconds have three decimals, rounded or cut off")
    void threeDecimals() throws Exception {
        for (var nanos : List.of(0, 1, 400_000, 1_999_999, 2_499_999, 9_876_543)) {
            assertSays(new Hurried(), 1, Duration.ofNanos(nanos), "");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("each of several tasks at the same time says its own")
    void eachItsOwn() throws Exception {
        var patience = new Patience();
        // One that waits while another one comes and goes. On a busy machine it may have come to its end before that: then it waits for longer.
        var wasThere = false;
        for (int millis = 5; millis <= 320 && !wasThere; millis *= 4) {
            var wait = Duration.ofMillis(millis);
            var said = new FutureTask<>(() -> SimulatingIo.simulatedIoTask(1, wait));
            var thread = Thread.ofVirtual().start(said);
            while (thread.getState() == Thread.State.RUNNABLE && !patience.isOver()) {
                Thread.sleep(1);
            }
            assertSays(SimulatingIo::simulatedIoTask, 2, Duration.ZERO, " while task 1 waits");
            wasThere = thread.isAlive();
            assertSays((id, its) -> said.get(), 1, wait, " during which task 2 was run");
        }
    }

    private interface Task {
        String says(int id, Duration wait) throws Exception;
    }

    private static void assertSays(Task task, int id, Duration wait, String where) throws Exception {
        var said = task.says(id, wait);
        var seconds = BigDecimal.valueOf(wait.toNanos(), 9);
        var right = Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
                .map(mode -> "I/O Task " + id + " has been completed after " + seconds.setScale(3, mode).toPlainString() + " seconds.").toList();
        // No format string: it would print by the locale that is tried.
        var told = "Task " + id + ", with a wait of " + seconds.stripTrailingZeros().toPlainString() + " seconds" + where + ", says: " + said;
        var hint = task instanceof Hurried && String.valueOf(said).contains(" 0.000 ")
                ? " (Sleeps are cut short in this test. What counts is the wait that the task is given.)" : "";
        assertThat(said).withFailMessage(() -> told + hint).isIn(right);
    }

    /** The class under test once more: its static fields are new, and its sleeps are over at once. Other ways to wait take their time. */
    public static final class Hurried extends ClassLoader implements Task {

        private static final String PACKAGE = SimulatingIo.class.getPackageName() + ".";
        private static final String HURRIED = Type.getInternalName(Hurried.class);
        private final Method task;

        Hurried() throws ReflectiveOperationException {
            super(SimulatingIo.class.getClassLoader());
            try {
                task = Class.forName(SimulatingIo.class.getName(), true, this).getDeclaredMethod("simulatedIoTask", int.class, Duration.class);
            } catch (NoSuchMethodException e) {
                throw new AssertionError("The exercise came with simulatedIoTask(int id, Duration wait), and has none with these types any more.", e);
            }
            task.setAccessible(true);
        }

        /** Whether it sleeps. Who waits in another way is waited for, where that takes no longer than a second. */
        boolean hurries() throws Exception {
            for (int attempt = 0; attempt < 3; attempt++) {
                var start = System.nanoTime();
                says(0, Duration.ofMillis(20));
                // Half of it: a loop that goes by whole milliseconds may end a little early.
                if (System.nanoTime() - start < 10_000_000) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String says(int id, Duration wait) throws Exception {
            try {
                return (String) task.invoke(null, id, wait);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            var isYours = name.startsWith(PACKAGE) && !(name.replaceAll("\\$.*", "").substring(PACKAGE.length()) + ".java").matches(Steps.JUDGES);
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded != null ? loaded : isYours ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                var asCompiled = file.readAllBytes();
                var reader = Steps.reader(asCompiled);
                // With the constants where they were: attributes of a later JDK, which ASM copies as they are, point to them.
                var copy = new ClassWriter(reader, 0);
                reader.accept(new ClassVisitor(Opcodes.ASM9, copy) {
                    @Override
                    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                        return withoutSleeps(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                }, 0);
                var bytes = copy.toByteArray();
                // For the JDK that it is of again.
                bytes[7] = asCompiled[7];
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        private static MethodVisitor withoutSleeps(MethodVisitor method) {
            return new MethodVisitor(Opcodes.ASM9, method) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                    switch (owner + "." + name) {
                        case "java/lang/Thread.sleep" -> super.visitMethodInsn(opcode, HURRIED, name, descriptor, false);
                        case "java/util/concurrent/TimeUnit.sleep" ->
                                super.visitMethodInsn(Opcodes.INVOKESTATIC, HURRIED, name, "(Ljava/util/concurrent/TimeUnit;J)V", false);
                        default -> super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                    }
                }
            };
        }

        public static void sleep(Duration wait) {}
        public static void sleep(long millis) {}
        public static void sleep(long millis, int nanos) {}
        public static void sleep(TimeUnit unit, long duration) {}
    }
}
