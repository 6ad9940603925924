import java.io.IOException;

/** Somebody who means harm, in one of five ways. */
record Hostile(int kind, String victim, Figures figures) {

    void attack() {
        var from = 5000 + kind;
        try {
            for (int i = 0; !figures.over; i++) {
                figures.hostile.incrementAndGet();
                try {
                    var answer = switch (kind % 5) {
                        case 0 -> Wire.ask(from, "/state", "x".repeat(100_000), "");
                        case 1 -> Wire.ask(from, "/state", "{\"v\":1,\"id\":\"%s\",\"seq\":999999,\"exercise\":\"04-gather\",\"state\":\"GREEN\"}".formatted(victim), "wrong");
                        case 2 -> Wire.trickle(from);
                        case 3 -> Wire.ask(from, "/join", "{\"v\":1,\"code\":\"AAAA\",\"nick\":\"<img src=x onerror=alert(1)>\"}", "");
                        default -> Wire.ask(from, "/state", "[".repeat(1900), "");
                    };
                    figures.hostileTaken.addAndGet(answer.startsWith("HTTP/1.1 200") ? 1 : 0);
                } catch (IOException e) {
                    // Thrown out.
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }
}
