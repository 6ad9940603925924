package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("what a worker prints")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WorkerOutputTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no shell")
    @DisplayName("before it calls is its JVM's, such as which options it has picked up, and none of the learner's")
    void pickedUp() throws Exception {
        assertThat(printed("echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b'; read go; echo mine; read end", Limits.STANDARD, "mine")).isEqualTo("mine\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no shell")
    @DisplayName("beyond what is kept is left out from the last whole line on")
    void wholeLines() throws Exception {
        var limits = new Limits(Limits.STANDARD.heapMegabytes(), Limits.STANDARD.withoutProgress(), Limits.STANDARD.total(), 20);
        assertThat(printed("echo; read go; echo one; echo two; echo 'and a line that is longer'; read end", limits, "and a line t")).isEqualTo("one\ntwo\n[and more]");
        assertThat(printed("echo; read go; echo 'a single line that is longer'; read end", limits, "that i")).isEqualTo("a single line that i\n[and more]");
    }

    /** What is kept of what a shell prints after it was told to go, once this is. */
    private static String printed(String script, Limits limits, String last) throws Exception {
        var process = new ProcessBuilder("sh", "-c", script).start();
        while (process.getInputStream().available() == 0) {
            Thread.sleep(5);
        }
        var nothing = new ByteArrayOutputStream();
        new ObjectOutputStream(nothing).close();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new Socket(server.getInetAddress(), server.getLocalPort());
                var worker = new Worker(null, null, "none", process, socket, new ObjectInputStream(new ByteArrayInputStream(nothing.toByteArray())), limits)) {
            process.outputWriter().append("go\n").flush();
            while (!worker.hasPrinted(last)) {
                Thread.sleep(5);
            }
            return worker.takeOutput();
        }
    }
}
