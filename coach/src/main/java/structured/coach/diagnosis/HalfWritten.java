package structured.coach.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import structured.coach.machine.Source;

/** Whether code is on its way. Then what is missing isn't forgotten, and nothing is to be said about it. */
final class HalfWritten {

    private static final Pattern TAUGHT = Pattern.compile("@Steps\\.Taught\\(scope = (\\d+), join = (\\d+), failure = (\\d+)\\)");

    private static final Pattern STEP = Pattern.compile("@Tag\\(\"step-(\\d+)\"\\)");

    private static final Set<String> BEGINS = Set.of("fork", "submit", "execute", "start", "startVirtualThread", "Thread.startVirtualThread", "unstarted",
            "runAsync", "supplyAsync", "CompletableFuture.runAsync", "CompletableFuture.supplyAsync", "invokeAll", "invokeAny", "call", "new:Thread");
    private static final Set<String> WAITS = Set.of("join", "joinUntil", "super.join", "super.joinUntil", "get", "take", "poll", "await", "acquire",
            "acquireUninterruptibly", "resultNow", "invokeAll", "close", "call", "result", "shutdownNow");
    private static final Set<String> ASKS = Set.of("throwIfFailed", "super.throwIfFailed", "exception", "exceptionNow", "result", "resultNow", "state",
            "throw:ExecutionException");

    /** Each of these is something that a step of the lesson is about: whether anything of it is there. */
    private record Piece(int step, boolean isThere) {}

    private HalfWritten() {}

    /** Whether code of this form is: {@code right} are right answers, and the tests say which step is about what. */
    static boolean is(Form form, List<Form> right, List<Source.Read> tests, Part part) {
        // The stub's own exception; or a method in which there is nothing yet, or nothing that it could return.
        if (form.has("unwritten") || form.has("throw:UnsupportedOperationException")) {
            return true;
        }
        return pieces(form, tests, part).stream().anyMatch(piece -> !piece.isThere) || lacksTheEnd(form, right);
    }

    /** Those that are about a later step than the one that hands over what has come of it. */
    private static List<Piece> pieces(Form form, List<Source.Read> tests, Part part) {
        var steps = new TreeSet<Integer>();
        var pieces = new ArrayList<Piece>();
        for (var test : tests) {
            if (!part.isTestedBy(test.path().getFileName().toString())) {
                continue;
            }
            var text = test.ascii();
            STEP.matcher(text).results().map(step -> Integer.valueOf(step.group(1))).forEach(steps::add);
            var taught = TAUGHT.matcher(text);
            if (pieces.isEmpty() && taught.find()) {
                pieces.add(new Piece(Integer.parseInt(taught.group(1)), form.hasOneOf(BEGINS)));
                pieces.add(new Piece(Integer.parseInt(taught.group(2)), form.hasOneOf(WAITS)));
                pieces.add(new Piece(Integer.parseInt(taught.group(3)), form.hasOneOf(ASKS) || form.features().stream().anyMatch(it -> it.startsWith("catch:"))));
            }
        }
        // Of the others it is the last. Where one step is about everything, there is no later one.
        var all = steps.isEmpty() ? 0 : steps.getLast();
        pieces.forEach(piece -> steps.remove(piece.step));
        var handsOver = steps.isEmpty() ? all : steps.getLast();
        return pieces.stream().filter(piece -> piece.step > handsOver).toList();
    }

    /** What each right answer throws, this one doesn't: its last line is still to come. */
    private static boolean lacksTheEnd(Form form, List<Form> right) {
        return right.stream().findFirst().stream().flatMap(one -> one.features().stream())
                .filter(feature -> feature.startsWith("throw:") && !feature.contains("@") && !feature.contains(">"))
                .filter(feature -> !feature.equals("throw:IllegalArgumentException") && right.stream().allMatch(one -> one.has(feature))).anyMatch(feature -> !form.has(feature));
    }
}
