import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Somebody's seat, and what they have said. */
final class Coach {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    final int number;
    final String id;
    private final String token;

    /** Said at that time, by its number; taken out once a page has shown it, or a later one. */
    final Map<Integer, Long> waiting = new ConcurrentHashMap<>();
    private int last;

    private Coach(int number, String id, String token) {
        this.number = number;
        this.id = id;
        this.token = token;
    }

    /** Somebody new. */
    static Coach joins(int number, String code) throws IOException {
        var answer = Wire.ask(number, "/join", "{\"v\":1,\"code\":\"" + code + "\"}", "");
        return new Coach(number, answer.replaceFirst("(?s).*\"id\":\"([^\"]*)\".*", "$1"), answer.replaceFirst("(?s).*\"token\":\"([^\"]*)\".*", "$1"));
    }

    /** A verdict a second, more or less, told as a coach tells it; who can't tell tries again as a coach does. */
    void work(Figures figures, boolean sleeps) {
        var failures = 0;
        var sleepAt = sleeps ? System.nanoTime() + TimeUnit.SECONDS.toNanos(RANDOM.nextInt(5, 20)) : Long.MAX_VALUE;
        try {
            // Nobody's first verdict comes in the same second as everybody else's.
            Thread.sleep(RANDOM.nextInt(10_000));
            while (!figures.ended) {
                if (System.nanoTime() > sleepAt) {
                    sleepAt = Long.MAX_VALUE;
                    Thread.sleep(20_000);
                }
                if (!figures.over) {
                    waiting.put(last + 1, System.nanoTime());
                    last++;
                }
                try {
                    var start = System.nanoTime();
                    var at = last;
                    var answer = Wire.ask(number, "/state", """
                            {"v":1,"id":"%s","seq":%d,"age_ms":0,"exercise":"04-gather","state":"RED","step":%d,"test":"GatherTest.order","passed":0,"of":%d,"saves":%d,\
                            "hints":0,"hand":0,"sha":"0123abcd"}""".formatted(id, at, 1 + at % 4, at, at), token);
                    if (!answer.startsWith("HTTP/1.1 200")) {
                        throw new IOException(answer.lines().findFirst().orElse("nothing"));
                    }
                    figures.answers.add(System.nanoTime() - start);
                    figures.said.incrementAndGet();
                    failures = 0;
                } catch (IOException e) {
                    figures.failed.incrementAndGet();
                    failures++;
                }
                // After three failures only now and then; a sign of life after the last verdict.
                var pause = failures >= 3 ? Math.min(60_000, (5_000L << Math.min(failures - 3, 4)) * RANDOM.nextInt(1000, 2000) / 1000)
                        : figures.over ? RANDOM.nextInt(15_000, 45_000) : RANDOM.nextInt(600, 1400);
                for (long slept = 0; slept < pause && !figures.ended; slept += 100) {
                    Thread.sleep(100);
                }
            }
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }
}
