package structured.coach.judge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import structured.coach.judge.worker.Answer.Dumped;
import structured.coach.judge.worker.Answer.Seen;
import structured.coach.judge.worker.Frames;
import structured.coach.terminal.Harmless;
import structured.coach.words.Wording;

/** Turns looks at a hung worker into a sentence: who waits for whom, or goes round in a loop, and at which line. */
final class HangReport {

    private static final Wording SAY = Wording.of(HangReport.class);

    /** What a thread does whose innermost frames are of the JDK, by the first frame here that it has. */
    private static final Map<String, String> WAITS = new LinkedHashMap<>();

    static {
        WAITS.put("java.util.concurrent.StructuredTaskScope.join", "waits.join");
        WAITS.put("java.util.concurrent.StructuredTaskScope.joinUntil", "waits.join-until");
        WAITS.put("java.util.concurrent.StructuredTaskScope.close", "waits.close");
        WAITS.put("java.util.concurrent.StructuredTaskScope$ShutdownOnFailure.join", "waits.join");
        WAITS.put("java.util.concurrent.StructuredTaskScope$ShutdownOnSuccess.join", "waits.join");
        WAITS.put("java.util.concurrent.CountDownLatch.await", "waits.latch");
        WAITS.put("java.util.concurrent.Semaphore.acquire", "waits.permit");
        WAITS.put("java.util.concurrent.locks.ReentrantLock.lock", "waits.lock");
        WAITS.put("java.util.concurrent.locks.ReentrantLock.lockInterruptibly", "waits.lock");
        WAITS.put("java.util.concurrent.CompletableFuture.get", "waits.completable-future");
        WAITS.put("java.util.concurrent.CompletableFuture.join", "waits.completable-future");
        WAITS.put("java.util.concurrent.FutureTask.get", "waits.future");
        WAITS.put("java.util.concurrent.ForkJoinTask.get", "waits.pool");
        WAITS.put("java.util.concurrent.ForkJoinTask.join", "waits.pool");
        WAITS.put("java.util.concurrent.ThreadPerTaskExecutor.close", "waits.executor");
        WAITS.put("java.util.concurrent.ExecutorService.close", "waits.executor");
        WAITS.put("java.lang.Thread.join", "waits.thread");
        WAITS.put("java.lang.Thread.sleep", "waits.sleep");
        WAITS.put("java.lang.Thread.yield", "waits.yield");
        WAITS.put("java.lang.Object.wait", "waits.notify");
        WAITS.put("java.util.concurrent.locks.LockSupport.park", "waits.parked");
    }

    /** Where threads of pools are while there is nothing to do for them. */
    private static final Set<String> IDLE = Set.of("java.util.concurrent.ForkJoinPool.awaitWork", "java.util.concurrent.ThreadPoolExecutor.getTask");

    /** What a virtual thread does that is the reason why others don't go on. */
    private static final String PINNED = "pinned";
    private static final String FOR_A_MONITOR = "pinned.monitor";

    private final List<Dumped> looks;
    private final Frames frames;

    private HangReport(List<Dumped> looks) {
        this.looks = looks;
        frames = looks.getFirst().frames();
    }

    /** The sentence: of threads in a learner's code, or else of those that learners' code may have started; or an empty one. */
    static String of(List<Dumped> looks) {
        return looks.isEmpty() ? "" : new HangReport(looks).sentence();
    }

    private String sentence() {
        var doings = new LinkedHashMap<String, Integer>();
        var threads = looks.getFirst().threads();
        for (var seen : threads) {
            seen.stack().stream().filter(frames::isLearners).findFirst().ifPresent(own ->
                    doings.merge(SAY.of(seen.inScope() ? "hang.subtask" : "hang.thread", whatItDoes(seen, own), place(own)), seen.count(), Integer::sum));
        }
        if (doings.isEmpty()) {
            threads.stream().filter(this::isNobodys).forEach(seen -> doings.merge(seen.name().isEmpty() ? SAY.of("hang.nobodys", waits(seen, seen.stack()))
                    : SAY.of("hang.nobodys-named", waits(seen, seen.stack()), Harmless.cut(Harmless.line(seen.name()), 100)), seen.count(), Integer::sum));
        }
        // Threads that do the same at the same line are told together; the caller comes before its subtasks, and who keeps a carrier before all.
        return doings.entrySet().stream().sorted(Comparator.<Map.Entry<String, Integer>, Boolean>comparing(doing -> !doing.getKey().contains(SAY.of(FOR_A_MONITOR)))
                        .thenComparing(doing -> !doing.getKey().contains(SAY.of(PINNED)))).limit(5)
                .map(doing -> doing.getValue() == 1 ? SAY.of("hang.doing", doing.getKey()) : SAY.count("hang.doing-too", doing.getValue() - 1, doing.getKey()))
                .collect(Collectors.joining(" ")) + unseen();
    }

    private String unseen() {
        var unseen = looks.getFirst().unseen();
        return unseen == 0 ? "" : SAY.of("hang.unseen", unseen);
    }

    /** In none of a module's code, but not idle either. */
    private boolean isNobodys(Seen seen) {
        return seen.stack().stream().noneMatch(frame -> frames.isModules(frame) || IDLE.contains(nameOf(frame)));
    }

    private String whatItDoes(Seen seen, StackTraceElement own) {
        var above = seen.stack().subList(0, seen.stack().indexOf(own));
        if (above.stream().anyMatch(frames::isModules)) {
            return SAY.of("waits.task");
        }
        return goesRound(seen, own) ? SAY.of("waits.loop") : waits(seen, above) + (!seen.pinned() ? ""
                : seen.state() == Thread.State.BLOCKED ? SAY.of(FOR_A_MONITOR) : SAY.of("pinned.meanwhile"));
    }

    private static String waits(Seen seen, List<StackTraceElement> above) {
        return WAITS.entrySet().stream()
                .filter(wait -> above.stream().anyMatch(frame -> nameOf(frame).equals(wait.getKey())))
                .map(Map.Entry::getValue).findFirst().map(key -> SAY.of(key))
                .orElse(seen.state() == Thread.State.BLOCKED ? SAY.of("waits.monitor")
                        : above.isEmpty() ? SAY.of("waits.busy") : SAY.of("waits.in", nameOf(above.getFirst())));
    }

    /**
     * Whether a thread is never found waiting for the same thing twice, in a method that it doesn't leave: it runs at each
     * look, or is at another line, or has another scope open than before.
     */
    private boolean goesRound(Seen seen, StackTraceElement own) {
        if (seen.count() > 1 || looks.size() < 2) {
            return false;
        }
        var places = new HashSet<List<StackTraceElement>>();
        var scopes = new HashSet<Integer>();
        var runs = 0;
        for (var look : looks) {
            var again = look.threads().stream().filter(it -> it.first() == seen.first()).findFirst();
            var frame = again.flatMap(it -> it.stack().stream().filter(frames::isLearners).findFirst());
            if (frame.isEmpty() || !nameOf(frame.get()).equals(nameOf(own)) || depth(again.get(), frame.get()) != depth(seen, own)) {
                return false;
            }
            // In a native method it may wait all the same, for a file, say.
            runs += again.get().state() == Thread.State.RUNNABLE && !again.get().stack().getFirst().isNativeMethod() ? 1 : 0;
            places.add(again.get().stack());
            scopes.add(again.get().scope());
        }
        return runs == looks.size() || places.size() > 1 || scopes.size() > 1;
    }

    /** How many calls down the method is: recursion is no loop. */
    private static int depth(Seen seen, StackTraceElement frame) {
        return seen.stack().size() - seen.stack().indexOf(frame);
    }

    private static String nameOf(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    private static String place(StackTraceElement frame) {
        return SAY.of(frame.getMethodName().equals("<clinit>") ? "place.initialiser" : "place", frame.getFileName(), frame.getLineNumber());
    }
}
