package structured.coach.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sun.misc.Unsafe;

/**
 * All threads of this JVM, virtual ones too, and whether they are in a scope. The JDK shows that only in dumps, which need a
 * file, lack what a thread waits for, and fail for some names of threads; so this asks what makes the dumps.
 */
final class Threads {

    /** A thread, and whether it was forked in a scope. */
    record One(Thread thread, boolean inScope) {}

    private static final MethodHandle ROOT;
    private static final MethodHandle CHILDREN;
    private static final MethodHandle THREADS;

    static {
        try {
            var lookup = lookup();
            var container = Class.forName("jdk.internal.vm.ThreadContainer");
            ROOT = lookup.findStatic(Class.forName("jdk.internal.vm.ThreadContainers"), "root", MethodType.methodType(container));
            CHILDREN = lookup.findVirtual(container, "children", MethodType.methodType(Stream.class));
            THREADS = lookup.findVirtual(container, "threads", MethodType.methodType(Stream.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK keeps its threads in another way", e);
        }
    }

    private Threads() {}

    /** The one that may look at everything. An option for the JVM would do as well, and make each start slower by a quarter. */
    @SuppressWarnings({"removal", "deprecation"})
    private static MethodHandles.Lookup lookup() throws ReflectiveOperationException {
        var theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        var unsafe = (Unsafe) theUnsafe.get(null);
        var lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        return (MethodHandles.Lookup) unsafe.getObject(unsafe.staticFieldBase(lookup), unsafe.staticFieldOffset(lookup));
    }

    static List<One> all() {
        var found = new ArrayList<One>();
        try {
            addAll(ROOT.invoke(), found);
        } catch (Throwable e) {
            throw new IllegalStateException("the threads can't be listed", e);
        }
        if (found.stream().noneMatch(one -> one.thread() == Thread.currentThread())) {
            throw new IllegalStateException("not all threads are listed");
        }
        return found;
    }

    private static void addAll(Object container, List<One> found) throws Throwable {
        var inScope = container.toString().contains("StructuredTaskScope");
        ((Stream<?>) THREADS.invoke(container)).forEach(thread -> found.add(new One((Thread) thread, inScope)));
        for (var child : ((Stream<?>) CHILDREN.invoke(container)).toList()) {
            addAll(child, found);
        }
    }
}
