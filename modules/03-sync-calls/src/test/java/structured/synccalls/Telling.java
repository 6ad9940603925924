package structured.synccalls;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Map;
import java.util.MissingFormatArgumentException;
import java.util.concurrent.StructureViolationException;
import java.util.regex.Pattern;

/** Puts into words what a test failed with: what happened, why that is so where your line says it, and which step mends it. Every module has a copy. */
@SuppressWarnings("preview")
final class Telling {

    /** What is told. {@code why} may be empty; it comes after the line of yours. */
    record Told(String what, String why, int step) {
        Told(String what, int step) {
            this(what, "", step);
        }
    }

    /** As they print themselves, which is PT1M for a minute. */
    private static final Pattern DURATION = Pattern.compile("\\bPT(?=-?\\d)(?:-?\\d+H)?(?:-?\\d+M)?(?:-?\\d+(?:\\.\\d+)?S)?(?!\\w)");

    /** A report of a failure that has what was thrown as its cause. */
    private static final Pattern WRAPPED = Pattern.compile("(?s).*\\bthrew (.+?), .*reports: ([\\w.$]+): \\1\\s*");

    private static final Map<Duration, String> ENDS = Map.of(
            ChronoUnit.FOREVER.getDuration(), "ChronoUnit.FOREVER", ChronoUnit.FOREVER.getDuration().negated(), "ChronoUnit.FOREVER, negated",
            Duration.ofSeconds(Long.MAX_VALUE), "Duration.ofSeconds(Long.MAX_VALUE)", Duration.ofSeconds(Long.MIN_VALUE), "Duration.ofSeconds(Long.MIN_VALUE)");

    private Telling() {}

    /** What to say of a failure; {@code yours} is that among its causes which was thrown at a line of yours, or it itself. */
    static Told of(Throwable failure, Throwable yours, Steps.Taught taught, int step) {
        return switch (failure) {
            case AssertionError assertion -> new Told(ended(inWords(String.valueOf(assertion.getMessage()))), why(yours) + around(assertion), step);
            case Patience.Lost lost -> new Told("The call never came back, and was given up.", step);
            case StructureViolationException e when isFrom(e, "fork") ->
                    new Told("It forked under other bindings than those that it opened its scope under: " + e,
                            "What is bound around a fork is not what the scope was opened with. Bind inside the fork: what is forked binds, and then calls the task.",
                            taught == null || taught.binding() == 0 ? step : taught.binding());
            case StructureViolationException e when taught != null ->
                    new Told("It left a scope open: nobody closed it. Open scopes in the parentheses of a try, which closes them.", taught.scope());
            // As a parallel stream throws it once more.
            case WrongThreadException e when e.getCause() instanceof WrongThreadException cause -> of(cause, yours, taught, step);
            case WrongThreadException e when taught != null && isOfScopes(e) ->
                    new Told("It used a scope that another thread had opened: " + e,
                            "A scope belongs to the thread that opens it; only that one and its own subtasks may fork in it, not the threads of a parallel stream, say. Open one in each call, in the parentheses of a try.", taught.scope());
            case IllegalFormatException e ->
                    new Told("It threw " + e, "The format string and what it is given don't fit together%s.".formatted(misfit(e)),
                            taught == null || taught.sentence() == 0 ? step : taught.sentence());
            case IllegalStateException e when taught == null -> new Told("It threw " + e, step);
            // The JDK says so after the join, where nothing had been forked.
            case IllegalStateException e when isFrom(e, "result") && "No completed subtasks".equals(e.getMessage()) ->
                    new Told("It asked a scope in which no subtask had ended for the first result: " + e, step);
            case IllegalStateException e when isFrom(e, "ensureJoinedIfOwner") || isFrom(e, "throwIfFailed") || isFrom(e, "result") ->
                    new Told("It asked for the outcome of what it had forked, before a join had waited for that: " + e, taught.join());
            case IllegalStateException e when isFrom(e, "close") ->
                    new Told("It left its scope before anyone had waited, by a join, for what was forked: " + e, taught.join());
            case IllegalStateException e when isFrom(e, "get") ->
                    new Told("It asked a subtask that had failed for its result. Has anyone asked the scope whether one failed? " + e, taught.failure());
            default -> new Told(inWords("It threw " + failure), why(yours), step);
        };
    }

    /** What the JDK didn't take from a line of yours, where that can be seen; or an empty text. */
    private static String why(Throwable thrown) {
        var called = calledByYou(thrown);
        return switch (thrown) {
            case NullPointerException e when !called.isEmpty() ->
                    "%s takes no null, and was given one by your line. A task's result may be null.".formatted(called);
            case ArithmeticException e when !called.isEmpty() -> tooLarge(called);
            case DateTimeException e when !called.isEmpty() -> tooLarge(called);
            default -> "";
        };
    }

    /** What is to be passed on, and comes in another one: both print alike, or nearly so. */
    private static String around(AssertionError assertion) {
        var wrapped = WRAPPED.matcher(String.valueOf(assertion.getMessage()));
        return !wrapped.matches() ? "" : ("Something was put around what was thrown: a %s. What counts is the cause of the ExecutionException that the call ends with, "
                + "and that has to be the exception itself.").formatted(wrapped.group(2));
    }

    /** An empty text at the end of a message would look like none. */
    private static String ended(String message) {
        return message.endsWith(": ") ? message + "an empty text" : message;
    }

    private static String misfit(IllegalFormatException thrown) {
        return switch (thrown) {
            case IllegalFormatConversionException e -> ": %%%s prints %s, and was given %s %s".formatted(e.getConversion(),
                    "aAeEfgG".indexOf(e.getConversion()) >= 0 ? "a double" : "doxX".indexOf(e.getConversion()) >= 0 ? "a whole number" : "something else",
                    e.getArgumentClass().getSimpleName().matches("[AEIOU].*") ? "an" : "a", e.getArgumentClass().getSimpleName());
            case MissingFormatArgumentException e -> ": there is nothing for " + e.getFormatSpecifier();
            default -> "";
        };
    }

    private static String tooLarge(String called) {
        return "%s overflowed: what came out is too large, or too small, for it. %s By the contract a duration may be that long: compare it with a bound first."
                .formatted(called, called.startsWith("Instant.") ? "An Instant goes to a billion years from now."
                        : called.matches(".*(?i:nano).*") ? "A long holds 292 years of nanoseconds." : "").replace("  ", " ");
    }

    /** The method of the JDK that your line called, and that threw this, as in ConcurrentHashMap.put; or an empty text. */
    private static String calledByYou(Throwable thrown) {
        var frames = List.of(thrown.getStackTrace());
        var inside = frames.stream().takeWhile(frame -> frame.getClassName().matches("(java|jdk)\\..*")).toList();
        if (inside.isEmpty() || inside.size() == frames.size() || !Steps.isYours(frames.get(inside.size()).toString())) {
            return "";
        }
        var called = inside.getLast();
        return called.getClassName().replaceAll(".*[.]", "").replaceAll("\\$.*", "") + "." + called.getMethodName();
    }

    /** Whether the JDK threw this as one of its scopes was used. */
    private static boolean isOfScopes(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).takeWhile(frame -> frame.getClassName().matches("(java|jdk)\\..*"))
                .anyMatch(frame -> frame.getClassName().contains("StructuredTaskScope"));
    }

    /** Whether the JDK threw this in a method of its scopes or subtasks. */
    private static boolean isFrom(Throwable failure, String method) {
        return Arrays.stream(failure.getStackTrace()).takeWhile(frame -> frame.getClassName().matches("(java|jdk)\\..*"))
                .anyMatch(frame -> frame.getClassName().contains("StructuredTaskScope") && frame.getMethodName().equals(method));
    }

    /** A text with the durations in it as people read them. */
    static String inWords(String text) {
        return DURATION.matcher(text).replaceAll(found -> inWords(Duration.parse(found.group())));
    }

    private static String inWords(Duration duration) {
        var seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        var years = seconds.abs().longValue() / 31_556_952;
        var end = ENDS.containsKey(duration) ? " (%s)".formatted(ENDS.get(duration)) : "";
        var size = years >= 2_000_000_000 ? "about %d billion years".formatted(years / 1_000_000_000)
                : years >= 100 ? "about %,d years".formatted(years) : inUnits(seconds.abs());
        return (seconds.signum() < 0 ? size.startsWith("about ") ? size.replace("about ", "about minus ") : "minus " + size : size) + end;
    }

    /** In the largest unit of which it is a whole number, and not in thousands of it. */
    private static String inUnits(BigDecimal seconds) {
        if (seconds.signum() == 0) {
            return "0 seconds";
        }
        var whole = seconds.stripTrailingZeros().scale() <= 0 ? seconds.longValue() : 0;
        return whole > 0 && whole % 86_400 == 0 ? counted(whole / 86_400, "day")
                : whole > 0 && whole % 3_600 == 0 ? counted(whole / 3_600, "hour")
                : whole > 0 && whole % 60 == 0 ? counted(whole / 60, "minute")
                : seconds.compareTo(BigDecimal.ONE) >= 0 ? whole == 1 ? "1 second" : seconds.stripTrailingZeros().toPlainString() + " seconds"
                : seconds.stripTrailingZeros().scale() <= 3 ? counted(seconds.movePointRight(3).longValue(), "millisecond")
                : counted(seconds.movePointRight(9).longValue(), "nanosecond");
    }

    /** As in "1 day" and "2 days". */
    static String counted(long number, String unit) {
        return "%,d %s".formatted(number, number == 1 ? unit : unit + "s");
    }

    /** What goes with so many: was or were. */
    static String were(long number) {
        return number == 1 ? "was" : "were";
    }
}
