package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.judge.worker.Answer.Dumped;
import structured.coach.judge.worker.Answer.Seen;
import structured.coach.judge.worker.Frames;

@DisplayName("of a hang is told")
class HangReportTest {

    private static final Frames FRAMES = new Frames(Set.of("structured.gather.Gather"), Set.of("structured.gather.GatherTest"));

    private static final StackTraceElement JOIN = frame("java.util.concurrent.StructuredTaskScope", "join", 500);
    private static final StackTraceElement SLEEP = frame("java.lang.Thread", "sleep", 500);
    private static final StackTraceElement LOCK = frame("java.util.concurrent.locks.ReentrantLock", "lock", 500);
    private static final StackTraceElement TEST = frame("structured.gather.GatherTest", "test", 30);

    private static StackTraceElement frame(String className, String method, int line) {
        return new StackTraceElement(className, method, className.substring(className.lastIndexOf('.') + 1) + ".java", line);
    }

    private static StackTraceElement gather(int line) {
        return frame("structured.gather.Gather", "gather", line);
    }

    private static Seen thread(int number, Thread.State state, StackTraceElement... stack) {
        return new Seen(1, number, "", false, 0, false, state, List.of(stack));
    }

    private static Seen subtasks(int count, int first, StackTraceElement... stack) {
        return new Seen(count, first, "", true, 0, false, Thread.State.TIMED_WAITING, List.of(stack));
    }

    private static Dumped look(Seen... threads) {
        return new Dumped(List.of(threads), 0, FRAMES);
    }

    private static String told(Dumped... looks) {
        return HangReport.of(List.of(looks));
    }

    @Test
    @DisplayName("who waits for whom, and how many do the same")
    void whoWaits() {
        var look = look(thread(1, Thread.State.WAITING, JOIN, gather(40), TEST), subtasks(3, 2, SLEEP, frame("structured.gather.Gather", "lambda$0", 41)));
        assertThat(told(look, look, look)).isEqualTo("A thread waits in join for its subtasks, at Gather.java:40. 3 subtasks: each sleeps, at Gather.java:41.");
    }

    @Test
    @DisplayName("a monitor that is waited for")
    void monitor() {
        var look = look(thread(1, Thread.State.BLOCKED, gather(40), TEST));
        assertThat(told(look, look, look)).isEqualTo("A thread waits to enter a synchronized block or method, which another thread is in, at Gather.java:40.");
    }

    @Test
    @DisplayName("first of all who waits for a monitor, and keeps its carrier from others")
    void pinned() {
        var joins = new Seen(1, 1, "", false, 0, false, Thread.State.WAITING, List.of(JOIN, gather(40), TEST));
        var waits = new Seen(2, 2, "", true, 0, true, Thread.State.BLOCKED, List.of(gather(50)));
        var sleeps = new Seen(1, 4, "", true, 0, true, Thread.State.TIMED_WAITING, List.of(SLEEP, gather(60)));
        var look = look(joins, sleeps, waits);
        assertThat(told(look, look, look)).isEqualTo("2 subtasks: each waits to enter a synchronized block or method, which another thread is in, "
                + "and keeps its carrier while it waits for the monitor, at Gather.java:50. Do without synchronized there: nobody is to hold a lock while he waits, "
                + "in a join for example. A subtask sleeps, and keeps its carrier meanwhile, "
                + "as one does in a synchronized block or method, at Gather.java:60. A thread waits in join for its subtasks, at Gather.java:40.");
    }

    @Test
    @DisplayName("before the caller's join the line where a lock is waited for, and that nobody is left who holds it")
    void lockLeft() {
        var joins = thread(1, Thread.State.WAITING, JOIN, gather(40), TEST);
        var handler = frame("structured.gather.Gather", "handleComplete", 50);
        var waits = subtasks(2, 2, LOCK, handler);
        var look = look(joins, waits);
        assertThat(told(look, look, look)).isEqualTo("2 subtasks: each waits for a lock that another thread holds, at Gather.java:50. "
                + "No other thread is in that method: did the one that took the lock leave it without unlocking? Unlock in a finally. "
                + "A thread waits in join for its subtasks, at Gather.java:40.");
    }

    @Test
    @DisplayName("no lock as left behind where another thread, or a call further out, is in the method that takes it")
    void lockHeld() {
        var handler = frame("structured.gather.Gather", "handleComplete", 50);
        var inside = frame("structured.gather.Gather", "handleComplete", 51);
        var sleeps = look(subtasks(2, 2, LOCK, handler), subtasks(1, 4, SLEEP, inside));
        assertThat(told(sleeps, sleeps, sleeps)).contains("waits for a lock").doesNotContain("finally");
        var nested = look(subtasks(1, 2, LOCK, handler), thread(4, Thread.State.WAITING, JOIN, gather(40), TEST, inside));
        assertThat(told(nested, nested, nested)).contains("waits for a lock").doesNotContain("finally");
        var each = look(subtasks(1, 2, LOCK, handler), subtasks(1, 3, LOCK, inside));
        assertThat(told(each, each, each)).contains("waits for a lock").doesNotContain("finally");
    }

    @Test
    @DisplayName("first who computes, and then who waits for that")
    void computes() {
        var look = look(thread(1, Thread.State.WAITING, JOIN, gather(40), TEST), new Seen(2, 2, "", true, 0, false, Thread.State.RUNNABLE, List.of(gather(41))));
        assertThat(told(look, look, look)).isEqualTo("2 subtasks: each computes, and waits for nothing, at Gather.java:41. A thread waits in join for its subtasks, at Gather.java:40.");
    }

    @Test
    @DisplayName("a loop: by one that runs at each look, or is at another line, or has another scope open")
    void loop() {
        var runs = look(thread(1, Thread.State.RUNNABLE, gather(40), TEST));
        assertThat(told(runs, runs, runs)).isEqualTo("A thread goes round in a loop, at Gather.java:40.");
        var closes = look(thread(1, Thread.State.WAITING, JOIN, gather(41), TEST));
        assertThat(told(runs, closes, runs)).isEqualTo("A thread goes round in a loop, at Gather.java:40.");
        assertThat(told(Stream.of(7, 8, 9).map(scope -> look(new Seen(1, 1, "", false, scope, false, Thread.State.WAITING, List.of(JOIN, gather(40), TEST))))
                .toArray(Dumped[]::new))).isEqualTo("A thread goes round in a loop, at Gather.java:40.");
    }

    @Test
    @DisplayName("who yields, wherever in the JDK that is")
    void yields() {
        var yield = frame("java.lang.Thread", "yield", 443);
        var one = thread(1, Thread.State.RUNNABLE, frame("java.lang.Thread", "yield0", 1), yield, gather(40), TEST);
        var others = new Seen(99, 2, "", false, 0, false, Thread.State.RUNNABLE, List.of(frame("java.lang.VirtualThread", "tryYield", 1), yield, gather(40)));
        assertThat(told(look(one, others))).isEqualTo("100 threads: each gives up its turn by Thread.yield, and goes on at once, at Gather.java:40.");
    }

    @Test
    @DisplayName("no loop where a method calls itself, or was left meanwhile")
    void noLoop() {
        var deep = look(thread(1, Thread.State.RUNNABLE, gather(40), gather(41), TEST));
        var deeper = look(thread(1, Thread.State.RUNNABLE, gather(40), gather(41), gather(41), TEST));
        assertThat(told(deep, deeper, deep)).isEqualTo("A thread computes, and waits for nothing, at Gather.java:40.");
        assertThat(told(deep, look(), deep)).isEqualTo("A thread computes, and waits for nothing, at Gather.java:40.");
    }

    @Test
    @DisplayName("where none of the learner's lines is to be seen, what threads do that are not the tests' own")
    void elsewhere() {
        var sleeps = new Seen(2, 1, "ForkJoinPool.commonPool-worker-1", false, 0, false, Thread.State.TIMED_WAITING, List.of(SLEEP));
        var idle = new Seen(1, 3, "pool-1", false, 0, false, Thread.State.WAITING, List.of(frame("java.util.concurrent.ThreadPoolExecutor", "getTask", 1)));
        assertThat(told(look(thread(4, Thread.State.WAITING, TEST), sleeps, idle)))
                .isEqualTo("2 threads that are none of the tests': each sleeps, named ForkJoinPool.commonPool-worker-1.");
        assertThat(HangReport.of(List.of())).isEmpty();
    }
}
