package structured.coach.practice;

import java.util.List;
import java.util.OptionalInt;
import structured.coach.terminal.Style;

/** Where questions are put and answered. */
interface Table extends AutoCloseable {

    /**
     * One of several answers.
     *
     * @param key what to press for it, or to type
     */
    record Option(char key, String text) {}

    /** What can be shown here at the moment. */
    Style style();

    /**
     * Shows a program with what there is to say of it, and waits for one of the options; nothing if whoever sits there wants no more.
     *
     * @param code may be folded, and not all of it need be seen at once
     */
    OptionalInt ask(String heading, List<String> code, List<String> below, List<Option> options);

    /** Shows the end of it all. */
    void end(List<String> lines);

    @Override
    void close();
}
