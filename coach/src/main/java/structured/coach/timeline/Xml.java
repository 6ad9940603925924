package structured.coach.timeline;

/** Text for XML and HTML. */
final class Xml {

    private Xml() {}

    /** The text with everything replaced that would end it, be it in an element or in a quoted attribute. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        for (var c : text.toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c >= ' ' || c == '\n' || c == '\t' ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }
}
