package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.TutorialCopy;
import structured.coach.watch.InATerminal;

/** The real watch in a terminal, and a real board. */
@DisplayName("the board's foot in the watch")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not tried there")
class RoomWatchTest extends InATerminal {

    private TutorialCopy tutorial;
    private Rooms rooms;

    @BeforeEach
    void open() throws Exception {
        patience = 30;
        tutorial = TutorialCopy.in(folder);
        rooms = new Rooms(folder.resolve("board"), 20, InstantSource.system());
    }

    @AfterEach
    void close() throws IOException {
        rooms.close();
    }

    @Test
    @DisplayName("says what is told, raises a hand with !, shows a line from the board until a key, and goes when the learner leaves")
    void foot() throws Exception {
        assertThat(tutorial.coach("join", rooms.address(), rooms.board.room().code(), "Otter").status()).isZero();
        start(tutorial, "watch", "04");
        expect("RED", "! raise your hand", "board: Otter; exercise, step, verdict; no code");
        await("\"calls\":[]", "\"step\":1");
        press('!');
        expect("no code; your hand is up");
        await("\"hand\":true");
        rooms.board.notice("Back at 14:10");
        Files.writeString(tutorial.gather(), tutorial.solution());
        expect("GREEN", "From the board: Back at 14:10");
        await("\"state\":\"GREEN\"", "\"strip\":\"RG\"");
        press('x');
        expect("Any other key: no", "no code; your hand is up");
        assertThat(runUntilGone("Back at 14:10", "no code; your hand is up")).contains("no code; your hand is up");
        // The board may be too busy to answer within a second: the seat is given up all the same.
        assertThat(tutorial.coach("leave").output()).contains("You have left the board");
        assertThat(runUntilGone("board:", "q quit")).doesNotContain("! raise");
        press('q');
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
    }

    /** What the watch shows, up to its last words, once some are gone: what the board had answered before may be shown once more. */
    private String runUntilGone(String words, String last) throws Exception {
        for (int i = 0; i < 3; i++) {
            press('r');
            var shown = expect("GREEN", last);
            if (!shown.contains(words)) {
                return shown;
            }
        }
        throw new AssertionError("still shown: " + words);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there it can be seen")
    @DisplayName("in a clone that has not joined, nothing listens where others could reach it, and nothing is connected to others")
    void notJoined() throws Exception {
        start(tutorial, "watch", "04");
        assertThat(expect("RED", "q quit")).doesNotContain("board", "! raise");
        var own = ProcessHandle.of(watch.pid()).orElseThrow();
        var sockets = Stream.concat(Stream.of(own), own.descendants()).flatMap(RoomWatchTest::addresses).toList();
        // 127.0.0.1, and the same as an IPv6 address, as Linux writes them. The worker speaks over one of these.
        assertThat(sockets).as("its sockets").isNotEmpty().allMatch(address -> address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:"));
    }

    /** The addresses of both ends of a process's sockets; only those that are bound or connected. */
    private static Stream<String> addresses(ProcessHandle process) {
        var proc = Path.of("/proc", String.valueOf(process.pid()));
        var addresses = new ArrayList<String>();
        try (var open = Files.list(proc.resolve("fd"))) {
            var inodes = open.map(RoomWatchTest::target).filter(it -> it.startsWith("socket:[")).map(it -> it.substring(8, it.length() - 1)).toList();
            for (var table : List.of("tcp", "tcp6", "udp", "udp6")) {
                for (var line : Files.readAllLines(proc.resolve("net").resolve(table))) {
                    var columns = line.strip().split("\\s+");
                    if (columns.length > 9 && inodes.contains(columns[9])) {
                        addresses.add(columns[1]);
                        if (!columns[2].matches("0+:0000")) {
                            addresses.add(columns[2]);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return addresses.stream();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";    // Closed a moment ago.
        }
    }

    private void await(String... words) throws Exception {
        for (int i = 0; i < 400; i++) {
            if (Stream.of(words).allMatch(rooms.onPage("state").text()::contains)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not on the page within 20 s: " + List.of(words) + "\nbut: " + rooms.onPage("state").text());
    }
}
