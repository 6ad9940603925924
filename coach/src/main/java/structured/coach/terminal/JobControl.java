package structured.coach.terminal;

import java.io.File;
import java.io.IOException;

/** Ctrl-Z, which in raw mode is a key like another one. */
final class JobControl {

    private static final String SUSPEND = "\032";

    private JobControl() {}

    /** Whether this key asks for it, on a system that has it. */
    static boolean isAskedFor(String key) {
        return key.equals(SUSPEND) && File.separatorChar == '/';
    }

    /** Stops all that was started with this program, and returns when it goes on; at once, where there is no shell that could have it go on. */
    static void stopAll() {
        try {
            new ProcessBuilder("kill", "-TSTP", "0").start().waitFor();
        } catch (IOException e) {
            // There is no such command here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
