package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.judge.worker.WorkerMain;
import structured.coach.tutorial.LaterJdk;

@DisplayName("who calls the coach while a worker starts")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CallsTest {

    @TempDir
    private Path folder;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    @DisplayName("first, and says nothing, something else, or too much, keeps nobody waiting for the worker")
    void others() throws Exception {
        var process = process("Thread.sleep(100_000);");
        try (var calls = new Calls()) {
            for (int i = 0; i < 5; i++) {
                call(calls);
            }
            call(calls).getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
            say(call(calls), "another word");
            call(calls).getOutputStream().write(new byte[] {(byte) 0xAC, (byte) 0xED});
            call(calls).close();
            var worker = call(calls);
            say(worker, calls.word());
            assertThat(calls.from(process).socket().getPort()).as("the one who knows the word").isEqualTo(worker.getLocalPort());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("doesn't keep it from seeing that the worker has ended")
    void ended() throws Exception {
        var process = process("System.out.println(\"No such option\");");
        process.waitFor();
        try (var calls = new Calls()) {
            call(calls);
            assertThatThrownBy(() -> calls.from(process)).hasMessageContaining("its JVM ended at once. No such option");
        }
    }

    @Test
    @DisplayName("doesn't matter where nobody can call: it is said why the worker couldn't, in a sentence")
    void noLoopback() throws Exception {
        int nobodys;
        try (var calls = new Calls()) {
            nobodys = calls.port();
        }
        var process = new ProcessBuilder(LaterJdk.OWN_HOME.resolve("bin").resolve("java").toString(), "--enable-preview", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), WorkerMain.class.getName(), String.valueOf(nobodys)).redirectErrorStream(true).start();
        process.waitFor();
        try (var calls = new Calls()) {
            assertThatThrownBy(() -> calls.from(process)).hasMessageContainingAll("It can't reach 127.0.0.1", "Is the loopback interface shut off?")
                    .message().doesNotContain("\tat ", "Exception in thread");
        }
    }

    @Test
    @DisplayName("can't learn the word from a list of processes")
    void word() throws Exception {
        try (var worker = Workers.start(Limits.STANDARD, LaterJdk.OWN_HOME, null)) {
            assertThat(worker.isAlive()).isTrue();
            var commands = ProcessHandle.current().children().map(child -> child.info().arguments().map(List::of).orElse(List.of())).toList();
            assertThat(commands).filteredOn(command -> command.contains("structured.coach.judge.worker.WorkerMain"))
                    .allSatisfy(command -> assertThat(command.getLast()).as("nothing after the class but the port").matches("\\d{1,5}"));
        }
    }

    private Socket call(Calls calls) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), calls.port());
        sockets.add(socket);
        return socket;
    }

    private static void say(Socket socket, String word) throws IOException {
        var says = new ObjectOutputStream(socket.getOutputStream());
        says.writeUTF(word);
        says.flush();
    }

    /** A program of a single statement. */
    private Process process(String statement) throws IOException {
        var source = Files.writeString(folder.resolve("Program.java"),
                "class Program { public static void main(String[] args) throws Exception { %s } }".formatted(statement));
        return new ProcessBuilder(LaterJdk.OWN_HOME.resolve("bin").resolve("java").toString(), source.toString()).start();
    }
}
