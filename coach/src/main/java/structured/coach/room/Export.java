package structured.coach.room;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import structured.coach.room.Lists.Known;

/**
 * What a room leaves: how long each step took, and what went wrong there. Nobody's name, and nobody's row: by this the next
 * room's minutes are planned.
 *
 * @param reached how many came so far
 * @param left how many were through with it when the room ended
 * @param median minutes that it took those, to one decimal; null if there is none
 * @param p90 nine of ten took no longer
 * @param hints how many were given
 * @param hands how often a hand was raised
 * @param mistakes how many people made which, most frequent first
 * @param longestRed the test that was red longest, all minutes of all people together, or an empty text
 */
record Export(String exercise, int step, int reached, int left, Double median, Double p90, int hints, int hands, Map<String, Integer> mistakes,
        String longestRed) {

    private static final String HEADING = "exercise,step,reached,left,median_minutes,p90_minutes,hints,hands,mistakes,longest_red";

    /** A room as it is written to {@code room.json}. */
    record Whole(Instant opened, int people, List<Export> steps) {}

    static List<Export> of(People people, Lists lists) {
        var steps = new ArrayList<Export>();
        for (var exercise : lists.exercises()) {
            for (int step = 1; step <= exercise.steps().size(); step++) {
                steps.add(of(people, exercise, step));
            }
        }
        return steps;
    }

    private static Export of(People people, Known exercise, int step) {
        var tracks = people.all().stream().map(person -> person.tracks.get(exercise.name())).filter(Objects::nonNull)
                .filter(track -> track.hasReached(step)).toList();
        var times = tracks.stream().map(track -> track.time(step)).filter(Objects::nonNull).sorted().toList();
        var hints = 0;
        var hands = 0;
        var mistakes = new LinkedHashMap<String, Integer>();
        var red = new LinkedHashMap<String, Duration>();
        for (var track : tracks) {
            var effort = track.effort(step);
            hints += effort.hints;
            hands += effort.hands;
            effort.mistakes.forEach(mistake -> mistakes.merge(mistake, 1, Integer::sum));
            effort.red.forEach((test, time) -> red.merge(test, time, Duration::plus));
        }
        var longest = red.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        return new Export(exercise.name(), step, tracks.size(), times.size(), minutes(times, 0.5), minutes(times, 0.9), hints, hands,
                byFrequency(mistakes), longest);
    }

    /** So great a part of them took no longer. */
    private static Double minutes(List<Duration> times, double part) {
        return times.isEmpty() ? null
                : Math.round(times.get((int) Math.ceil(part * times.size()) - 1).toMillis() / 6000.0) / 10.0;
    }

    private static Map<String, Integer> byFrequency(Map<String, Integer> mistakes) {
        var sorted = new LinkedHashMap<String, Integer>();
        mistakes.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Writes both files into a folder, which is made. */
    static void write(Board board, Path folder) throws IOException {
        var whole = board.ask(people -> new Whole(board.room().opened(), people.all().size(), of(people, board.lists())));
        Files.createDirectories(folder);
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve("room.json"), json.writeValueAsString(Map.of("opened", whole.opened.toString(), "people", whole.people,
                "steps", whole.steps)) + "\n");
        var csv = new StringBuilder(HEADING + "\n");
        whole.steps.forEach(step -> csv.append(step.line()).append('\n'));
        Files.writeString(folder.resolve("room.csv"), csv);
    }

    /** All of it is the tutorial's or a number: nothing needs quotes. */
    private String line() {
        var made = new StringBuilder();
        mistakes.forEach((mistake, people) -> made.append(made.isEmpty() ? "" : " ").append(mistake).append(':').append(people));
        return "%s,%d,%d,%d,%s,%s,%d,%d,%s,%s".formatted(exercise, step, reached, left, decimal(median), decimal(p90), hints, hands, made, longestRed);
    }

    private static String decimal(Double minutes) {
        return Optional.ofNullable(minutes).map(it -> String.format(Locale.ROOT, "%.1f", it)).orElse("");
    }
}
