package structured.coach.tutorial;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Loads the coach's classes once more, with a step before each change that they make to files. From a certain step on each of
 * them fails, also where something is being put in order: files are left as by a death of the process there.
 */
public final class Crashing extends ClassLoader {

    /** The process has died. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death() {
            super("dead", null, false, false);
        }
    }

    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

    Crashing() {
        super(Crashing.class.getClassLoader());
    }

    /** Lets so many steps be done, and no more. */
    static void after(int steps) {
        LEFT.set(steps);
    }

    /** Called before each change. */
    public static void step() {
        if (LEFT.getAndDecrement() <= 0) {
            LEFT.set(0);
            throw new Death();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("structured.coach.") || name.startsWith(Crashing.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            var reader = new ClassReader(file.readAllBytes());
            var writer = new ClassWriter(0);
            reader.accept(new WithSteps(writer), 0);
            var bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class WithSteps extends ClassVisitor {
        WithSteps(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
                    if (owner.equals("java/nio/file/Files") && method.matches("(copy|create|delete|move|set|write).*")) {
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, Crashing.class.getName().replace('.', '/'), "step", "()V", false);
                    }
                    super.visitMethodInsn(opcode, owner, method, type, isInterface);
                }
            };
        }
    }
}
