package structured.coach.diagnosis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a piece of code does, in the order in which it stands there, and where: in a loop, in a task, in a catch. Makes features of it. */
final class Events {

    /** What is asked of those that stand in the same loop, if they do: what is begun there, and what waits for it. */
    private static final Set<String> BEGINS = Set.of("fork", "submit", "start", "execute", "startVirtualThread", "supplyAsync", "runAsync");
    private static final Set<String> WAITS = Set.of("join", "joinUntil", "get", "take", "await", "result", "call", "invokeAll", "acquire");

    /** Of these it matters what comes just before or after: somebody else goes on then. */
    private static final Set<String> WAKES = Set.of("shutdown", "release", "unlock", "countDown", "join", "fork");

    private final Set<String> features = new TreeSet<>();

    /** Who runs what is visited: nothing for the caller of the exercise's method. */
    private String runner = "";

    /** What it stands in, the outermost first. */
    private final Deque<String> places = new ArrayDeque<>();

    /** The loops that it stands in, by number. */
    private final Deque<Integer> loops = new ArrayDeque<>();
    private int loopsSoFar;

    /** By runner, what came last. */
    private final Map<String, String> last = new HashMap<>();

    /** By loop, what is called there. */
    private final Map<Integer, Set<String>> inLoops = new LinkedHashMap<>();

    /** Something that says nothing by its place. */
    void fact(String what) {
        features.add(what);
    }

    /** Something that is done. */
    void event(String what) {
        features.add(what);
        var where = where();
        if (!where.isEmpty()) {
            features.add(what + "@" + where);
        }
        var before = last.put(runner, what);
        if (before != null && (WAKES.contains(before) || WAKES.contains(what))) {
            features.add(before + ">" + what);
        }
        loops.forEach(loop -> inLoops.computeIfAbsent(loop, it -> new TreeSet<>()).add(what));
    }

    private String where() {
        var where = new TreeSet<>(places);
        if (!loops.isEmpty()) {
            where.add("loop");
        }
        return (runner + " " + String.join(" ", where)).strip().replace(' ', '.');
    }

    /** All that comes in {@code inside} is in this place. */
    void in(String place, Runnable inside) {
        places.addLast(place);
        inside.run();
        places.removeLast();
    }

    /** All that comes in {@code inside} is in a loop of this number. */
    void inLoop(int number, Runnable inside) {
        loops.addLast(number);
        inside.run();
        loops.removeLast();
    }

    int anotherLoop() {
        return ++loopsSoFar;
    }

    /** All that comes in {@code inside} is run by somebody else: what it stands in is of no matter there. */
    void runBy(String other, Runnable inside) {
        var before = runner;
        var around = new ArrayDeque<>(places);
        var loopsAround = new ArrayDeque<>(loops);
        runner = other;
        places.removeIf(place -> !place.equals("bound"));
        if (!other.equals(before)) {
            last.remove(other);
        }
        loops.clear();
        inside.run();
        runner = before;
        places.clear();
        places.addAll(around);
        loops.addAll(loopsAround);
    }

    /** Whether it is run by a task. */
    String runner() {
        return runner;
    }

    Set<String> features() {
        for (var calls : inLoops.values()) {
            for (var begins : BEGINS) {
                calls.stream().filter(call -> calls.contains(begins) && WAITS.contains(call)).forEach(waits -> features.add("loop:" + begins + "+" + waits));
            }
        }
        return features;
    }
}
