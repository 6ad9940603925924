package structured.coach;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import structured.coach.terminal.Gate;

/** Runs several commands of the coach in one process, for tests that are about what they say and not about their process. */
final class Several {

    /** What stands between two commands among the arguments. */
    static final String THEN = "--then--";

    private Several() {}

    /** Writes of each how it ended and what it printed. */
    public static void main(String[] args) throws IOException {
        try (var out = new DataOutputStream(System.out)) {
            var all = List.of(args);
            while (!all.isEmpty()) {
                var end = all.contains(THEN) ? all.indexOf(THEN) : all.size();
                write(all.subList(0, end), out);
                all = all.subList(Math.min(end + 1, all.size()), all.size());
            }
        }
    }

    private static void write(List<String> command, DataOutputStream out) throws IOException {
        var printed = new ByteArrayOutputStream();
        var gate = new Gate(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setOut(gate);
        System.setErr(gate);
        out.writeInt(Main.run(command.toArray(String[]::new)));
        gate.flush();
        out.writeInt(printed.size());
        printed.writeTo(out);
    }
}
