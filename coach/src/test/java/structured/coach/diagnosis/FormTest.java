package structured.coach.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the form of code")
class FormTest {

    private static Form method(String body) {
        return source("""
                public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks) throws Exception {
                    %s
                }
                """.formatted(body));
    }

    private static Form source(String members) {
        return Form.of(List.of("package structured.gather; public final class Gather { %s }".formatted(members)));
    }

    private static final String STREAM = """
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = tasks.stream().map(scope::fork).toList();
                scope.join().throwIfFailed();
                return subtasks.stream().<T>map(Subtask::get).toList();
            }
            """;

    @Test
    @DisplayName("doesn't depend on names, on comments, or on how it is laid out")
    void names() {
        var other = STREAM.replace("scope.", "group.").replace("scope:", "group:").replace("var scope", "var group").replace("subtasks", "all").replace("\n", " /* so */ ");
        assertThat(method(other)).isEqualTo(method(STREAM));
        assertThat(source("public static int run() { return answer(2); } private static int answer(int of) { return of + 40; }"))
                .isEqualTo(source("public static int run() { return number(2); } private static int number(int n) { return n + 40; }"));
    }

    @Test
    @DisplayName("tells a join in the loop that forks from one behind it, be it a loop or a stream")
    void loops() {
        var inLoop = method("try (var s = new StructuredTaskScope<T>()) { for (var task : tasks) { s.fork(task); s.join(); } } return null;");
        var behind = method("try (var s = new StructuredTaskScope<T>()) { for (var task : tasks) { s.fork(task); } s.join(); } return null;");
        assertThat(inLoop.features()).contains("loop:fork+join", "join@loop.try");
        assertThat(behind.features()).contains("fork@loop.try", "join@try").doesNotContain("loop:fork+join");
        assertThat(method(STREAM).features()).contains("fork@loop.try", "join@try").doesNotContain("loop:fork+get");
        assertThat(method("return tasks.stream().map(scope::fork).map(Subtask::get).toList();").features()).contains("loop:fork+get");
    }

    @Test
    @DisplayName("tells what a task does from what its caller does, also by way of a method of its own")
    void tasks() {
        assertThat(method("scope.fork(() -> list.add(task.call())); return null;").features()).contains("add@task", "call@task");
        assertThat(source("public static void run() { scope.fork(() -> work()); list.add(1); } private static void work() { permits.release(); }").features())
                .contains("release@task", "add").doesNotContain("add@task");
        assertThat(source("public static void run() { new Own<String>().join(); } static class Own<T> extends StructuredTaskScope<T> { "
                + "@Override protected void handleComplete(Subtask<? extends T> subtask) { super.handleComplete(subtask); shutdown(); } }").features())
                .contains("override:handleComplete", "super.handleComplete@handler", "shutdown@handler", "extends:StructuredTaskScope");
    }

    @Test
    @DisplayName("tells what is caught, where, and what becomes of it")
    void caught() {
        assertThat(method("scope.fork(() -> { try { return task.call(); } catch (Exception e) { return null; } }); return null;").features())
                .contains("catch:Exception@task", "catch:Exception:return@task");
        assertThat(method("try { scope.join(); } catch (InterruptedException e) { } return null;").features()).contains("catch:InterruptedException:nothing");
    }

    @Test
    @DisplayName("tells what is shared: locks, monitors, fields of a class and of objects, collections that tasks fill")
    void shared() {
        assertThat(source("private static final ReentrantLock LOCK = new ReentrantLock(); private volatile Throwable failure; "
                + "public synchronized void run() { LOCK.lock(); try { failure = null; } finally { LOCK.unlock(); } }").features())
                .contains("field:static", "field:volatile", "field:ReentrantLock", "synchronized", "lock@sync", "set-field@sync.try", "unlock@finally.sync");
        assertThat(method("var results = new ArrayList<T>(); scope.fork(() -> results.add(task.call())); return results;").features()).contains("ArrayList.add@task");
    }

    @Test
    @DisplayName("doesn't have what only main does, or what nobody calls")
    void demo() {
        assertThat(source("public static int run() { return 1 + 1; } public static void main(String[] args) { sleeps(); } private static void sleeps() { Thread.sleep(1); }"
                + " private static void unused() { Thread.yield(); }").features()).doesNotContain("Thread.sleep", "Thread.yield");
    }

    @Test
    @DisplayName("of what can't be read is none")
    void unreadable() {
        assertThat(Form.of(List.of("{{{")).features()).isEmpty();
        assertThat(Form.of(List.of()).features()).isEmpty();
        assertThat(method("return " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";").features()).isEmpty();
    }
}
