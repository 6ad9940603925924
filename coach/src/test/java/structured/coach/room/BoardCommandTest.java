package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;

@DisplayName("board")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BoardCommandTest {

    @TempDir
    private Path folder;

    private TutorialCopy tutorial;
    private int port;
    private Process board;
    private BufferedReader lines;

    @BeforeEach
    void copy() throws Exception {
        tutorial = TutorialCopy.in(folder);
        port = Desk.free(20_000 + (int) (ProcessHandle.current().pid() % 10_000));
    }

    @AfterEach
    void stop() {
        if (board != null) {
            board.destroyForcibly();
        }
    }

    @Test
    @DisplayName("prints the line to type, goes on after it was killed, and at its end exports, then deletes")
    void session() throws Exception {
        start();
        var line = until("./workshop join 10.1.4.23").strip();
        assertThat(line).matches("\\./workshop join 10\\.1\\.4\\.23:%d [2-9A-HJKMNP-Z]{4}".formatted(port));
        var page = until("Your page:").replaceFirst("Your page:\\s+", "");
        until("To end the room");
        var code = line.replaceFirst(".* ", "");
        assertThat(tutorial.coach("join", "127.0.0.1:" + port, code, "Otter").status()).isZero();
        assertThat(onPage(page)).contains("Otter");
        assertThat(tutorial.coach("board").output()).contains("A board of this clone runs already");
        assertThat(tutorial.coach("board", "--end").status()).isEqualTo(2);
        board.destroyForcibly().waitFor();

        start();
        assertThat(until("goes on")).contains("on the board so far: 1.");
        assertThat(until("./workshop join 10.1.4.23").strip()).as("the line to type").isEqualTo(line);
        assertThat(until("Your page:")).as("the page's address").endsWith(page);
        until("To end the room");
        // A process waits no more than a second for the board: on a busy machine it may take another one.
        for (int i = 0; i < 5 && !onPage(page).contains("RED"); i++) {
            assertThat(tutorial.coach("check", "04").status()).isEqualTo(1);
        }
        assertThat(onPage(page)).contains("Otter", "\"exercise\":\"04-gather\",\"step\":1,\"state\":\"RED\"");
        type("q\nn\n");
        until("The room goes on.");
        type("q\ny\n");
        until("All else is deleted.");
        assertThat(board.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(board.exitValue()).isZero();
        assertThat(tutorial.root().resolve(".workshop/board/journal.jsonl")).doesNotExist();
        try (var rooms = Files.list(tutorial.root().resolve(".workshop/rooms"))) {
            var room = rooms.findFirst().orElseThrow();
            assertThat(room.resolve("room.csv")).content().contains("04-gather,1,1,0,").doesNotContain("Otter");
            assertThat(room.resolve("room.json")).content().doesNotContain("Otter");
        }
    }

    @Test
    @DisplayName("a board that was stopped is ended by --end; where the export can't be written nothing is deleted")
    void end() throws Exception {
        assertThat(tutorial.coach("board", "--end").output()).contains("There is no room to be ended.");
        start();
        until("To end the room");
        board.destroyForcibly().waitFor();
        var file = Files.writeString(folder.resolve("file"), "");
        var failed = tutorial.coach("board", "--end", "--export", file.resolve("room").toString());
        assertThat(failed.status()).isEqualTo(2);
        assertThat(failed.output()).doesNotContain("\tat ");
        assertThat(tutorial.root().resolve(".workshop/board/journal.jsonl")).exists();
        var ended = tutorial.coach("board", "--end", "--export", folder.resolve("room").toString());
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(folder.resolve("room/room.csv")).exists();
        assertThat(tutorial.root().resolve(".workshop/board/journal.jsonl")).doesNotExist();
    }

    @Test
    @DisplayName("takes the next port if its own is taken, and says so in the line to type; a port that is none is refused")
    void taken() throws Exception {
        assertThat(tutorial.coach("board", "--port", "70000").output()).contains("A port is a number from 1 to 65535.");
        try (var taken = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[4]))) {
            start();
            assertThat(until("./workshop join 10.1.4.23")).doesNotContain(":" + taken.getLocalPort() + " ").containsPattern(":\\d+ ");
        }
    }

    private void start() throws IOException {
        var command = tutorial.command(false, "board", "--address", "10.1.4.23", "--port", String.valueOf(port));
        board = new ProcessBuilder(command).redirectErrorStream(true).start();
        lines = board.inputReader();
    }

    private String until(String word) throws IOException {
        var all = new StringBuilder();
        for (String line; (line = lines.readLine()) != null; all.append(line).append('\n')) {
            if (line.contains(word)) {
                return line;
            }
        }
        throw new AssertionError("It ended without '" + word + "', but with:\n" + all);
    }

    private void type(String text) throws IOException {
        board.outputWriter().write(text);
        board.outputWriter().flush();
    }

    private static String onPage(String page) throws IOException, InterruptedException {
        return Rooms.send(HttpRequest.newBuilder(URI.create(page + "state"))).text();
    }
}
