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

    /** A thread of a subtask or another one, what it does, and at which line. */
    private record Doing(boolean inScope, String what, String place, Rank rank) {
        /** As it is told of so many threads. */
        String of(int threads) {
            return SAY.count(inScope ? "hang.subtask" : "hang.thread", threads, what, place);
        }
    }

    /** Whose line is told first: who keeps a carrier, who waits for a lock, who computes, and only then who waits for those. */
    private enum Rank { KEEPS_A_CARRIER_IN_VAIN, KEEPS_A_CARRIER, WAITS_FOR_A_LOCK, COMPUTES, WAITS }

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
        var doings = new LinkedHashMap<Doing, Integer>();
        var threads = looks.getFirst().threads();
        for (var seen : threads) {
            seen.stack().stream().filter(frames::isLearners).findFirst().ifPresent(own -> doings.merge(doing(seen, own), seen.count(), Integer::sum));
        }
        var left = isLockLeft();
        // Threads that do the same at the same line are told together; but for the ranks, the caller comes before its subtasks.
        var told = doings.isEmpty() ? nobodys() : doings.entrySet().stream().sorted(Comparator.comparing(doing -> doing.getKey().rank))
                .map(doing -> doing.getKey().of(doing.getValue()) + switch (doing.getKey().rank) {
                    case KEEPS_A_CARRIER_IN_VAIN -> SAY.of("hang.no-monitor");
                    case WAITS_FOR_A_LOCK -> left ? SAY.of("hang.lock-left") : "";
                    case KEEPS_A_CARRIER, COMPUTES, WAITS -> "";
                }).toList();
        return told.stream().limit(5).collect(Collectors.joining(" ")) + unseen();
    }

    /** What threads do that none of the learner's lines is in, but that learners' code may have started. */
    private List<String> nobodys() {
        var doings = new LinkedHashMap<List<String>, Integer>();
        looks.getFirst().threads().stream().filter(this::isNobodys)
                .forEach(seen -> doings.merge(List.of(waits(seen, seen.stack()), seen.name()), seen.count(), Integer::sum));
        return doings.entrySet().stream().map(doing -> SAY.count("hang.nobodys", doing.getValue(), doing.getKey().getFirst(),
                doing.getKey().getLast().isEmpty() ? "" : SAY.of("hang.named", Harmless.cut(Harmless.line(doing.getKey().getLast()), 100)))).toList();
    }

    private Doing doing(Seen seen, StackTraceElement own) {
        var what = whatItDoes(seen, own);
        var rank = seen.pinned() ? seen.state() == Thread.State.BLOCKED ? Rank.KEEPS_A_CARRIER_IN_VAIN : Rank.KEEPS_A_CARRIER
                : Set.of(SAY.of("waits.lock"), SAY.of("waits.monitor")).contains(what) ? Rank.WAITS_FOR_A_LOCK
                : Set.of(SAY.of("waits.busy"), SAY.of("waits.loop"), SAY.of("waits.yield")).contains(what) ? Rank.COMPUTES : Rank.WAITS;
        return new Doing(seen.inScope(), what, place(own), rank);
    }

    /** Whether threads wait for a lock at one line, and no other thread is in that method: whoever took it there seems to have left with it. */
    private boolean isLockLeft() {
        var lines = new HashSet<StackTraceElement>();
        var inside = new HashSet<String>();
        for (var seen : looks.getFirst().threads()) {
            var own = seen.stack().stream().filter(frames::isLearners).toList();
            var waits = !own.isEmpty() && waits(seen, seen.stack().subList(0, seen.stack().indexOf(own.getFirst()))).equals(SAY.of("waits.lock"));
            if (waits) {
                lines.add(own.getFirst());
            }
            // Further out, it may hold what it, or another one, waits for.
            own.stream().skip(waits ? 1 : 0).forEach(frame -> inside.add(nameOf(frame)));
        }
        return lines.size() == 1 && !inside.contains(nameOf(lines.iterator().next())) && looks.getFirst().unseen() == 0;
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
                : seen.state() == Thread.State.BLOCKED ? SAY.of("pinned.monitor") : SAY.of("pinned.meanwhile"));
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
