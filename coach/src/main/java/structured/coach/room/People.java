package structured.coach.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All in the room, by what has happened so far. Has no clock and no lock: whoever asks brings the time, and takes turns. */
final class People {

    /** Fewer say nothing about the room. */
    private static final int ENOUGH = 5;

    private final Map<String, Person> byId = new LinkedHashMap<>();
    private int numbers;
    private String notice = "";
    private int notices;

    /** Takes what has happened, and says whether anything to be seen is another by that. */
    boolean takes(Entry entry) {
        var person = byId.get(entry.about());
        return switch (entry) {
            case Entry.Came(var at, var id, var hash, var nick) -> byId.putIfAbsent(id, new Person(id, hash, ++numbers, nick, at)) == null;
            case Entry.Said(var at, var id, var state) when person != null -> person.said(state, at);
            case Entry.Renamed(var at, var id, var nick) when person != null -> {
                person.nick = nick;
                yield true;
            }
            case Entry.Answered(var at, var id) when person != null -> {
                person.answered();
                yield true;
            }
            case Entry.Notice(var at, var text) -> {
                notice = text;
                notices++;
                yield true;
            }
            default -> false;    // About somebody who has left.
        };
    }

    /** Forgets somebody. */
    boolean left(String id) {
        return byId.remove(id) != null;
    }

    Optional<Person> person(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In the order in which they came. */
    Collection<Person> all() {
        return byId.values();
    }

    Set<String> nicks() {
        return byId.values().stream().map(person -> person.nick).collect(Collectors.toSet());
    }

    /** The last line for all, and which one it is; an empty text, if there is none. */
    String notice() {
        return notice;
    }

    int notices() {
        return notices;
    }

    /** How everybody gets on. */
    Map<Person, Standing> standings(Instant now) {
        // Many are at the same step, and its median is of all.
        var usual = new HashMap<String, Optional<Duration>>();
        var standings = new LinkedHashMap<Person, Standing>();
        for (var person : byId.values()) {
            var median = person.state == null ? Optional.<Duration>empty()
                    : usual.computeIfAbsent(person.state.exercise() + " " + person.track().step(), it -> usual(person.state.exercise(), person.track().step()));
            standings.put(person, Standing.of(person, median, now));
        }
        return standings;
    }

    /** The median of minutes that a step took, once enough have left it. */
    Optional<Duration> usual(String exercise, int step) {
        var times = byId.values().stream().map(person -> person.tracks.get(exercise)).filter(Objects::nonNull)
                .map(track -> track.time(step)).filter(Objects::nonNull).sorted().toList();
        return times.size() < ENOUGH ? Optional.empty() : Optional.of(times.get(times.size() / 2));
    }
}
