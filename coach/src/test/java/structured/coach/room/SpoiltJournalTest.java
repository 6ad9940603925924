package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.Mutations;

/** A board's journal, after something else has written to it. */
@DisplayName("a journal that was spoilt")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SpoiltJournalTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();

    private Board open() throws Exception {
        var journal = Journal.in(folder.resolve("board"), problem -> { }).orElseThrow();
        return Board.of(journal, Rooms.LISTS, 7121, 3, clock);
    }

    @Test
    @DisplayName("is that of another room, or of this one with some lines less: the board opens, and can be looked at")
    void journal() throws Exception {
        var board = open();
        var seat = board.join("Otter").orElseThrow();
        board.said(seat.id(), States.red(1, 2, 5));
        board.said(seat.id(), States.red(2, 2, 6).withHand(2, 1));
        board.notice("Back at 14:10");
        board.close();
        var file = folder.resolve("board/journal.jsonl");
        var failures = new ArrayList<String>();
        Mutations.of(Files.readAllBytes(file), 200, (number, bytes) -> {
            try {
                Files.write(file, bytes);
                var again = open();
                again.ask(people -> new Snapshot(people, again.lists(), clock.instant()).forOne());
                again.close();
            } catch (Exception | Error e) {
                failures.add("mutation %d: %s".formatted(number, e));
            }
        });
        assertThat(failures).isEmpty();
    }
}
