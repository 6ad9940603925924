package structured.coach.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
import structured.coach.words.Wording;

/** Where code has its JVM end, by its text: a JVM that is halted has no time to say so. */
final class Exits {

    private static final Wording SAY = Wording.of(Exits.class);

    private static final Pattern HALT = Pattern.compile("(?:\\.|::)\\s*halt\\b");
    private static final Pattern EXIT = Pattern.compile("(?:\\.|::)\\s*exit\\b");

    private Exits() {}

    /** The lines that may have, as in "Gather.java:40"; or an empty text. Who calls exit has mostly been seen at it, so halt comes first. */
    static String in(Code code) {
        var halts = lines(code, HALT);
        return String.join(SAY.of("exit.or"), (halts.isEmpty() ? lines(code, EXIT) : halts).stream().limit(3).toList());
    }

    private static List<String> lines(Code code, Pattern called) {
        var lines = new ArrayList<String>();
        for (var source : code.readMain()) {
            var number = 0;
            for (var line : JavaText.codeOnly(source.text()).split("\n", -1)) {
                number++;
                if (called.matcher(line).find()) {
                    lines.add("%s:%d".formatted(source.path().getFileName(), number));
                }
            }
        }
        return lines;
    }
}
