package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the board and its journal")
class BoardTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private final List<String> troubles = new ArrayList<>();
    private Board board;

    @BeforeEach
    void open() throws IOException {
        var journal = Journal.in(folder.resolve("board"), troubles::add).orElseThrow();
        board = Board.of(journal, Rooms.LISTS, 7121, 3, clock);
    }

    @AfterEach
    void close() throws IOException {
        board.close();
    }

    @Test
    @DisplayName("a restart knows the room again: its code, its port, its people, their tokens, names, hands and verdicts")
    void restart() throws IOException {
        var seat = board.join("Otter").orElseThrow();
        board.said(seat.id(), States.red(1, 2, 5));
        board.said(seat.id(), States.red(1, 2, 5).withHand(2, 1));
        board.rename(seat.id(), "Sea otter");
        board.notice("Back at 14:10");
        var room = board.room();
        var before = page();
        close();
        open();
        assertThat(board.room()).isEqualTo(room);
        assertThat(page()).isEqualTo(before).contains("Sea otter", "Back at 14:10", "\"hand\":true");
        assertThat(board.knows(seat.id(), seat.token())).contains(true);
        assertThat(board.knows(seat.id(), Secrets.token())).contains(false);
        assertThat(Files.readString(journal())).as("no token is written down").doesNotContain(seat.token());
    }

    @Test
    @DisplayName("a line that was cut short is left out, and what comes after it is not")
    void cutShort() throws IOException {
        var seat = board.join("Otter").orElseThrow();
        board.said(seat.id(), States.red(1, 2, 5));
        close();
        var text = Files.readString(journal());
        Files.writeString(journal(), text.substring(0, text.length() - 30));
        open();
        assertThat(page()).contains("Otter").doesNotContain("04-gather\",\"step\":2");
        board.said(seat.id(), States.red(2, 3, 6));
        close();
        Files.writeString(journal(), "\u0000\u0000\u0000{\"at\":[[[[\n\n", StandardOpenOption.APPEND);
        open();
        assertThat(page()).contains("\"exercise\":\"04-gather\",\"step\":3");
    }

    @Test
    @DisplayName("who leaves is deleted at once, from the journal too")
    void leave() throws IOException {
        var gone = board.join("Otter").orElseThrow();
        var stays = board.join("Lynx").orElseThrow();
        board.said(gone.id(), States.red(1, 2, 5));
        board.said(stays.id(), States.red(1, 1, 3));
        board.leave(gone.id());
        assertThat(Files.readString(journal())).contains(stays.id()).doesNotContain(gone.id(), "Otter");
        board.said(gone.id(), States.red(2, 2, 6));
        board.said(stays.id(), States.red(2, 3, 7));
        assertThat(page()).contains("Lynx").doesNotContain("Otter");
        close();
        open();
        assertThat(page()).contains("Lynx", "\"step\":3").doesNotContain("Otter");
    }

    @Test
    @DisplayName("a full room takes nobody, until somebody leaves")
    void full() {
        var first = board.join("").orElseThrow();
        board.join("");
        board.join("");
        assertThat(board.join("")).isEmpty();
        board.leave(first.id());
        assertThat(board.join("")).isPresent();
    }

    @Test
    @DisplayName("after twelve hours it is another room, and nothing is known of the old one")
    void twelveHours() throws IOException {
        board.join("Otter");
        var room = board.room();
        close();
        clock.pass(Duration.ofHours(12));
        open();
        assertThat(board.room()).isEqualTo(room);
        close();
        clock.pass(Duration.ofMillis(1));
        open();
        assertThat(board.room().id()).isNotEqualTo(room.id());
        assertThat(Files.readString(journal())).doesNotContain("Otter");
    }

    @Test
    @DisplayName("of two boards on one clone only the first gets the journal")
    void twoBoards() throws IOException {
        assertThat(Journal.in(folder.resolve("board"), troubles::add)).isEmpty();
    }

    @Test
    @DisplayName("only the owner may read the journal")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a user's folders are private as they are")
    void permissions() throws IOException {
        board.join("Otter");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal().getParent()))).isEqualTo("rwx------");
        board.leave(board.join("Lynx").orElseThrow().id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal()))).as("after it was written anew").isEqualTo("rw-------");
    }

    @Test
    @DisplayName("the end leaves two files without anybody's name or number, and no journal")
    void end() throws IOException {
        var seat = board.join("Otter").orElseThrow();
        board.said(seat.id(), States.like(States.red(1, 2, 5), "join-per-task"));
        clock.passMinutes(4);
        board.said(seat.id(), States.green(2));
        Export.write(board, folder.resolve("out"));
        board.delete();
        assertThat(journal()).doesNotExist();
        assertThat(folder.resolve("out/room.json")).content().contains("\"people\" : 1", "join-per-task", "GatherTest.order").doesNotContain("Otter", seat.id());
        assertThat(folder.resolve("out/room.csv")).content().contains("04-gather,2,1,1,4.0,4.0,0,0,join-per-task:1,GatherTest.order\n", "04-gather,1,1,0,,,0,0,,\n")
                .doesNotContain("Otter", seat.id());
    }

    @Test
    @DisplayName("what is not the tutorial's is not taken from a coach: no exercise, no step, and neither the name of a test nor of a mistake")
    void lists() throws IOException {
        var lists = board.lists();
        assertThat(lists.exercises()).hasSize(8);
        assertThat(States.like(States.red(1, 1, 0), "<b>").within(lists).mistake()).isEmpty();
        assertThat(States.like(States.red(1, 1, 0), "join-per-task").within(lists).mistake()).isEqualTo("join-per-task");
        assertThat(States.red(1, 1, 0).within(lists).test()).as("GatherTest.order").isNotEmpty();
        var own = new LearnerState(1, 0, "04-gather", Status.RED, 1, "GatherTest.mySecret", 0, 16, 1, 0, 0, "", "");
        assertThat(own.within(lists).test()).isEmpty();
        for (var wrong : List.of(States.red(1, 5, 0), States.red(1, 1, 17), States.of("99-none", Status.RED, 1, 1, 0))) {
            assertThatThrownBy(() -> wrong.within(lists)).isInstanceOf(Fields.Malformed.class);
        }
    }

    private Path journal() {
        return folder.resolve("board/journal.jsonl");
    }

    private String page() {
        return board.ask(people -> new String(Snapshot.json(new Snapshot(people, board.lists(), clock.instant()).forOne())));
    }
}
