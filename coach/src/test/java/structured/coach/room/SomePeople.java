package structured.coach.room;


import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import structured.coach.room.Lists.Known;
import structured.coach.room.Lists.Step;

/** What the tests of how people get on have in common. */
abstract class SomePeople {

    static final Lists LISTS = new Lists(List.of("03-sync-calls", "04-gather").stream().map(name -> new Known(name,
            List.of(new Step(Map.of("en", "one"), 2), new Step(Map.of("en", "two"), 2), new Step(Map.of("en", "three"), 0)), Set.of("GatherTest.order"),
            Map.of("join-per-task", Map.of("en", "waits for each task before it forks the next, so nothing overlaps.")), "0123abcd")).toList());

    final SettableClock clock = new SettableClock();
    final People people = new People();

    void come(String id) {
        people.takes(new Entry.Came(clock.instant(), id, "", "nick of " + id));
    }

    void says(String id, LearnerState state) {
        people.takes(new Entry.Said(clock.instant(), id, state));
    }

    void heartbeat(String id, LearnerState state, Duration age) {
        says(id, States.aged(state, state.seq(), age.toMillis()));
    }

    Person person(String id) {
        return people.person(id).orElseThrow();
    }

    Standing standing(String id) {
        return people.standings(clock.instant()).get(person(id));
    }
}
