package structured.coach.judge.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What all threads do at a moment. */
final class Dumps {

    private record What(boolean inScope, Thread.State state, List<StackTraceElement> stack) {}

    /** Enough kinds of things to do: what is told of them is a sentence. */
    private static final int LIMIT = 1000;

    /** To look at a hundred thousand takes seconds, and most of them do the same. */
    private static final int LOOKED_AT = 20_000;

    private Dumps() {}

    /** All threads but the JDK's and the coach's own, each with its kind: there may be a hundred thousand of one kind. */
    static Answer.Dumped of(Frames frames) {
        var kinds = new LinkedHashMap<What, Answer.Seen>();
        var all = new ArrayList<>(Threads.all());
        // Whoever waits for the others first, and strays last.
        all.sort(Comparator.comparing(one -> !one.thread().isVirtual() || one.scope() != 0 ? 0 : one.inScope() ? 1 : 2));
        for (var one : all.subList(0, Math.min(all.size(), LOOKED_AT))) {
            var thread = one.thread();
            var stack = List.of(thread.getStackTrace());
            if (!stack.isEmpty() && kinds.size() < LIMIT && !isOurs(thread, stack, frames)) {
                var what = new What(one.inScope(), thread.getState(), stack);
                kinds.merge(what, new Answer.Seen(1, thread.threadId(), thread.getName(), one.inScope(), one.scope(), isPinned(thread, what), what.state, stack),
                        (seen, more) -> seen.andOneMore());
            }
        }
        return new Answer.Dumped(List.copyOf(kinds.values()), Math.max(0, all.size() - LOOKED_AT), frames);
    }

    /** Which line of a module's has this JVM end: its thread waits in exit meanwhile. */
    static Optional<String> whoExits(Frames frames) {
        return Threads.all().stream().map(one -> List.of(one.thread().getStackTrace()))
                .filter(stack -> stack.stream().anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit")))
                .flatMap(stack -> stack.stream().filter(frames::isLearners)).map(frame -> frame.getFileName() + ":" + frame.getLineNumber()).findFirst();
    }

    /** Since JDK 24 who waits for a monitor keeps no carrier; who waits inside a native call still does. */
    private static boolean isPinned(Thread thread, What what) {
        return thread.isVirtual() && (what.stack.stream().anyMatch(frame -> frame.getMethodName().equals("parkOnCarrierThread"))
                || Runtime.version().feature() < 24 && (what.state == Thread.State.BLOCKED || what.stack.getFirst().getMethodName().equals("wait0")));
    }

    private static boolean isOurs(Thread thread, List<StackTraceElement> stack, Frames frames) {
        if (stack.stream().anyMatch(frames::isModules)) {
            return false;
        }
        // Carriers of virtual threads, and the JDK's own, are in groups of their own.
        var group = thread.getThreadGroup();
        return group == null || !thread.isVirtual() && !group.getName().equals("main")
                || stack.stream().anyMatch(frame -> frame.getClassName().startsWith(Dumps.class.getPackageName()));
    }
}
