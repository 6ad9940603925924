package structured.coach.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts calls of {@link Inside} into a class. A call that may wait becomes one of a small method of that class's own, which says so
 * around it: that works for method references, too, and whatever the call ends with.
 */
final class Calls extends ClassVisitor {

    /** Of the methods that are put into classes: they are no code of anybody's. */
    static final String PREFIX = "workshop$";

    private static final String INSIDE = Type.getInternalName(Inside.class);
    private static final String RANDOM = "java/util/concurrent/ThreadLocalRandom";

    /** What waits for another thread, in java.util.concurrent. */
    private static final Set<String> WAITS = Set.of("acquire", "acquireUninterruptibly", "tryAcquire", "lock", "lockInterruptibly", "tryLock", "take", "takeFirst",
            "takeLast", "put", "putFirst", "putLast", "poll", "pollFirst", "pollLast", "offer", "transfer", "await", "awaitNanos", "awaitUntil", "awaitUninterruptibly",
            "join", "joinUntil", "get", "exchange", "arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly", "invokeAll", "invokeAny", "awaitTermination", "close");

    /** Where a task begins: the body of a lambda, or what runs a class of its own. */
    private static final Set<String> BEGINS = Set.of("call", "run", "get");

    /** A call that is wrapped, and its line, for stack traces; 0 if that isn't known. */
    private record Call(int opcode, String owner, String name, String descriptor, boolean ofInterface, int line) {}

    private final Map<Call, String> wrapped = new LinkedHashMap<>();
    private final boolean sameRandom;
    private String own;
    private boolean isInterface;

    Calls(ClassVisitor to, boolean sameRandom) {
        super(Opcodes.ASM9, to);
        this.sameRandom = sameRandom;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        own = name;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        var isMain = name.equals("main") && descriptor.equals("([Ljava/lang/String;)V");
        var begins = name.startsWith("lambda$") || BEGINS.contains(name);
        var types = Type.getArgumentTypes(descriptor);
        // The number of a task, as the tutorial's own tasks have it.
        var number = types.length > 0 && types[0] == Type.INT_TYPE ? (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1 : -1;
        return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            private int line;

            @Override
            public void visitLineNumber(int number, Label start) {
                line = number;
                super.visitLineNumber(number, start);
            }

            @Override
            public void visitCode() {
                super.visitCode();
                if (isMain || begins) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, INSIDE, isMain ? "start" : "enter", "()V", false);
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String calledDescriptor, boolean ofInterface) {
                if (sameRandom && number >= 0 && owner.equals(RANDOM) && called.equals("current")) {
                    super.visitVarInsn(Opcodes.ILOAD, number);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, INSIDE, "random", "(I)L" + RANDOM + ";", false);
                } else if (opcode != Opcodes.INVOKESTATIC && kind(owner, called) != null) {
                    var call = new Call(opcode, owner, called, calledDescriptor, ofInterface, line);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, own, wrapper(call), wrapperDescriptor(call), isInterface);
                } else {
                    super.visitMethodInsn(opcode, owner, called, calledDescriptor, ofInterface);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(String made, String madeDescriptor, Handle by, Object... arguments) {
                var changed = arguments.clone();
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = changed[i] instanceof Handle handle ? watched(handle, line) : changed[i];
                }
                super.visitInvokeDynamicInsn(made, madeDescriptor, by, changed);
            }
        };
    }

    private Handle watched(Handle handle, int line) {
        var opcode = handle.getTag() == Opcodes.H_INVOKEVIRTUAL ? Opcodes.INVOKEVIRTUAL : handle.getTag() == Opcodes.H_INVOKEINTERFACE ? Opcodes.INVOKEINTERFACE : -1;
        if (opcode < 0 || kind(handle.getOwner(), handle.getName()) == null) {
            return handle;
        }
        var call = new Call(opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface(), line);
        return new Handle(Opcodes.H_INVOKESTATIC, own, wrapper(call), wrapperDescriptor(call), isInterface);
    }

    /** Whether a call waits for another thread, or for a service; null if it does neither. What a future is of isn't known. */
    private static Boolean kind(String owner, String name) {
        if (owner.equals("java/net/http/HttpClient")) {
            return name.equals("send") ? Boolean.TRUE : null;
        }
        var ofOthers = owner.startsWith("java/util/concurrent/") && !owner.startsWith("java/util/concurrent/atomic/") && !owner.contains("Future")
                && !owner.contains("Concurrent") && !owner.endsWith("$Subtask") && !owner.endsWith("TimeUnit");
        return ofOthers && WAITS.contains(name) || owner.equals("java/lang/Thread") && name.equals("join") ? Boolean.FALSE : null;
    }

    private String wrapper(Call call) {
        return wrapped.computeIfAbsent(call, key -> PREFIX + wrapped.size());
    }

    private String wrapperDescriptor(Call call) {
        // What is called by super is this class's own.
        var receiver = call.opcode == Opcodes.INVOKESPECIAL ? own : call.owner;
        return "(L" + receiver + ";" + call.descriptor.substring(1);
    }

    @Override
    public void visitEnd() {
        wrapped.forEach(this::write);
        super.visitEnd();
    }

    private void write(Call call, String name) {
        var descriptor = wrapperDescriptor(call);
        var method = super.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
        var from = new Label();
        var to = new Label();
        var failed = new Label();
        method.visitCode();
        var size = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        // Static, so the place of this is free: for what the wait began with.
        var before = size - 1;
        method.visitMethodInsn(Opcodes.INVOKESTATIC, INSIDE, "before", "()Ljava/lang/Object;", false);
        method.visitVarInsn(Opcodes.ASTORE, before);
        method.visitTryCatchBlock(from, to, failed, null);
        method.visitLabel(from);
        if (call.line > 0) {
            method.visitLineNumber(call.line, from);
        }
        var at = 0;
        for (var type : Type.getArgumentTypes(descriptor)) {
            method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at);
            at += type.getSize();
        }
        method.visitMethodInsn(call.opcode, call.owner, call.name, call.descriptor, call.ofInterface);
        method.visitLabel(to);
        after(method, before, call);
        method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        method.visitLabel(failed);
        method.visitFrame(Opcodes.F_FULL, frame(descriptor).length, frame(descriptor), 1, new Object[] {"java/lang/Throwable"});
        after(method, before, call);
        method.visitInsn(Opcodes.ATHROW);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** The arguments, as a frame has them, and after them what the wait began with. */
    private static Object[] frame(String descriptor) {
        return Stream.concat(Stream.of(Type.getArgumentTypes(descriptor)).map(type -> switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.OBJECT, Type.ARRAY -> type.getInternalName();
            default -> Opcodes.INTEGER;
        }), Stream.of("java/lang/Object")).toArray();
    }

    private static void after(MethodVisitor method, int before, Call call) {
        method.visitVarInsn(Opcodes.ALOAD, before);
        method.visitInsn(Boolean.TRUE.equals(kind(call.owner, call.name)) ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, INSIDE, "after", "(Ljava/lang/Object;Z)V", false);
    }
}
