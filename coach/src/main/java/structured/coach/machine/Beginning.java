package structured.coach.machine;

/** The beginning of a text that may go over pages: more than that nobody reads. */
public final class Beginning {

    /** What stands for the rest. */
    public static final String AND_MORE = "[and more]";

    private Beginning() {}

    /** The text; or if it is longer, so much of it, and that there is more. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " " + AND_MORE;
    }
}
