package structured.coach.practice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the comments of a Java source. */
final class Comments {

    /** A comment, or what looks as if it had one in it: a text block, a string, a character. */
    private static final Pattern PARTS = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)|\"\"\"(?s:(?:\\\\.|[^\\\\])*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'");

    private Comments() {}

    /** The source with blanks in the place of comments: everything else stays where it is. */
    static String blanked(String source) {
        return PARTS.matcher(source).replaceAll(part -> Matcher.quoteReplacement(
                part.group(1) == null ? part.group() : part.group().replaceAll("[^\\n]", " ")));
    }
}
