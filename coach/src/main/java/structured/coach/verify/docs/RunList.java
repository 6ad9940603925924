package structured.coach.verify.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be done with each command line of the documentation; its file explains its own form. */
record RunList(List<Entry> entries, List<Flaw> flaws) {

    static final String FILE = "docs/commands.txt";

    private static final Pattern HEADING = Pattern.compile("run (\\d+):|not run: *\\S.*");

    /**
     * A line of the list.
     *
     * @param line where in the list
     * @param pattern the command, with a * for anything
     * @param status the exit status with which it is to end; none if it is not to be run
     */
    record Entry(int line, String pattern, Optional<Integer> status) {

        boolean covers(String command) {
            return command.matches(Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }

    static RunList of(Site site) throws IOException {
        var entries = new ArrayList<Entry>();
        var flaws = new ArrayList<Flaw>();
        Optional<Optional<Integer>> heading = Optional.empty();
        var lines = site.has(FILE) ? site.read(FILE).lines().toList() : List.<String>of();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var headed = HEADING.matcher(line.strip());
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0)) && headed.matches()) {
                heading = Optional.of(Optional.ofNullable(headed.group(1)).map(Integer::valueOf));
            } else if (Character.isWhitespace(line.charAt(0)) && heading.isPresent()) {
                entries.add(new Entry(i + 1, line.strip(), heading.get()));
            } else {
                flaws.add(new Flaw(FILE, i + 1, "this is neither a heading nor, indented, a command below one: " + line,
                        "A heading is \"run 0:\", with the exit status, or \"not run: the reason\"."));
            }
        }
        return new RunList(List.copyOf(entries), List.copyOf(flaws));
    }

    /** The entry for a command: one that names it in full, or else the first whose pattern covers it. */
    Optional<Entry> find(String command) {
        return Stream.concat(entries.stream().filter(entry -> entry.pattern().equals(command)),
                entries.stream().filter(entry -> entry.covers(command))).findFirst();
    }
}
