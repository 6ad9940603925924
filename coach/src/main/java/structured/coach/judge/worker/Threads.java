package structured.coach.judge.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sun.misc.Unsafe;

/**
 * All threads of this JVM, virtual ones too, and whether they are in a scope. The JDK shows that only in dumps, which need a
 * file, lack what a thread waits for, and fail for some names of threads; so this asks what makes the dumps.
 */
final class Threads {

    /** A thread, whether it was forked in a scope, and a number of the innermost scope that it has open itself, or 0. */
    record One(Thread thread, boolean inScope, int scope) {}

    private static final MethodHandle ROOT;
    private static final MethodHandle CHILDREN;
    private static final MethodHandle THREADS;
    private static final MethodHandle OWNER;

    static {
        try {
            var lookup = lookup();
            var container = Class.forName("jdk.internal.vm.ThreadContainer");
            ROOT = lookup.findStatic(Class.forName("jdk.internal.vm.ThreadContainers"), "root", MethodType.methodType(container));
            CHILDREN = lookup.findVirtual(container, "children", MethodType.methodType(Stream.class));
            THREADS = lookup.findVirtual(container, "threads", MethodType.methodType(Stream.class));
            OWNER = lookup.findVirtual(container, "owner", MethodType.methodType(Thread.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK keeps its threads in another way", e);
        }
    }

    private Threads() {}

    /** The one that may look at everything. An option for the JVM would do as well, and make each start slower by a quarter. */
    @SuppressWarnings("deprecation")
    private static MethodHandles.Lookup lookup() throws ReflectiveOperationException {
        var theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        var unsafe = (Unsafe) theUnsafe.get(null);
        var lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        return (MethodHandles.Lookup) unsafe.getObject(unsafe.staticFieldBase(lookup), unsafe.staticFieldOffset(lookup));
    }

    static List<One> all() {
        var inScope = new LinkedHashMap<Thread, Boolean>();
        var scopes = new HashMap<Thread, Integer>();
        try {
            addAll(ROOT.invoke(), inScope, scopes);
        } catch (Throwable e) {
            throw new IllegalStateException("the threads can't be listed", e);
        }
        if (!inScope.containsKey(Thread.currentThread())) {
            throw new IllegalStateException("not all threads are listed");
        }
        return inScope.entrySet().stream()
                .map(entry -> new One(entry.getKey(), entry.getValue(), scopes.getOrDefault(entry.getKey(), 0))).toList();
    }

    private static void addAll(Object container, Map<Thread, Boolean> inScope, Map<Thread, Integer> scopes) throws Throwable {
        // By the name that it prints, a scope of a learner's own class is none.
        var isScope = container.getClass().getName().startsWith("jdk.internal.misc.ThreadFlock");
        ((Stream<?>) THREADS.invoke(container)).forEach(thread -> inScope.put((Thread) thread, isScope));
        if (isScope) {
            // A scope in another one comes after it.
            scopes.put((Thread) OWNER.invoke(container), System.identityHashCode(container));
        }
        for (var child : ((Stream<?>) CHILDREN.invoke(container)).toList()) {
            addAll(child, inScope, scopes);
        }
    }
}
