package structured.simulatingio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.IllegalFormatException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.function.Executable;

/**
 * The class under test once more: its static fields are new, its sleeps are over at once, and too late by its clock, and it
 * can be held at any of its steps. Other ways to wait take their time. Public, since that class, of another loader, calls its sleeps and steps.
 */
public final class TrialHurried extends ClassLoader {

    private static final String PACKAGE = SimulatingIo.class.getPackageName() + ".";
    private static final String HURRIED = Type.getInternalName(TrialHurried.class);

    /** Run by a thread before each of its steps in that class: a call, or a look at a field. Null in all threads but one that is to be held. */
    private static final ThreadLocal<Runnable> BEFORE_A_STEP = new ThreadLocal<>();

    /** Nobody wakes up in time, where it is asked what a task says. */
    static final Duration OVERSLEPT = Duration.ofMillis(777);

    /** By how much each sleep is too long. */
    private static volatile Duration later = OVERSLEPT;

    /** What the sleeps of a task, in whatever thread, would have taken so far, and how many there were. */
    private static final AtomicReference<Duration> SLEPT = new AtomicReference<>(Duration.ZERO);
    private static final AtomicInteger SLEEPS = new AtomicInteger();

    /** Your classes, as they are here, by their names: each trial defines its own of them. */
    private static final Map<String, byte[]> IN_STEPS = new ConcurrentHashMap<>();

    private final Method task;

    TrialHurried() throws ReflectiveOperationException {
        super(SimulatingIo.class.getClassLoader());
        try {
            task = Class.forName(SimulatingIo.class.getName(), true, this).getDeclaredMethod("simulatedIoTask", int.class, Duration.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("The exercise came with simulatedIoTask(int id, Duration wait), and has none with these types any more.", e);
        }
        task.setAccessible(true);
    }

    /** Whether it sleeps, and not bit by bit. Who waits in another way is waited for, where that takes no longer than a second. */
    boolean hurries() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            var start = System.nanoTime();
            waits(Duration.ofMillis(20));
            // Half of it: a loop that goes by whole milliseconds may end a little early.
            if (System.nanoTime() - start < 10_000_000) {
                return SLEEPS.get() < 5;
            }
        }
        return false;
    }

    /** How long a task waits: what its sleeps would have taken, and what it took without them. A sentence that can't be put together is as in TrialWait. */
    Duration waits(Duration wait) throws Exception {
        var start = System.nanoTime();
        IllegalFormatException noSentence = null;
        try {
            says(0, wait, Duration.ZERO);
        } catch (IllegalFormatException e) {
            noSentence = e;
        }
        var waited = SLEPT.get().plusNanos(System.nanoTime() - start);
        if (noSentence != null && waited.compareTo(wait) < 0) {
            throw noSentence;
        }
        return waited;
    }

    /** What a task says, or throws. */
    String says(int id, Duration wait) throws Exception {
        return says(id, wait, OVERSLEPT);
    }

    private String says(int id, Duration wait, Duration overslept) throws Exception {
        later = overslept;
        SLEPT.set(Duration.ZERO);
        SLEEPS.set(0);
        try {
            return (String) task.invoke(null, id, wait);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** Runs this, and before its step of this number the other thread, until that is over or waits. Returns how many steps there were. */
    int heldAt(int step, Executable task, Thread other) throws Throwable {
        var steps = new AtomicInteger();
        BEFORE_A_STEP.set(() -> {
            if (steps.incrementAndGet() == step) {
                other.start();
                while (other.getState() == Thread.State.RUNNABLE) {
                    Thread.yield();
                }
            }
        });
        try {
            task.execute();
        } finally {
            BEFORE_A_STEP.remove();
        }
        return steps.get();
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
    protected Class<?> findClass(String name) {
        var bytes = IN_STEPS.computeIfAbsent(name, this::inSteps);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] inSteps(String name) {
        try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            var asCompiled = file.readAllBytes();
            var reader = Steps.reader(asCompiled);
            // With the constants where they were: attributes of a later JDK, which ASM copies as they are, point to them.
            var copy = new ClassWriter(reader, 0);
            reader.accept(new ClassVisitor(Opcodes.ASM9, copy) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                    return inSteps(super.visitMethod(access, name, descriptor, signature, exceptions));
                }
            }, 0);
            var bytes = copy.toByteArray();
            // For the JDK that it is of again.
            bytes[7] = asCompiled[7];
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MethodVisitor inSteps(MethodVisitor method) {
        return new MethodVisitor(Opcodes.ASM9, method) {
            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                visitStep();
                super.visitFieldInsn(opcode, owner, name, descriptor);
            }

            private void visitStep() {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HURRIED, "step", "()V", false);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                visitStep();
                switch (owner + "." + name + descriptor) {
                    case "java/lang/System.nanoTime()J", "java/lang/System.currentTimeMillis()J", "java/time/Instant.now()Ljava/time/Instant;" ->
                            super.visitMethodInsn(opcode, HURRIED, name, descriptor, false);
                    default -> visitSleep(opcode, owner, name, descriptor, isInterface);
                }
            }

            private void visitSleep(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                switch (owner + "." + name) {
                    case "java/lang/Thread.sleep" -> super.visitMethodInsn(opcode, HURRIED, name, descriptor, false);
                    case "java/util/concurrent/TimeUnit.sleep" ->
                            super.visitMethodInsn(Opcodes.INVOKESTATIC, HURRIED, name, "(Ljava/util/concurrent/TimeUnit;J)V", false);
                    default -> super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                }
            }
        };
    }

    public static void step() {
        var before = BEFORE_A_STEP.get();
        if (before != null) {
            before.run();
        }
    }

    /** What its clock is ahead by. */
    private static Duration hurried() {
        return SLEPT.get().plus(later.multipliedBy(SLEEPS.get()));
    }

    public static long nanoTime() {
        return System.nanoTime() + hurried().toNanos();
    }

    public static long currentTimeMillis() {
        return System.currentTimeMillis() + hurried().toMillis();
    }

    public static Instant now() {
        return Instant.now().plus(hurried());
    }

    public static void sleep(Duration wait) {
        SLEEPS.incrementAndGet();
        if (wait.isPositive()) {
            SLEPT.accumulateAndGet(wait, Duration::plus);
        }
    }

    public static void sleep(long millis) {
        sleep(Duration.ofMillis(millis));
    }

    public static void sleep(long millis, int nanos) {
        sleep(Duration.ofMillis(millis).plusNanos(nanos));
    }

    public static void sleep(TimeUnit unit, long duration) {
        sleep(Duration.of(duration, unit.toChronoUnit()));
    }
}
