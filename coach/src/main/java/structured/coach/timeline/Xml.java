package structured.coach.timeline;

import structured.coach.terminal.Harmless;

/** Text for XML and HTML, which no more than a terminal may hold everything that learners' code can name. */
final class Xml {

    private Xml() {}

    /** The text with everything replaced that would end it, be it in an element or in a quoted attribute. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c == '\n' || c == '\t' || !Harmless.isHarmful(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }
}
