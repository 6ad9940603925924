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
        var process = new ProcessBuilder("sh", "-c", "echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b'; read go; echo mine; read end").start();
        while (process.getInputStream().available() == 0) {
            Thread.sleep(5);
        }
        var nothing = new ByteArrayOutputStream();
        new ObjectOutputStream(nothing).close();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new Socket(server.getInetAddress(), server.getLocalPort());
                var worker = new Worker(null, null, "none", process, socket, new ObjectInputStream(new ByteArrayInputStream(nothing.toByteArray())), Limits.STANDARD)) {
            process.outputWriter().append("go\n").flush();
            var output = "";
            while (!output.contains("mine")) {
                output += worker.takeOutput();
                Thread.sleep(5);
            }
            assertThat(output).isEqualTo("mine\n");
        }
    }
}
