package structured.coach.judge.worker;

import java.util.LinkedHashMap;
import java.util.List;

/** What all threads do at a moment. */
final class Dumps {

    private record What(boolean inScope, Thread.State state, List<StackTraceElement> stack) {}

    /** Enough kinds of things to do: what is told of them is a sentence. */
    private static final int LIMIT = 1000;

    private Dumps() {}

    /** All threads but the JDK's and the coach's own, each with its kind: there may be a hundred thousand of one kind. */
    static Answer.Dumped of(Frames frames) {
        var kinds = new LinkedHashMap<What, Answer.Seen>();
        for (var one : Threads.all()) {
            var thread = one.thread();
            var stack = List.of(thread.getStackTrace());
            if (!stack.isEmpty() && kinds.size() < LIMIT && !isOurs(thread, stack, frames)) {
                var what = new What(one.inScope(), thread.getState(), stack);
                kinds.merge(what, new Answer.Seen(1, thread.threadId(), thread.getName(), one.inScope(), one.scope(), what.state, stack),
                        (seen, more) -> seen.andOneMore());
            }
        }
        return new Answer.Dumped(List.copyOf(kinds.values()), frames);
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
