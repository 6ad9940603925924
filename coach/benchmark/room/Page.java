import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A page that is open all the time: sees which verdicts come, and when. */
record Page(BoardProcess board, Map<String, Coach> coaches, Figures figures) {

    private static final Pattern ROW = Pattern.compile("\\{\"id\":\"(\\w+)\",\"number\":\\d+,\"nick\":\"[^\"]*\",\"exercise\":\"[^\"]*\",\"step\":\\d+,\"state\":\"\\w*\","
            + "\"passed\":\\d+,\"of\":(\\d+)");

    /** Reads what a browser would, and looks what has come. */
    void look() {
        while (!figures.ended) {
            try {
                var events = URI.create(board.page() + "events").toURL().openConnection();
                events.setReadTimeout(10_000);
                try (var lines = new BufferedReader(new InputStreamReader(events.getInputStream(), StandardCharsets.UTF_8))) {
                    for (String line; (line = lines.readLine()) != null; ) {
                        if (line.startsWith("data: ")) {
                            see(line, System.nanoTime());
                        }
                    }
                }
            } catch (IOException e) {
                // It is away just now.
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void see(String event, long now) {
        figures.events.incrementAndGet();
        figures.largest.accumulateAndGet(event.length(), Math::max);
        var rows = ROW.matcher(event);
        while (rows.find()) {
            var coach = coaches.get(rows.group(1));
            var of = Integer.parseInt(rows.group(2));
            if (coach != null) {
                coach.waiting.forEach((number, at) -> {
                    if (number <= of && coach.waiting.remove(number) != null && (at < figures.downFrom - 1_000_000_000L || at > figures.upAgain + 1_000_000_000L)) {
                        figures.toPage.add(now - at);
                    }
                });
            }
        }
    }
}
