package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.verdict.Verdict.Status;

@DisplayName("what is seen of people")
class PeopleSeenTest extends SomePeople {

    @Test
    @DisplayName("of two windows the later verdict wins, and the older one's signs of life change nothing")
    void windows() {
        come("a");
        says("a", States.aged(States.red(1, 1, 0), 100, 0));
        clock.passMinutes(1);
        says("a", States.aged(States.green(2), 200, 0));
        heartbeat("a", States.aged(States.red(1, 1, 0), 100, 0), Duration.ofMinutes(1));
        assertThat(person("a").state.isGreen()).isTrue();
        // Its hand goes up in the older window.
        says("a", new LearnerState(300, 60_000, "04-gather", Status.RED, 1, "", 0, 16, 1, 0, 1, "", ""));
        assertThat(person("a").state.isGreen()).isTrue();
        assertThat(person("a").raised).isEqualTo(clock.instant());
        assertThat(person("a").strip()).isEqualTo("RG");
    }

    @Test
    @DisplayName("a hand stays up since when it was raised, until it is lowered or seen to; the next time it counts anew")
    void hands() {
        come("a");
        says("a", States.red(1, 1, 0));
        says("a", States.red(1, 1, 0).withHand(2, 1));
        var since = clock.instant();
        clock.passMinutes(3);
        says("a", States.aged(States.red(2, 1, 0), 3, 0).withHand(3, 1));
        assertThat(person("a").raised).isEqualTo(since);
        people.takes(new Entry.Answered(clock.instant(), "a"));
        assertThat(person("a").raised).isNull();
        says("a", States.aged(States.red(3, 1, 0), 4, 0).withHand(4, 1));
        assertThat(person("a").raised).as("the coach has not heard yet that it was seen to").isNull();
        says("a", States.red(3, 1, 0).withHand(5, 2));
        assertThat(person("a").raised).isEqualTo(clock.instant());
        says("a", States.red(3, 1, 0).withHand(6, 0));
        assertThat(person("a").raised).isNull();
    }

    @Test
    @DisplayName("the page's four questions: the oldest first, counts in each cell, and mistakes with how many of how many; for all without anybody's name")
    void snapshot() {
        for (var id : List.of("a", "b", "c", "d")) {
            come(id);
        }
        says("a", States.like(States.red(1, 1, 0), "join-per-task"));
        says("a", States.like(States.red(1, 1, 0), "join-per-task").withHand(2, 1));
        clock.passMinutes(1);
        says("b", States.like(States.red(1, 2, 4), "join-per-task"));
        says("b", States.like(States.red(1, 2, 4), "join-per-task").withHand(2, 1));
        says("c", States.green(1));
        says("d", States.of("03-sync-calls", Status.RED, 1, 3, 2));
        clock.passMinutes(5);
        says("a", States.aged(States.like(States.red(2, 1, 0), "join-per-task"), 3, 0).withHand(3, 1));
        var seen = new Snapshot(people, LISTS, clock.instant()).forOne();
        assertThat(seen.calls()).extracting(Snapshot.Call::id).containsExactly("a", "b");
        assertThat(seen.calls()).extracting(Snapshot.Call::seconds).containsExactly(360L, 300L);
        assertThat(seen.stuck()).extracting(Snapshot.Call::id).containsExactly("a");
        assertThat(seen.where().get(1).steps()).containsExactly(1, 1, 0);
        assertThat(seen.where().get(1).green()).isEqualTo(1);
        assertThat(seen.where().get(0).steps()).containsExactly(0, 0, 1);
        assertThat(seen.mistakes()).containsExactly(new Snapshot.Mistake("04-gather", "join-per-task", Map.of("en", "waits for each task before it forks the next, so nothing overlaps."), 2, 3));
        assertThat(seen.rows()).extracting(Snapshot.Row::nick).containsExactly("nick of a", "nick of b", "nick of c", "nick of d");
        assertThat(new String(Snapshot.json(new Snapshot(people, LISTS, clock.instant()).forAll()))).doesNotContain("nick").contains("\"calls\":2");
    }

    @Test
    @DisplayName("the export: for each step how many, how long, which mistakes, which test was red longest; nobody's name")
    void export() {
        for (int i = 1; i <= 10; i++) {
            come("p" + i);
            says("p" + i, States.like(States.red(1, 1, 0), i <= 3 ? "join-per-task" : ""));
        }
        for (int i = 1; i <= 10; i++) {
            clock.passMinutes(1);
            says("p" + i, States.hinted(States.red(2, i == 10 ? 1 : 2, 4), i <= 2 ? 1 : 0));
        }
        clock.passMinutes(30);
        says("p1", States.green(3));
        var steps = Export.of(people, LISTS);
        var first = steps.stream().filter(it -> it.exercise().equals("04-gather") && it.step() == 1).findFirst().orElseThrow();
        assertThat(first.reached()).isEqualTo(10);
        assertThat(first.left()).isEqualTo(9);
        assertThat(first.median()).isEqualTo(5.0);
        assertThat(first.p90()).as("the ninth of nine, with more than eight minutes without a verdict counted as eight").isEqualTo(8.0);
        assertThat(first.mistakes()).containsExactly(Map.entry("join-per-task", 3));
        assertThat(first.longestRed()).isEqualTo("GatherTest.order");
        var second = steps.stream().filter(it -> it.exercise().equals("04-gather") && it.step() == 2).findFirst().orElseThrow();
        assertThat(second.reached()).isEqualTo(9);
        assertThat(second.median()).as("a break of half an hour is none of it but eight minutes").isEqualTo(8.0);
        assertThat(second.hints()).isEqualTo(2);
    }
}
