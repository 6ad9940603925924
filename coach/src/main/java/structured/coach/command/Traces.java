package structured.coach.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.words.Wording;

/**
 * Stack traces among the lines of a text, without what nobody reads: frames of the JDK, of JUnit, of the tests and of the coach. What was thrown, causes, what was
 * suppressed and the learner's frames stay.
 *
 * @param own the names of the learner's files
 */
record Traces(Set<String> own) {

    private static final Wording SAY = Wording.of(Traces.class);

    private static final Pattern FRAME = Pattern.compile("\\s*at (?:[^\\s(/]*/)*([^/(]*)\\((.*)\\)\\s*");
    private static final Pattern IN_COMMON = Pattern.compile("\\s*\\.\\.\\. (\\d{1,9}) (?:more|common frames omitted)");

    private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:" + Stream.of("trace.left-out.one", "trace.left-out.other", "trace.of-tests")
            .map(form -> SAY.of(form, 7)).map(text -> Pattern.quote(text).replaceFirst("7", "\\\\E\\\\d+\\\\Q")).collect(Collectors.joining("|")) + ")");
    private static final Pattern CAUSE = Pattern.compile("\\s*(?:Caused by|Suppressed): .*");
    static final Pattern THROWN = Pattern.compile("Exception in thread .*|[\\w.$]+(?:Exception|Error)\\b.*");

    /** Of a message, before its first frame: more than that is not looked through for what was thrown. */
    private static final int LONGEST_MESSAGE = 12;

    /** Of others, when nothing of a trace would be left: those next to where it was thrown. */
    private static final int KEPT_OF_OTHERS = 3;

    private static final Pattern JDK = Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*");

    private static final Pattern OTHERS = Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*|org\\.(?:junit|opentest4j|assertj|apiguardian)\\..*"
            + "|net\\.bytebuddy\\..*|structured\\..*|worker\\.org\\.gradle\\..*|org\\.apache\\.maven\\..*");

    /** What is of this tutorial, and not the learner's: the tests. */
    private static final Pattern TESTS = Pattern.compile("structured\\.(?!coach\\.).*");

    /** The lines without them, with a count of what was left out in its place. */
    List<String> shortened(List<String> lines) {
        var shorter = new ArrayList<String>();
        for (int i = 0; i < lines.size(); ) {
            var end = i;
            while (end < lines.size() && isOfTrace(lines, end)) {
                end++;
            }
            if (end == i) {
                shorter.add(lines.get(i++));
            } else {
                shorter.addAll(frames(lines.subList(i, end)));
                i = end;
            }
        }
        return shorter;
    }

    /** Where the trace begins that a line is in: at what was thrown, which its causes are part of. The line's own place, if it is in none. */
    static int head(List<String> lines, int at) {
        var head = at;
        for (int i = at; i > 0 && belongs(lines.get(i)); i--) {
            head = i - 1;
        }
        for (int i = head; head < at && i >= 0 && i > head - LONGEST_MESSAGE; i--) {
            if (THROWN.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return head;
    }

    /** Whether a line is not the first one of a trace. */
    static boolean belongs(String line) {
        return FRAME.matcher(line).matches() || LEFT_OUT.matcher(line).matches() || CAUSE.matcher(line).matches();
    }

    /** Whether a line is one of frames. That there are more in common stands below one, or below a cause. */
    private static boolean isOfTrace(List<String> lines, int at) {
        return FRAME.matcher(lines.get(at)).matches() || at > 0 && IN_COMMON.matcher(lines.get(at)).matches() && belongs(lines.get(at - 1));
    }

    /** Frames one below the other, of one exception. */
    private List<String> frames(List<String> frames) {
        var kept = new ArrayList<String>();
        var indent = frames.getFirst().substring(0, frames.getFirst().length() - frames.getFirst().stripLeading().length());
        var others = new ArrayList<String>();
        var left = 0;
        for (var frame : frames) {
            var common = IN_COMMON.matcher(frame);
            if (common.matches()) {
                left += Integer.parseInt(common.group(1));
            } else if (isOthers(frame)) {
                others.add(frame);
                left++;
            } else {
                kept.add(frame);
            }
        }
        if (kept.isEmpty() && others.stream().map(Traces::called).filter(name -> !JDK.matcher(name).matches()).findFirst().filter(name -> TESTS.matcher(name).matches()).isPresent()) {
            return List.of(indent + SAY.of("trace.of-tests"));
        }
        if (kept.isEmpty()) {
            kept.addAll(others.subList(0, Math.min(KEPT_OF_OTHERS, others.size())));
            left -= kept.size();
        }
        if (left > 0) {
            kept.add(indent + SAY.count("trace.left-out", left));
        }
        return kept;
    }

    /** The method that a frame is of. */
    private static String called(String frame) {
        var parts = FRAME.matcher(frame);
        return parts.matches() ? parts.group(1) : "";
    }

    private boolean isOthers(String frame) {
        var parts = FRAME.matcher(frame);
        return parts.matches() && OTHERS.matcher(parts.group(1)).matches() && !own.contains(parts.group(2).replaceFirst(":\\d+$", ""));
    }
}
