package structured.gathereven;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Loads the classes of a test once more, and yours with a step before each call, each return, and each access of a field, an
 * element or a monitor: there another thread may go on. Without that, a virtual thread gives way only where it blocks. Modules that
 * {@link Schedules} explores have a copy.
 */
final class Yielding extends ClassLoader {

    private static final String PACKAGE = Yielding.class.getPackageName() + ".";

    private static final String INTERLEAVING = Type.getInternalName(Interleaving.class);

    /** What of the JDK's is replaced where your code makes one, and by what. */
    private static final Map<String, String> IN_STEPS = Map.of(
            Type.getInternalName(ArrayList.class), Type.getInternalName(CollectionsInSteps.OfArrayList.class),
            Type.getInternalName(LinkedList.class), Type.getInternalName(CollectionsInSteps.OfLinkedList.class),
            Type.getInternalName(ArrayDeque.class), Type.getInternalName(CollectionsInSteps.OfArrayDeque.class),
            Type.getInternalName(HashSet.class), Type.getInternalName(CollectionsInSteps.OfHashSet.class),
            Type.getInternalName(HashMap.class), Type.getInternalName(CollectionsInSteps.OfHashMap.class),
            Type.getInternalName(LinkedHashMap.class), Type.getInternalName(CollectionsInSteps.OfLinkedHashMap.class),
            Type.getInternalName(TreeMap.class), Type.getInternalName(CollectionsInSteps.OfTreeMap.class));

    Yielding(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            // What writes the steps down is there only once.
            var isOnceMore = name.startsWith(PACKAGE) && !name.startsWith(Interleaving.class.getName()) && isOfTheTests(name);
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : isOnceMore ? define(name) : super.loadClass(name, resolve);
        }
    }

    /** Whether it comes from where the tests do. What the coach keeps from run to run doesn't, and needs no steps. */
    private boolean isOfTheTests(String name) throws ClassNotFoundException {
        return getParent().loadClass(name).getClassLoader() == getParent();
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            var asCompiled = file.readAllBytes();
            var reader = Steps.reader(asCompiled);
            var source = sourceOf(reader, name);
            if (source.matches(Steps.JUDGES)) {
                // No steps in what judges: it is loaded as it is.
                return defineClass(name, asCompiled, 0, asCompiled.length);
            }
            var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new InClass(writer, source, !waits(reader)), 0);
            var bytes = writer.toByteArray();
            // For the JDK that it is of again.
            bytes[7] = asCompiled[7];
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** The name of the file that a class was written in. */
    private static String sourceOf(ClassReader reader, String name) {
        // If the class doesn't say it itself.
        var source = new String[] {name.substring(PACKAGE.length()).split("\\$")[0] + ".java"};
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitSource(String file, String debug) {
                source[0] = file;
            }
        }, ClassReader.SKIP_CODE);
        return source[0];
    }

    /** Whether a class calls wait or notify, which need a monitor. */
    private static boolean waits(ClassReader reader) {
        var found = new boolean[1];
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(int code, String owner, String name, String descriptor, boolean ofInterface) {
                        found[0] |= name.equals("wait") || name.startsWith("notify");
                    }
                };
            }
        }, ClassReader.SKIP_DEBUG);
        return found[0];
    }

    /** Puts the steps in. */
    private static final class InClass extends ClassVisitor {
        private final String file;

        /** Whether its monitors can be replaced by locks, in which a virtual thread gives way on JDK 21, too: nobody waits in them. */
        private final boolean hasLocks;

        InClass(ClassVisitor next, String file, boolean hasLocks) {
            super(Opcodes.ASM9, next);
            this.file = file;
            this.hasLocks = hasLocks;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            var method = super.visitMethod(access, name, descriptor, signature, exceptions);
            // A thread can't give way while it initialises a class or, for that matter, before it has called super.
            return new InMethod(method, file, !name.startsWith("<") && !name.equals("main"), hasLocks);
        }
    }

    private static final class InMethod extends MethodVisitor {
        private final String file;
        private final boolean hasSteps;
        private final boolean hasLocks;
        private int line;

        InMethod(MethodVisitor next, String file, boolean hasSteps, boolean hasLocks) {
            super(Opcodes.ASM9, next);
            this.hasLocks = hasLocks && hasSteps;
            this.file = file;
            this.hasSteps = hasSteps;
        }

        private void step() {
            if (hasSteps) {
                super.visitLdcInsn(file);
                super.visitLdcInsn(line);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERLEAVING, "step", "(Ljava/lang/String;I)V", false);
            }
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            this.line = line;
            super.visitLineNumber(line, start);
        }

        @Override
        public void visitFieldInsn(int code, String owner, String name, String descriptor) {
            step();
            super.visitFieldInsn(code, owner, name, descriptor);
        }

        @Override
        public void visitTypeInsn(int code, String type) {
            super.visitTypeInsn(code, code == Opcodes.NEW ? IN_STEPS.getOrDefault(type, type) : type);
        }

        @Override
        public void visitMethodInsn(int code, String owner, String name, String descriptor, boolean ofInterface) {
            var isNew = name.equals("<init>");
            if (!isNew) {
                step();
            }
            super.visitMethodInsn(code, isNew ? IN_STEPS.getOrDefault(owner, owner) : owner, name, descriptor, ofInterface);
        }

        @Override
        public void visitInsn(int code) {
            if (code >= Opcodes.IALOAD && code <= Opcodes.SALOAD || code >= Opcodes.IASTORE && code <= Opcodes.SASTORE
                    || code == Opcodes.MONITORENTER || code >= Opcodes.IRETURN && code <= Opcodes.RETURN || code == Opcodes.ATHROW) {
                step();
            }
            if (hasLocks && (code == Opcodes.MONITORENTER || code == Opcodes.MONITOREXIT)) {
                var name = code == Opcodes.MONITORENTER ? "enter" : "exit";
                super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERLEAVING, name, "(Ljava/lang/Object;)V", false);
            } else {
                super.visitInsn(code);
            }
        }
    }
}
