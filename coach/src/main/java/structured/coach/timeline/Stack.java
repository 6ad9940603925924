package structured.coach.timeline;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/** Where in the code an event happened. */
record Stack(List<RecordedFrame> frames, String modulePackage) {

    /** Whose threads these are, and not the module's own: the JDK's HTTP client and server. */
    private static final List<String> SERVICES = List.of("sun.net.httpserver.", "jdk.internal.net.http.");

    /** In here the JDK throws and catches exceptions that nobody ever hears of. */
    private static final List<String> LINKAGE = List.of("java.lang.invoke.", "jdk.internal.loader.", "java.lang.ClassLoader");

    static Stack of(RecordedEvent event, String modulePackage) {
        var stack = event.getStackTrace();
        return new Stack(stack == null ? List.of() : stack.getFrames(), modulePackage);
    }

    /** The innermost frame in the module's code, or null. */
    RecordedFrame own() {
        return frames.stream().filter(this::isOwn).findFirst().orElse(null);
    }

    /** Whether the thread was started to run a subtask, or otherwise the module's code. */
    boolean isModules() {
        var outermost = outermost();
        return outermost != null && SERVICES.stream().noneMatch(typeOf(outermost)::startsWith);
    }

    boolean isServices() {
        var outermost = outermost();
        return outermost != null && SERVICES.stream().anyMatch(typeOf(outermost)::startsWith);
    }

    /** Whether an exception came up while the JDK looked for a class or a method. */
    boolean isLinkage() {
        return frames.stream().takeWhile(frame -> !isOwn(frame))
                .anyMatch(frame -> LINKAGE.stream().anyMatch(typeOf(frame)::startsWith));
    }

    private RecordedFrame outermost() {
        return frames.reversed().stream().filter(frame -> isOwn(frame) || typeOf(frame).contains("StructuredTaskScope$SubtaskImpl")
                || SERVICES.stream().anyMatch(typeOf(frame)::startsWith)).findFirst().orElse(null);
    }

    private boolean isOwn(RecordedFrame frame) {
        return typeOf(frame).startsWith(modulePackage + ".") && !frame.getMethod().getName().startsWith(Calls.PREFIX);
    }

    /** Whether what waits here is a lock, a queue or the like, and no service's answer. */
    boolean isForOthers() {
        return frames.stream().anyMatch(frame -> typeOf(frame).startsWith("java.util.concurrent.") && !typeOf(frame).startsWith("java.util.concurrent.locks.LockSupport"))
                && frames.stream().noneMatch(frame -> SERVICES.stream().anyMatch(typeOf(frame)::startsWith));
    }

    /** Whether a virtual thread was running here: if the event isn't that one's, it is its carrier's. */
    boolean isVirtualThreads() {
        return frames.stream().anyMatch(frame -> typeOf(frame).equals("java.lang.VirtualThread"));
    }

    static String typeOf(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    /** The source file of a frame, by the name of its outermost class. */
    static String sourceOf(RecordedFrame frame) {
        var type = typeOf(frame);
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "") + ".java";
    }
}
