package structured.coach.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import structured.coach.terminal.Style;

/** Where the watch writes. */
sealed interface Screen extends AutoCloseable permits Screen.Plain, Interactive {

    /** What can be shown here at the moment. */
    Style style();

    /** How many lines can be seen at once. */
    int height();

    /** Whether there is somebody who can press keys. */
    boolean hasKeys();

    /** Whether keys are heard only after Enter. */
    boolean needsEnter();

    /** Shows these lines, and what was there before no more; the foot at the lower end. */
    void show(List<String> top, List<String> foot);

    /** Shows these lines in the place of the foot, and all else stays as it is; or does nothing, and says so, where that can't be: then all has to be shown. */
    boolean changeFoot(List<String> foot);

    /** Leaves the terminal to another program until that has ended, and gives back what it returns. */
    <T> T lend(Borrower<T> borrower) throws IOException, InterruptedException;

    @Override
    void close();

    /** What has the terminal meanwhile. */
    interface Borrower<T> {
        T run() throws IOException, InterruptedException;
    }

    /** A pipe, or a file: lines come one after another, and stay. */
    record Plain(PrintStream out) implements Screen {
        @Override
        public Style style() {
            return Style.ofOutput();
        }

        @Override
        public int height() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean hasKeys() {
            return false;
        }

        @Override
        public boolean needsEnter() {
            return false;
        }

        @Override
        public void show(List<String> top, List<String> foot) {
            out.println(String.join(System.lineSeparator(), top) + System.lineSeparator());
            out.flush();
        }

        @Override
        public boolean changeFoot(List<String> foot) {
            return true;    // There is none.
        }

        @Override
        public <T> T lend(Borrower<T> borrower) throws IOException, InterruptedException {
            return borrower.run();
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
