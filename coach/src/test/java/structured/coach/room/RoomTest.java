package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import structured.coach.verdict.Verdict.Status;

@DisplayName("a learner's way to the board")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RoomTest extends OnTheWay {

    @Test
    @DisplayName("tells exercise, step, test and verdict; neither message nor output nor any line of code")
    void tells() throws Exception {
        var seat = seat(rooms.address());
        var room = watched();
        room.told(judged(gather, RED), "");
        await(() -> state(seat) != null);
        var said = state(seat);
        assertThat(said.exercise()).isEqualTo("04-gather");
        assertThat(said.status()).isEqualTo(Status.RED);
        assertThat(said.step()).isEqualTo(4);
        assertThat(said.test()).isEqualTo("GatherTest.order");
        assertThat(said.passed()).isEqualTo(1);
        assertThat(said.of()).isEqualTo(2);
        var sent = Sent.in(workbench.tutorial().state()).body();
        assertThat(sent).contains(seat.id()).doesNotContain("secret", "sentence", seat.token(), System.getProperty("user.name") + "\"", folder.toString());
        assertThat(room.foot()).containsExactly("board: Otter; exercise, step, verdict; no code");
    }

    @Test
    @DisplayName("nothing is there, and nothing is done, in a clone that has not joined")
    void notJoined() throws Exception {
        var room = watched();
        room.told(judged(gather, RED), "");
        room.otherHand();
        room.seen();
        assertThat(room.foot()).isEmpty();
        assertThat(room.isJoined()).isFalse();
        assertThat(workbench.tutorial().state().resolve("room")).doesNotExist();
    }

    @Test
    @DisplayName("a watch that runs already tells the board from its next verdict on, and nothing more once the learner has left")
    void meanwhile() throws Exception {
        var room = watched();
        room.told(judged(gather, RED), "");
        var seat = seat(rooms.address());
        room.told(judged(gather, RED), "");
        await(() -> state(seat) != null);
        var saves = state(seat).saves();
        assertThat(new LeaveCommandCall(workbench.tutorial()).leave()).isTrue();
        room.told(judged(gather, RED), "");
        assertThat(room.foot()).isEmpty();
        Thread.sleep(300);
        assertThat(Sent.in(workbench.tutorial().state()).saves()).isEqualTo(saves);
        assertThat(rooms.board.<Integer>ask(people -> people.all().size())).isZero();
    }

    @Test
    @DisplayName("the hand goes up and down, is down again once it was seen to, and its next time is another one")
    void hand() throws Exception {
        var seat = seat(rooms.address());
        var room = watched();
        room.told(judged(gather, RED), "");
        room.otherHand();
        await(() -> isUp(seat));
        assertThat(room.foot().getLast()).endsWith("; your hand is up");
        rooms.board.answered(seat.id());
        room.told(judged(gather, RED), "");
        await(() -> !room.foot().getLast().contains("hand"));
        room.otherHand();
        await(() -> isUp(seat));
        room.otherHand();
        await(() -> !isUp(seat));
        assertThat(state(seat).saves()).as("a hand is no verdict").isEqualTo(2);
    }

    @Test
    @DisplayName("a line from the board stays in the foot until a key is pressed, and doesn't come again by itself; whatever it is, it is only a line")
    void notice() throws Exception {
        seat(rooms.address());
        rooms.board.notice("Back \u001B[2J\nat 14:10" + "!".repeat(500));
        var room = watched();
        room.told(judged(gather, RED), "");
        await(() -> room.foot().size() == 2);
        assertThat(room.foot().getFirst()).startsWith(">> From the board: Back ^[[2J").doesNotContain("\u001B", "\n").hasSizeLessThan(200);
        assertThat(changes.get()).isPositive();
        room.seen();
        await(() -> room.foot().size() == 1);
        room.told(judged(gather, RED), "");
        Thread.sleep(500);
        assertThat(room.foot()).hasSize(1);
        rooms.board.notice("hint 06/2/2 is free now");
        room.told(judged(gather, RED), "");
        await(() -> room.foot().getFirst().contains("hint 06/2/2 is free now"));
    }

    @Test
    @DisplayName("a check ends soon after its verdict, and the board has heard it")
    void check() throws Exception {
        var seat = seat(rooms.address());
        try (var room = Room.once(workbench)) {
            room.told(judged(gather, RED), "");
        }
        // Mostly it has heard by now; on a busy machine it is on its way.
        await(() -> state(seat) != null);
    }
}
