package structured.coach.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import structured.coach.room.Lists.Known;

/** The room at a moment, as the pages show it. All of it each time: a page that has missed one has missed nothing. */
final class Snapshot {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Somebody in one of the lists on top: since when, in seconds. */
    record Call(String id, String nick, String exercise, int step, long seconds, boolean gone) {}

    /** How many are where in an exercise: a number for each step, and those who are through. */
    record Where(String exercise, int[] steps, int green) {}

    /** So many of those in an exercise have made that mistake: its name, and what it is, by language. */
    record Mistake(String exercise, String name, Map<String, String> texts, int people, int of) {}

    /** A row. */
    record Row(String id, int number, String nick, String exercise, int step, String state, int passed, int of, long seconds, String strip,
            boolean hand, String standing, boolean away, boolean otherTests) {}

    /** All that the facilitator sees. */
    record ForOne(String notice, int people, List<Call> calls, List<Call> stuck, List<Call> silent, List<Where> where, List<Mistake> mistakes,
            List<Row> rows) {}

    /** What all may see: nobody's name, and nobody's number. */
    record ForAll(String notice, int people, int calls, List<Where> where, List<Mistake> mistakes) {}

    private final People people;
    private final Lists lists;
    private final Instant now;
    private final Map<Person, Standing> standings;

    Snapshot(People people, Lists lists, Instant now) {
        this.people = people;
        this.lists = lists;
        this.now = now;
        standings = people.standings(now);
    }

    ForOne forOne() {
        var calls = called(person -> person.raised);
        var stuck = called(person -> standings.get(person) == Standing.STUCK ? person.progressed : null);
        var silent = called(person -> isSilent(person) ? lastSeen(person) : null);
        return new ForOne(people.notice(), standings.size(), calls, stuck, silent, where(), mistakes(), standings.keySet().stream().map(this::row).toList());
    }

    ForAll forAll() {
        var raised = (int) standings.keySet().stream().filter(person -> person.raised != null).count();
        return new ForAll(people.notice(), standings.size(), raised, where(), mistakes());
    }

    static byte[] json(Object snapshot) {
        try {
            return JSON.writeValueAsBytes(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);    // Texts and numbers only.
        }
    }

    private boolean isSilent(Person person) {
        return standings.get(person) == Standing.SILENT || standings.get(person) == Standing.GONE;
    }

    private static Instant lastSeen(Person person) {
        return person.saved != null ? person.saved : person.joined;
    }

    /** Those for whom there is a moment since when, the longest first. */
    private List<Call> called(Function<Person, Instant> since) {
        var calls = new ArrayList<Call>();
        for (var person : standings.keySet()) {
            var from = since.apply(person);
            if (from != null) {
                calls.add(new Call(person.id, person.nick, exercise(person), step(person), seconds(from), standings.get(person) == Standing.GONE));
            }
        }
        calls.sort(Comparator.comparingLong(Call::seconds).reversed());
        return calls;
    }

    private Row row(Person person) {
        var state = person.state;
        return new Row(person.id, person.number, person.nick, exercise(person), step(person), state == null ? "" : state.status().name(),
                state == null ? 0 : state.passed(), state == null ? 0 : state.of(), seconds(lastSeen(person)), person.strip(), person.raised != null,
                standings.get(person).name(), Standing.isAway(person, now), hasOtherTests(state));
    }

    private boolean hasOtherTests(LearnerState state) {
        return state != null && !state.sha().isEmpty()
                && lists.exercise(state.exercise()).filter(known -> !known.sha().equals(state.sha())).isPresent();
    }

    private static String exercise(Person person) {
        return person.state == null ? "" : person.state.exercise();
    }

    private static int step(Person person) {
        return person.state == null ? 0 : person.track().step();
    }

    private long seconds(Instant since) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }

    private List<Where> where() {
        var where = new LinkedHashMap<String, Where>();
        var green = new LinkedHashMap<String, Integer>();
        for (var known : lists.exercises()) {
            where.put(known.name(), new Where(known.name(), new int[known.steps().size()], 0));
        }
        for (var person : standings.keySet()) {
            if (person.state == null) {
                continue;
            }
            var steps = where.get(person.state.exercise()).steps;
            if (person.state.isGreen()) {
                green.merge(person.state.exercise(), 1, Integer::sum);
            } else if (steps.length > 0) {
                steps[Math.min(steps.length, person.track().step()) - 1]++;
            }
        }
        return where.values().stream().map(it -> new Where(it.exercise, it.steps, green.getOrDefault(it.exercise, 0))).toList();
    }

    private List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        for (var known : lists.exercises()) {
            var there = standings.keySet().stream().filter(person -> exercise(person).equals(known.name())).toList();
            var count = new LinkedHashMap<String, Integer>();
            there.stream().map(person -> person.state.mistake()).filter(known.mistakes()::containsKey).forEach(it -> count.merge(it, 1, Integer::sum));
            count.forEach((mistake, people) -> mistakes.add(mistake(known, mistake, people, there.size())));
        }
        mistakes.sort(Comparator.comparingInt(Mistake::people).reversed());
        return mistakes;
    }

    private static Mistake mistake(Known known, String mistake, int people, int of) {
        return new Mistake(known.name(), mistake, known.mistakes().get(mistake), people, of);
    }
}
