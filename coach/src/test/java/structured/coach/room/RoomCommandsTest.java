package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.TutorialCopy.Ended;

/** The commands one after another in one clone, and a board that is not in their process. */
@DisplayName("join and leave")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RoomCommandsTest {

    @TempDir
    private static Path folder;

    private static TutorialCopy tutorial;
    private static Rooms rooms;

    @BeforeAll
    static void open() throws Exception {
        tutorial = TutorialCopy.in(folder);
        rooms = new Rooms(folder.resolve("board"), 20, InstantSource.system());
    }

    @AfterAll
    static void close() throws IOException {
        rooms.close();
    }

    @Test
    @Order(1)
    @DisplayName("a clone that has not joined loads nothing of the board's for a verdict but the look whether it has; and no HTTP")
    void notJoined() throws Exception {
        var log = folder.resolve("classes.log");
        var command = tutorial.command(false, "check", "04");
        command.add(command.indexOf("-cp"), "-Xlog:class+load:file=" + log);
        assertThat(TutorialCopy.run(command).status()).isEqualTo(1);
        var loaded = Files.readAllLines(log).stream().map(line -> line.replaceFirst(".*\\] (\\S+) source:.*", "$1")).toList();
        assertThat(loaded).as("the log").contains("structured.coach.command.CheckCommand");
        assertThat(loaded).filteredOn(name -> name.startsWith("structured.coach.room.") && !name.contains("Lambda")).containsOnly("structured.coach.room.Room");
        assertThat(loaded).noneMatch(name -> name.startsWith("java.net.http.") || name.equals("java.net.HttpURLConnection") || name.startsWith("com.sun.net.httpserver."));
        assertThat(tutorial.root().resolve(".workshop/room")).doesNotExist();
        assertThat(tutorial.coach("join", "--show").output()).contains("This clone has joined no board, and sends nothing.");
        var leave = tutorial.coach("leave");
        assertThat(leave.status()).isZero();
        assertThat(leave.output()).contains("This clone is on no board. Nothing is sent.");
    }

    @Test
    @Order(2)
    @DisplayName("what is wrong with an address or a code is said, with exit status 2, and nothing is kept")
    void wrong() throws Exception {
        is2(tutorial.coach("join"), "The board shows the line to type");
        is2(tutorial.coach("join", "10.1.4.23"), "The board shows the line to type");
        var addresses = Stream.of("http://10.1.4.23/x", "10.1.4.23:999999", "user@10.1.4.23", "a b", "", "10.1.4.23:x");
        assertThat(tutorial.coachOn("", addresses.map(address -> List.of("join", address, "K7QM")).toList())).hasSize(6)
                .allSatisfy(ended -> is2(ended, "is no address of a board"));
        is2(tutorial.coach("join", rooms.address(), "WRONG"), "That is not the room's code.");
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        is2(tutorial.coach("join", "127.0.0.1:" + port, "K7QM"), "No board can be reached at 127.0.0.1:" + port + ": nothing takes calls there", "You reach the board.");
        is2(tutorial.coach("join", "nowhere.invalid", "K7QM"), "there is no machine of that name");
        assertThat(Room.file(tutorial.root().resolve(".workshop"))).doesNotExist();
    }

    @Test
    @Order(3)
    @DisplayName("a sign-in page is told neither code nor nickname")
    void captivePortal() throws Exception {
        var asked = new ConcurrentLinkedQueue<String>();
        var portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        portal.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/sign-in");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        portal.start();
        try {
            is2(tutorial.coach("join", "127.0.0.1:" + portal.getAddress().getPort(), "K7QM", "Otter"), "a sign-in page of this network, perhaps. Nothing was sent.");
            assertThat(asked).containsExactly("GET /");
        } finally {
            portal.stop(0);
        }
    }

    @Test
    @Order(4)
    @DisplayName("join takes a seat, check tells the board, --show prints what was sent, and only the owner can read the token")
    void joined() throws Exception {
        rooms.join("Sea otter");
        var join = tutorial.coach("join", rooms.address(), rooms.board.room().code().toLowerCase(), "Sea", "otter");
        assertThat(join.status()).as(join.output()).isZero();
        assertThat(join.output()).contains("You are Sea otter 2 on this board.", "./workshop leave ends it");
        assertThat(tutorial.coach("join", "--show").output()).contains("has sent nothing yet");
        // A process waits no more than a second for the board: on a busy machine it may take another one.
        for (int i = 0; i < 5 && said() == null; i++) {
            assertThat(tutorial.coach("check", "04").status()).isEqualTo(1);
        }
        var said = said();
        assertThat(said.exercise()).isEqualTo("04-gather");
        assertThat(said.step()).isEqualTo(1);
        assertThat(said.of()).isEqualTo(18);
        var show = tutorial.coach("join", "--show").output();
        assertThat(show).contains("Sent last:", "\"exercise\":\"04-gather\",\"state\":\"RED\"").doesNotContain(System.getProperty("user.name") + "\"", folder.toString());
        var file = Room.file(tutorial.root().resolve(".workshop"));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    @Test
    @Order(5)
    @DisplayName("join once more keeps the seat; in another room it gives up the one in this")
    void again() throws Exception {
        var again = tutorial.coach("join", rooms.address(), rooms.board.room().code(), "Lynx");
        assertThat(again.output()).contains("You are Lynx on this board.");
        assertThat(rooms.board.<Integer>ask(people -> people.all().size())).isEqualTo(2);
        try (var other = new Rooms(folder.resolve("other"), 20, InstantSource.system())) {
            assertThat(tutorial.coach("join", other.address(), other.board.room().code()).status()).isZero();
            assertThat(rooms.board.<Integer>ask(people -> people.all().size())).as("people in the first room").isEqualTo(1);
            assertThat(other.board.<Integer>ask(people -> people.all().size())).isEqualTo(1);
        }
        var gone = tutorial.coach("leave");
        assertThat(gone.status()).isZero();
        assertThat(gone.output()).contains("nothing more is sent", "It could not be reached, though.");
        assertThat(tutorial.coach("join", "--show").output()).contains("This clone has joined no board, and sends nothing.");
    }

    @Test
    @Order(6)
    @DisplayName("leave deletes at once what the board knows")
    void leave() throws Exception {
        assertThat(tutorial.coach("join", rooms.address(), rooms.board.room().code(), "Badger").status()).isZero();
        var leave = tutorial.coach("leave");
        assertThat(leave.status()).isZero();
        assertThat(leave.output()).contains("It has deleted what it knew of you.");
        assertThat(folder.resolve("board/journal.jsonl")).content().doesNotContain("Badger");
        assertThat(tutorial.coach("check", "04").output()).contains("RED");
        assertThat(tutorial.coach("join", "--show").output()).contains("joined no board");
    }

    private static LearnerState said() {
        return rooms.board.ask(people -> people.all().stream().filter(person -> person.nick.equals("Sea otter 2")).findFirst().orElseThrow().state);
    }

    private static void is2(Ended ended, String... words) {
        assertThat(ended.output().replaceAll("\\s+", " ")).contains(words).doesNotContain("\tat ", "Exception");
        assertThat(ended.status()).isEqualTo(2);
    }
}
