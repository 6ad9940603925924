package structured.coach.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import structured.coach.terminal.Style;
import structured.coach.words.Wording;

/** Without a terminal: everything comes line after line, and answers are numbers, each with an Enter. */
final class Lines implements Table {

    private static final Wording SAY = Wording.of(Lines.class);

    private final BufferedReader in;
    private final PrintStream out;

    /** What was shown last, which is not shown again below itself. */
    private List<String> before = List.of();

    Lines(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
        this.out = out;
    }

    @Override
    public Style style() {
        return Style.ofOutput();
    }

    @Override
    public OptionalInt ask(String heading, List<String> code, List<String> below, List<Option> options) {
        var all = new ArrayList<>(List.of(heading, ""));
        all.addAll(code);
        if (!all.equals(before)) {
            out.println();
            all.forEach(out::println);
            before = all;
        }
        out.println();
        below.forEach(out::println);
        if (options.size() == 1) {
            return OptionalInt.of(0);    // There is nothing to choose, and nothing that would disappear.
        }
        for (int i = 0; i < options.size(); i++) {
            var lines = style().wrap("     ", options.get(i).text());
            out.printf("  %d  %s%n", i + 1, lines.getFirst().strip());
            lines.stream().skip(1).forEach(out::println);
        }
        return answer(options);
    }

    private OptionalInt answer(List<Option> options) {
        while (true) {
            out.print(SAY.of("number") + " ");
            out.flush();
            var line = line();
            if (line == null || line.equals("q")) {
                return OptionalInt.empty();
            }
            for (int i = 0; i < options.size(); i++) {
                if (line.equals(String.valueOf(i + 1)) || line.equals(String.valueOf(options.get(i).key()))) {
                    return OptionalInt.of(i);
                }
            }
            out.println(SAY.of("number.none", options.size()));
        }
    }

    /** Null at the end of all input. */
    private String line() {
        try {
            var line = in.readLine();
            return line == null ? null : line.strip().toLowerCase();
        } catch (IOException e) {
            return null;    // Nobody is there any more.
        }
    }

    @Override
    public void end(List<String> lines) {
        out.println();
        lines.forEach(out::println);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
