package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.room.Lists.Known;
import structured.coach.room.Lists.Step;
import structured.coach.verdict.Verdict.Status;

@DisplayName("how people get on")
class PeopleTest {

    private static final Lists LISTS = new Lists(List.of("03-sync-calls", "04-gather").stream().map(name -> new Known(name,
            List.of(new Step("one", "um", 2), new Step("two", "dois", 2), new Step("three", "três", 0)), Set.of("GatherTest.order"),
            Map.of("join-per-task", "waits for each task before it forks the next, so nothing overlaps."), "0123abcd")).toList());

    private final SettableClock clock = new SettableClock();
    private final People people = new People();

    @Test
    @DisplayName("stuck: saves go on for six minutes, and no test more passes")
    void stuck() {
        come("a");
        says("a", States.red(1, 1, 0));
        clock.passMinutes(3);
        says("a", States.red(2, 1, 0));
        clock.pass(Duration.ofMinutes(3).minusMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
        clock.pass(Duration.ofMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.STUCK);
    }

    @Test
    @DisplayName("stuck: not without a save in between; thinking is work")
    void thinking() {
        come("a");
        says("a", States.red(1, 1, 0));
        clock.passMinutes(7);
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
    }

    @Test
    @DisplayName("stuck: also who goes to and fro, or has code that doesn't compile; not who is at a further step or has one more test")
    void progress() {
        come("a");
        come("b");
        come("c");
        for (int i = 1; i <= 9; i++) {
            says("a", i % 3 == 0 ? States.amber(i) : States.red(i, 1, i % 2 == 0 ? 3 : 5));
            says("b", States.red(i, 1, i));
            says("c", States.red(i, 1 + i / 8, 4));
            clock.passMinutes(1);
        }
        assertThat(standing("a")).isEqualTo(Standing.STUCK);
        assertThat(standing("b")).isEqualTo(Standing.WORKING);
        assertThat(standing("c")).isEqualTo(Standing.WORKING);
    }

    @Test
    @DisplayName("stuck: after twice the time that the room's median took for the step, once five have left it; never before two minutes")
    void median() {
        for (int i = 1; i <= 5; i++) {
            come("fast" + i);
            says("fast" + i, States.red(1, 1, 0));
        }
        come("a");
        says("a", States.red(1, 1, 0));
        clock.pass(Duration.ofSeconds(90));
        for (int i = 1; i <= 4; i++) {
            says("fast" + i, States.red(2, 2, 4));
        }
        clock.pass(Duration.ofSeconds(91));
        says("a", States.red(2, 1, 0));
        assertThat(standing("a")).as("after 181 s, and four have left").isEqualTo(Standing.WORKING);
        says("fast5", States.red(2, 2, 4));
        assertThat(people.usual("04-gather", 1)).contains(Duration.ofSeconds(90));
        assertThat(standing("a")).as("when five have left").isEqualTo(Standing.STUCK);
        assertThat(Standing.patience(people.usual("04-gather", 1).map(it -> it.dividedBy(9)))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @DisplayName("silent: eight minutes without a save, or without any at all")
    void silent() {
        come("a");
        come("b");
        says("a", States.red(1, 1, 0));
        clock.pass(Duration.ofMinutes(8).minusMillis(1));
        heartbeat("a", States.red(1, 1, 0), Duration.ofMinutes(8).minusMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
        assertThat(standing("b")).isEqualTo(Standing.NEW);
        clock.pass(Duration.ofMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.SILENT);
        says("a", States.red(2, 1, 0));
        assertThat(standing("a")).as("after another save").isNotEqualTo(Standing.SILENT);
    }

    @Test
    @DisplayName("silent: not who is through and still there")
    void done() {
        come("a");
        says("a", States.green(1));
        clock.passMinutes(20);
        heartbeat("a", States.green(1), Duration.ofMinutes(20));
        assertThat(standing("a")).isEqualTo(Standing.DONE);
    }

    @Test
    @DisplayName("a laptop that sleeps is grey after 90 seconds, gone after eight minutes, and back with its next verdict")
    void asleep() {
        come("a");
        says("a", States.green(1));
        clock.pass(Duration.ofSeconds(89));
        assertThat(Standing.isAway(person("a"), clock.instant())).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(Standing.isAway(person("a"), clock.instant())).isTrue();
        assertThat(standing("a")).isEqualTo(Standing.DONE);
        clock.passMinutes(7);
        assertThat(standing("a")).isEqualTo(Standing.GONE);
        says("a", States.red(2, 2, 3));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
        assertThat(Standing.isAway(person("a"), clock.instant())).isFalse();
    }

    @Test
    @DisplayName("a message that was on its way for long counts from its verdict, and one that was overtaken not at all")
    void late() {
        come("a");
        clock.passMinutes(10);
        says("a", States.aged(States.red(2, 2, 5), 20, Duration.ofMinutes(7).toMillis()));
        assertThat(Duration.between(person("a").saved, clock.instant())).isEqualTo(Duration.ofMinutes(7));
        says("a", States.aged(States.red(1, 1, 0), 10, Duration.ofMinutes(9).toMillis()));
        assertThat(person("a").state.step()).isEqualTo(2);
        assertThat(person("a").strip()).isEqualTo("R");
    }

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
        says("a", new State(300, 60_000, "04-gather", Status.RED, 1, "", 0, 16, 1, 0, 1, "", ""));
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
        assertThat(seen.mistakes()).containsExactly(new Snapshot.Mistake("04-gather", "waits for each task before it forks the next, so nothing overlaps.", 2, 3));
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

    private void come(String id) {
        people.takes(new Entry.Came(clock.instant(), id, "", "nick of " + id));
    }

    private void says(String id, State state) {
        people.takes(new Entry.Said(clock.instant(), id, state));
    }

    private void heartbeat(String id, State state, Duration age) {
        says(id, States.aged(state, state.seq(), age.toMillis()));
    }

    private Person person(String id) {
        return people.person(id).orElseThrow();
    }

    private Standing standing(String id) {
        return people.standings(clock.instant()).get(person(id));
    }
}
