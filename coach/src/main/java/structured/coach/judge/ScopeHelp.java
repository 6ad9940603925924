package structured.coach.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.JavaText;
import structured.coach.words.Wording;

/** What to do about a compiler's error that comes of taking a scope, or a subtask, for something else. */
final class ScopeHelp {

    private static final Wording SAY = Wording.of(ScopeHelp.class);

    private static final Pattern NO_RESULT = Pattern.compile(
            "symbol: +method (?:get|result|resultNow|getResult|results)\\((?s:.*)location: +(?:class|variable \\w+ of type) (?:(?:StructuredTaskScope\\.)?ShutdownOnFailure|StructuredTaskScope<)");
    private static final Pattern FUTURE = Pattern.compile("symbol: +class (Future|FutureTask|CompletableFuture)\\b|Subtask<\\w+> conforms to (\\w*Future\\w*)|Subtask<.*> cannot be converted to (\\w*Future\\w*)<");
    private static final Pattern EXECUTORS = Pattern.compile("\\b(?:submit|invokeAll|invokeAny|supplyAsync|runAsync|Executors?|ExecutorService|new FutureTask)\\b");
    private static final List<String> STATES = List.of("SUCCESS", "FAILED", "UNAVAILABLE");

    private final String message;
    private final List<String> lines;
    private final int line;

    /** About a message with short names, which is on a line of these, counted from one. */
    ScopeHelp(String message, List<String> lines, long line) {
        this.message = message;
        this.lines = JavaText.codeOnly(String.join("\n", lines)).lines().toList();
        this.line = (int) Math.clamp(line, 1, Math.max(1, this.lines.size()));
    }

    /** What is to be said before anything is imported. */
    Optional<String> help() {
        return future().or(this::nothingReturned).or(this::noResult).or(this::states);
    }

    private Optional<String> future() {
        var found = FUTURE.matcher(message);
        var code = String.join("\n", lines);
        if (!found.find() || !code.contains("fork") || found.group(1) != null && EXECUTORS.matcher(code).find()) {
            return Optional.empty();
        }
        var name = Stream.of(1, 2, 3).map(found::group).filter(group -> group != null).findFirst().orElseThrow();
        return Optional.of(SAY.of("help.no-future", name));
    }

    /** The line, and those before it, on which a chain of calls may have begun. */
    private String chain() {
        return String.join(" ", lines.subList(Math.max(0, line - 3), Math.min(lines.size(), line + 1)));
    }

    private Optional<String> nothingReturned() {
        if (!message.contains("void") || !chain().contains("throwIfFailed(")) {
            return Optional.empty();
        }
        return Optional.of(SAY.of("help.returns-nothing"));
    }

    private Optional<String> noResult() {
        return !NO_RESULT.matcher(message).find() ? Optional.empty() : Optional.of(
                SAY.of("help.no-result"));
    }

    /** A switch that forgets one of a subtask's states; an old one, with nothing after it, lacks a return. */
    private Optional<String> states() {
        var expected = message.contains("does not cover all possible input values");
        if (!expected && !message.contains("missing return statement")) {
            return Optional.empty();
        }
        var begin = line - 1;
        while (!expected && begin > 0 && line - begin < 25 && !lines.get(begin).contains("switch")) {
            begin--;
        }
        var block = block(begin);
        var missing = STATES.stream().filter(state -> !Pattern.compile("\\b" + state + "\\b").matcher(block).find()).toList();
        if (missing.isEmpty() || missing.size() == STATES.size() || block.contains("default")) {
            return Optional.empty();
        }
        return Optional.of(SAY.of("help.states", expected ? SAY.of("help.this-switch") : SAY.of("help.switch-of-line", begin + 1), String.join(SAY.of("help.and"), missing),
                missing.stream().map(state -> SAY.of(switch (state) {
                    case "UNAVAILABLE" -> "help.unavailable";
                    case "FAILED" -> "help.failed";
                    default -> "help.success";
                })).collect(Collectors.joining(" "))));
    }

    /** From a line on, up to the brace that closes the first one which is opened. */
    private String block(int begin) {
        var block = new StringBuilder();
        var depth = 0;
        for (var code : lines.subList(Math.min(begin, lines.size()), lines.size())) {
            block.append(code).append('\n');
            var opens = code.chars().filter(c -> c == '{').count();
            var closes = code.chars().filter(c -> c == '}').count();
            depth += (int) (opens - closes);
            if (depth <= 0 && closes > 0) {
                break;
            }
        }
        return block.toString();
    }
}
