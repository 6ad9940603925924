package structured.coach.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The last thing before the terminal: lets through lines, tabs, colours and links to files, and a sign for whatever else is no text. Learners'
 * text has become {@linkplain Harmless harmless} before, without colours; this is for what nobody has thought of, such as the
 * name of a file in the message of an exception.
 */
public final class Gate extends PrintStream {

    /** A gate before another stream. */
    public Gate(PrintStream out) {
        super(out, true, out.charset());
    }

    /** A writer before a stream, for those who want one. */
    public static PrintWriter writer(PrintStream out) {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                out.print(through(new String(text, from, length)));
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                flush();
            }
        }, true);
    }

    /** What is let through of a text. */
    public static String through(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            var length = Math.max(Harmless.sequenceAt(text, i), Character.charCount(character));
            var passes = length > Character.charCount(character) || character == '\n' || character == '\t'
                    || text.startsWith("\r\n", i) || !Harmless.isHarmful(character);
            if (!passes && changed == null) {
                changed = new StringBuilder(text.substring(0, i));
            }
            if (changed != null) {
                changed.append(passes ? text.substring(i, i + length) : Harmless.sign(character));
            }
            i += length;
        }
        return changed == null ? text : changed.toString();
    }

    @Override
    public void print(String text) {
        super.print(through(String.valueOf(text)));
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }

    @Override
    public void print(char character) {
        print(String.valueOf(character));
    }

    @Override
    public void print(char[] text) {
        print(new String(text));
    }
}
