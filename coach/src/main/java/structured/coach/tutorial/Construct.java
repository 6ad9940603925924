package structured.coach.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that is written with the API of structured concurrency, and what it has become on later JDKs. The file explains its own
 * form; that each form compiles on its JDKs, and not on those after them, is tried on each by the tests in {@code solutions}.
 *
 * @param line where in the file it begins
 * @param name what it is for, in words
 * @param foundBy what code has by which it is known
 * @param says what a compiler, or the scope, says of code in its old form
 * @param forms code by the JDK that has it first; without text where there is none any more, or not yet
 * @param told what to do, for whoever has the old form; empty if there is nothing to say
 */
public record Construct(int line, String name, List<String> foundBy, List<String> says, NavigableMap<Integer, String> forms, String told) {

    /** Where they are, seen from the tutorial's root. */
    public static final String FILE = "solutions/later-jdks/constructs.txt";

    private static final String FOUND_BY = "found by: ";
    private static final String SAYS = "says: ";
    private static final String TOLD = "told: ";

    /** All that the text of the file has. */
    public static List<Construct> in(String text) {
        var constructs = new ArrayList<Construct>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                var end = i;
                while (end < lines.size() && !lines.get(end).isBlank()) {
                    end++;
                }
                constructs.add(of(i + 1, lines.subList(i, end)));
                i = end;
            }
        }
        return constructs;
    }

    private static Construct of(int number, List<String> lines) {
        var forms = new TreeMap<Integer, String>();
        var foundBy = List.<String>of();
        var says = List.<String>of();
        var told = "";
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith(FOUND_BY)) {
                foundBy = Arrays.asList(line.substring(FOUND_BY.length()).strip().split(", *"));
            } else if (line.startsWith(SAYS)) {
                says = Arrays.asList(line.substring(SAYS.length()).strip().split("; *"));
            } else if (line.startsWith(TOLD)) {
                told = line.substring(TOLD.length()).strip();
            } else if (line.matches("\\d+: .+")) {
                var form = line.substring(line.indexOf(' ')).strip();
                forms.put(Integer.valueOf(line.substring(0, line.indexOf(':'))), form.equals("-") ? "" : form);
            } else {
                throw new IllegalArgumentException("%s, below line %d: this is no form of a JDK, nor \"found by\", \"says\" or \"told\": %s".formatted(FILE, number, line));
            }
        }
        return new Construct(number, lines.getFirst(), foundBy, says, forms, told);
    }

    /** Whether code has what it is known by. */
    public boolean isIn(String code) {
        return foundBy.stream().anyMatch(name -> has(code, name));
    }

    /** Whether a message is one of those that code in its old form leads to. */
    public boolean isSaidIn(String message) {
        return says.stream().anyMatch(message::contains);
    }

    /** Whether code has this as words of their own, and not in the middle of others. */
    public static boolean has(String code, String words) {
        var from = Character.isLetter(words.charAt(0)) ? "\\b" : "";
        var to = Character.isLetter(words.charAt(words.length() - 1)) ? "\\b" : "";
        return Pattern.compile(from + Pattern.quote(words) + to).matcher(code).find();
    }

    /** Its form on a JDK, if it has one there. */
    public Optional<String> form(int jdk) {
        return Optional.ofNullable(forms.floorEntry(jdk)).map(NavigableMap.Entry::getValue).filter(form -> !form.isEmpty());
    }
}
