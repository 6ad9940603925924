package structured.coach.judge;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
import structured.coach.words.Wording;

/** What to do about an exception that a lambda may not throw: whose lambda it is, the text before it tells. */
final class LambdaHelp {

    private static final Wording SAY = Wording.of(LambdaHelp.class);

    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*(?:<[^()]*>)?\\s*$");

    /** These take a Callable, which may throw any Exception. */
    private static final Set<String> OF_A_CALLABLE = Set.of("fork", "submit", "call", "invokeAll", "invokeAny", "FutureTask");

    /** What they are given runs in a thread that they choose. */
    private static final Set<String> IN_ANOTHER_THREAD = Set.of("supplyAsync", "runAsync", "execute", "startVirtualThread", "start", "unstarted", "ofVirtual", "Thread");

    /** A call that is open in the text: where its parenthesis is, and whether an arrow came after that. */
    private record Open(int at, boolean isLambda) {}

    private LambdaHelp() {}

    /** What to do about that exception, if it is in a lambda on that line, counted from one, that may not throw it. */
    static Optional<String> of(String exception, List<String> lines, long line) {
        var code = JavaText.codeOnly(String.join("\n", lines));
        return whose(code, (int) line).filter(name -> !OF_A_CALLABLE.contains(name)).map(name -> name.equals("run") && code.contains("ScopedValue.where(")
                ? SAY.of("help.lambda-bound", exception)
                : IN_ANOTHER_THREAD.contains(name) ? SAY.of("help.lambda-thread", name, exception) : SAY.of("help.lambda", name, exception));
    }

    /** The name of the method that the innermost lambda is given to which is open at the line, or begins in it. */
    private static Optional<String> whose(String code, int line) {
        var open = new ArrayDeque<Open>();
        var found = Optional.<String>empty();
        var deepest = 0;
        for (int i = 0, at = 1; i < code.length() && at <= line; i++) {
            switch (code.charAt(i)) {
                case '\n' -> at++;
                case '(' -> open.push(new Open(i, false));
                case ')' -> open.poll();
                case '>' -> {
                    if (i > 0 && code.charAt(i - 1) == '-' && !open.isEmpty()) {
                        open.push(new Open(open.pop().at, true));
                    }
                }
                default -> { }
            }
            if (at == line) {
                var lambdas = open.stream().filter(Open::isLambda).toList();
                if (lambdas.size() > deepest) {
                    deepest = lambdas.size();
                    found = nameBefore(code, lambdas.getFirst().at);
                }
            }
        }
        return found;
    }

    private static Optional<String> nameBefore(String code, int parenthesis) {
        var name = NAME.matcher(code.substring(Math.max(0, parenthesis - 100), parenthesis));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
