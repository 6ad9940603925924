package structured.measured;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with sections that are made: what is between {@code <!-- begin measured: NAME -->} and {@code <!-- end measured: NAME -->} is
 * replaced, and nothing else.
 */
final class Page {

    private static final Pattern SECTION = Pattern.compile("(?s)(<!-- begin measured: (\\w+) -->\n).*?(<!-- end measured: \\2 -->)");

    private String text;

    Page(String text) {
        this.text = text;
    }

    /** Puts a section into its place. A page has to have the place, and only once. */
    void put(String name, String section) {
        var places = SECTION.matcher(text).results().filter(place -> place.group(2).equals(name)).count();
        if (places != 1) {
            throw new IllegalStateException("There are %d places for \"%s\", where one is due: <!-- begin measured: %s -->, and a line below <!-- end measured: %s -->"
                    .formatted(places, name, name, name));
        }
        text = SECTION.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                place.group(2).equals(name) ? place.group(1) + "\n" + section.strip() + "\n\n" + place.group(3) : place.group()));
    }

    String text() {
        return text;
    }
}
