package structured.coach.machine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in a Java source is no code, by its text alone: also where it doesn't compile. */
public final class JavaText {

    /** What looks as if it were the other's beginning, in it: a comment may have quotes, and what is quoted may have slashes. */
    private static final Pattern NO_CODE = Pattern.compile(
            "(?s)(?<comment>//[^\\n]*|/\\*.*?\\*/)|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'");

    private JavaText() {}

    /** The source with blanks in the place of comments: everything else stays where it is. */
    public static String withoutComments(String source) {
        return NO_CODE.matcher(source).replaceAll(part -> Matcher.quoteReplacement(
                part.group("comment") == null ? part.group() : part.group().replaceAll("[^\\n]", " ")));
    }

    /** The source without comments, and without what is quoted: everything else stays in its line. */
    public static String codeOnly(String source) {
        return NO_CODE.matcher(source).replaceAll(part -> "\n".repeat(breaks(part.group())));
    }

    /** Which line a place is in, counted from one. */
    public static int lineAt(String text, int place) {
        return 1 + breaks(text.substring(0, place));
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Where in code the block ends that begins there, after its brace. */
    public static int endOfBlock(String code, int begin) {
        var depth = 1;
        for (int i = begin; i < code.length(); i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code.length();
    }
}
