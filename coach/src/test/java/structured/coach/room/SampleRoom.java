package structured.coach.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import structured.coach.verdict.Verdict.Status;

/** Thirty people in the middle of a morning; the same in each run. */
final class SampleRoom {

    static final int PEOPLE = 30;

    private static final List<String> MISTAKES = List.of("join-per-task", "join-per-task", "plain-scope", "");
    private static final Status[] MOSTLY = {Status.RED, Status.RED, Status.RED, Status.AMBER, Status.RED, Status.HUNG, Status.RED, Status.CRASHED};

    private SampleRoom() {}

    /** Fills the board with what they have done until its clock's time is over. */
    static void fill(Board board, SettableClock clock) {
        var random = new Random(7);
        var ids = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            ids.add(board.join("").orElseThrow().id());
        }
        board.rename(ids.get(3), "José");
        board.rename(ids.get(8), "a name of 24 code points");
        var saves = new int[PEOPLE];
        var at = new int[PEOPLE];
        for (int minute = 0; minute < 25; minute++) {
            clock.passMinutes(1);
            for (int i = 0; i < PEOPLE; i++) {
                // The last two are silent from some time on, and one has never saved.
                if (i == 29 || i == 28 && minute > 14 || i == 27 && minute > 10 || random.nextInt(3) == 0) {
                    continue;
                }
                // Some have been at the same place for long.
                at[i] = i % 11 == 5 ? Math.min(at[i], 5) : Math.min(at[i] + random.nextInt(2), 20);
                board.said(ids.get(i), state(i, ++saves[i], at[i], minute, random));
            }
        }
        clock.pass(Duration.ofSeconds(20));
        for (int i : new int[] {5, 12}) {
            board.said(ids.get(i), state(i, ++saves[i], at[i], 24, random).withHand(1_000_000 + saves[i], 1));
            clock.passMinutes(1);
        }
        for (int i = 0; i < PEOPLE - 3; i++) {
            if (i != 5 && i != 12 && i != 20) {
                board.said(ids.get(i), States.aged(state(i, saves[i], at[i], 24, random), saves[i], 60_000));
            }
        }
        // A sign of life, and no save for long.
        board.said(ids.get(28), States.aged(States.red(0, 1, 0), 0, Duration.ofMinutes(60).toMillis()));
    }

    /** Three places of 03, four of 04, three of 05, and green after each. */
    private static LearnerState state(int who, int saves, int at, int minute, Random random) {
        var exercise = at < 5 ? "03-sync-calls" : at < 15 ? "04-gather" : "05-gather-even";
        var within = at < 5 ? at : at < 15 ? at - 5 : at - 15;
        var steps = at < 5 ? 4 : at < 15 ? 9 : 5;
        var green = within == steps;
        var step = at < 5 ? within + 1 : at < 15 ? 1 + within / 3 : 1 + within / 2;
        var status = green ? Status.GREEN : MOSTLY[(who + minute) % MOSTLY.length];
        var mistake = exercise.equals("04-gather") && status == Status.RED && step <= 2 ? MISTAKES.get(random.nextInt(MISTAKES.size())) : "";
        return new LearnerState(saves, 0, exercise, status, status == Status.RED ? Math.min(step, 3) : 0, "", green ? 16 : status == Status.RED ? within : 0,
                status == Status.AMBER ? 0 : 16, saves, within / 4, 0, mistake, who == 14 ? "00000000" : "");
    }
}
