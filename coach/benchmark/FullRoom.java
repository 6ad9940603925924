import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A thousand coaches tell a real board of a verdict a second each; of twenty one is asleep for a while, and one is hostile. In the middle the
 * board is killed, and started again. Then: was each page up to date within a second, and is every last state right? By hand,
 * from the root, once {@code ./workshop} has built the coach, on Linux: {@code java coach/benchmark/FullRoom.java [COACHES] [SECONDS]}.
 * Exit status: 0 all is well, 1 it is not.
 */
public class FullRoom {

    private static final int PORT = 17121;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
    private static final Pattern ROW = Pattern.compile("\\{\"id\":\"(\\w+)\",\"number\":\\d+,\"nick\":\"[^\"]*\",\"exercise\":\"[^\"]*\",\"step\":\\d+,\"state\":\"\\w*\","
            + "\"passed\":\\d+,\"of\":(\\d+)");

    /** Somebody's seat, and what they have said. */
    private static final class Coach {
        final int number;
        String id;
        String token;

        /** Said at that time, by its number; taken out once a page has shown it, or a later one. */
        final Map<Integer, Long> waiting = new ConcurrentHashMap<>();
        volatile int last;
        volatile long lastTry;

        Coach(int number) {
            this.number = number;
        }
    }

    private static final Map<String, Coach> COACHES = new ConcurrentHashMap<>();
    private static final List<Long> TO_PAGE = Collections.synchronizedList(new ArrayList<>());
    private static final List<Long> ANSWERS = Collections.synchronizedList(new ArrayList<>());
    private static final AtomicInteger SAID = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static final AtomicInteger HOSTILE = new AtomicInteger();
    private static final AtomicInteger HOSTILE_TAKEN = new AtomicInteger();
    private static final AtomicInteger EVENTS = new AtomicInteger();
    private static final AtomicLong LARGEST = new AtomicLong();

    /** Nanoseconds; what was said when the board was away comes later than any limit. */
    private static volatile long downFrom = Long.MAX_VALUE;
    private static volatile long upAgain = Long.MAX_VALUE;
    private static volatile boolean over;
    private static volatile boolean ended;
    private static Path root;
    private static String code;
    private static String page;

    public static void main(String[] args) throws Exception {
        var coaches = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        var seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        root = Files.createTempDirectory("benchmark").resolve("tutorial");
        new ProcessBuilder("git", "clone", "-q", ".", root.toString()).inheritIO().start().waitFor();
        var board = startBoard();
        try {
            var start = System.nanoTime();
            joinAll(coaches);
            System.out.printf("%d coaches have joined, in %.1f s%n", coaches, (System.nanoTime() - start) / 1e9);
            Thread.ofPlatform().daemon().start(FullRoom::look);
            var threads = new ArrayList<Thread>();
            for (var coach : COACHES.values()) {
                threads.add(Thread.startVirtualThread(() -> work(coach, coach.number % 20 == 7)));
            }
            for (int i = 0; i < coaches / 20; i++) {
                var kind = i;
                Thread.startVirtualThread(() -> attack(kind));
            }
            start = System.nanoTime();
            Thread.sleep(seconds * 500L);
            System.out.println("the first half: " + said(start) + ", " + cost(board, start));
            downFrom = System.nanoTime();
            board.destroyForcibly().waitFor();
            board = startBoard();
            upAgain = System.nanoTime();
            System.out.printf("killed, and up again after %.1f s%n", (upAgain - downFrom) / 1e9);
            var half = System.nanoTime();
            SAID.set(0);
            Thread.sleep(seconds * 500L);
            System.out.println("the second half: " + said(half) + ", " + cost(board, half));
            over = true;
            // What is still on its way is the last of its coach.
            var right = untilAllIsRight(coaches);
            System.out.printf("hostile requests: %d, of which %d were taken for anything%n", HOSTILE.get(), HOSTILE_TAKEN.get());
            System.out.printf("events to the page: %d, the largest of %d kB%n", EVENTS.get(), LARGEST.get() / 1000);
            tell("answer to a coach", ANSWERS);
            var p99 = tell("verdict to page", TO_PAGE);
            System.out.println("heap of the board after a collection: " + heap(board));
            ended = true;
            var well = right && p99 <= 1000 && HOSTILE_TAKEN.get() == 0;
            System.out.println(well ? "All is well." : "All is NOT well.");
            System.exit(well ? 0 : 1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** With the launcher's settings, and no more memory than it may take. */
    private static Process startBoard() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var board = new ProcessBuilder(java, "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xlog:disable",
                "-XX:SharedArchiveFile=" + new File("coach/target/coach.jsa").getAbsolutePath(), "-Dworkshop.root=" + root, "-cp",
                new File("coach/target/coach.jar").getAbsolutePath(), "structured.coach.Main", "board", "--port", "" + PORT, "--most", "2000")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new BufferedReader(new InputStreamReader(board.getInputStream()));
        for (String line; (line = lines.readLine()) != null && !line.startsWith("To end the room"); ) {
            code = line.contains("./workshop join") ? line.strip().replaceFirst(".* ", "") : code;
            page = line.startsWith("Your page:") ? line.replaceFirst("Your page:\\s+", "") : page;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(board::destroyForcibly));
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(line -> { }));
        return board;
    }

    private static void joinAll(int coaches) throws Exception {
        for (int i = 0; i < coaches; i++) {
            var coach = new Coach(i);
            var answer = ask(coach.number, "/join", "{\"v\":1,\"code\":\"" + code + "\"}", "");
            coach.id = answer.replaceFirst("(?s).*\"id\":\"([^\"]*)\".*", "$1");
            coach.token = answer.replaceFirst("(?s).*\"token\":\"([^\"]*)\".*", "$1");
            COACHES.put(coach.id, coach);
        }
        if (COACHES.size() != coaches) {
            throw new IllegalStateException("only " + COACHES.size() + " have joined");
        }
    }

    /** A verdict a second, more or less, told as a coach tells it; who can't tell tries again as a coach does. */
    private static void work(Coach coach, boolean sleeps) {
        var failures = 0;
        var sleepAt = sleeps ? System.nanoTime() + TimeUnit.SECONDS.toNanos(RANDOM.nextInt(5, 20)) : Long.MAX_VALUE;
        try {
            // Nobody's first verdict comes in the same second as everybody else's.
            Thread.sleep(RANDOM.nextInt(10_000));
            while (!ended) {
                if (System.nanoTime() > sleepAt) {
                    sleepAt = Long.MAX_VALUE;
                    Thread.sleep(20_000);
                }
                if (!over) {
                    coach.waiting.put(coach.last + 1, System.nanoTime());
                    coach.last++;
                }
                try {
                    var start = System.nanoTime();
                    coach.lastTry = start;
                    var number = coach.last;
                    var answer = ask(coach.number, "/state", """
                            {"v":1,"id":"%s","seq":%d,"age_ms":0,"exercise":"04-gather","state":"RED","step":%d,"test":"GatherTest.order","passed":0,"of":%d,"saves":%d,\
                            "hints":0,"hand":0,"sha":"0123abcd"}""".formatted(coach.id, number, 1 + number % 4, number, number), coach.token);
                    if (!answer.startsWith("HTTP/1.1 200")) {
                        throw new IOException(answer.lines().findFirst().orElse("nothing"));
                    }
                    ANSWERS.add(System.nanoTime() - start);
                    SAID.incrementAndGet();
                    failures = 0;
                } catch (IOException e) {
                    FAILED.incrementAndGet();
                    failures++;
                }
                // After three failures only now and then; a sign of life after the last verdict.
                var pause = failures >= 3 ? Math.min(60_000, (5_000L << Math.min(failures - 3, 4)) * RANDOM.nextInt(1000, 2000) / 1000)
                        : over ? RANDOM.nextInt(15_000, 45_000) : RANDOM.nextInt(600, 1400);
                for (long slept = 0; slept < pause && !ended; slept += 100) {
                    Thread.sleep(100);
                }
            }
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }

    private static void attack(int kind) {
        var from = 5000 + kind;
        try {
            for (int i = 0; !over; i++) {
                HOSTILE.incrementAndGet();
                try {
                    var victim = COACHES.values().iterator().next();
                    var answer = switch (kind % 5) {
                        case 0 -> ask(from, "/state", "x".repeat(100_000), "");
                        case 1 -> ask(from, "/state", "{\"v\":1,\"id\":\"%s\",\"seq\":999999,\"exercise\":\"04-gather\",\"state\":\"GREEN\"}".formatted(victim.id), "wrong");
                        case 2 -> trickle(from);
                        case 3 -> ask(from, "/join", "{\"v\":1,\"code\":\"AAAA\",\"nick\":\"<img src=x onerror=alert(1)>\"}", "");
                        default -> ask(from, "/state", "[".repeat(1900), "");
                    };
                    HOSTILE_TAKEN.addAndGet(answer.startsWith("HTTP/1.1 200") ? 1 : 0);
                } catch (IOException e) {
                    // Thrown out.
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }

    /** A byte now and then. */
    private static String trickle(int from) throws IOException, InterruptedException {
        try (var socket = connect(from)) {
            socket.getOutputStream().write(head("/state", 1000, "").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write(' ');
                Thread.sleep(500);
            }
        }
    }

    /** On a connection of its own, from an address of its own: all of 127.0.0.0/8 is this machine. */
    private static String ask(int from, String path, String body, String token) throws IOException {
        try (var socket = connect(from)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write((head(path, body.length(), token) + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket connect(int from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 1, (byte) (from / 250), (byte) (1 + from % 250)}), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 1000);
        return socket;
    }

    private static String head(String path, int length, String token) {
        return "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n".formatted(path, token, length);
    }

    /** Reads what a browser would, and looks what has come. */
    private static void look() {
        while (!ended) {
            try {
                var events = URI.create(page + "events").toURL().openConnection();
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

    private static void see(String event, long now) {
        EVENTS.incrementAndGet();
        LARGEST.accumulateAndGet(event.length(), Math::max);
        var rows = ROW.matcher(event);
        while (rows.find()) {
            var coach = COACHES.get(rows.group(1));
            var of = Integer.parseInt(rows.group(2));
            if (coach != null) {
                coach.waiting.forEach((number, at) -> {
                    if (number <= of && coach.waiting.remove(number) != null && (at < downFrom - 1_000_000_000L || at > upAgain + 1_000_000_000L)) {
                        TO_PAGE.add(now - at);
                    }
                });
            }
        }
    }

    /** Whether within a minute each coach's last verdict is on the page. */
    private static boolean untilAllIsRight(int coaches) throws Exception {
        var start = System.nanoTime();
        var wrong = coaches;
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60) && (wrong = (int) COACHES.values().stream().filter(it -> !it.waiting.isEmpty()).count()) > 0) {
            Thread.sleep(200);
        }
        System.out.printf("all last states right: %s, %.1f s after the last verdict, %.1f s after the restart%n", wrong == 0 ? "yes" : "no, " + wrong + " are not",
                (System.nanoTime() - start) / 1e9, (System.nanoTime() - upAgain) / 1e9);
        return wrong == 0;
    }

    private static String said(long since) {
        return "%.0f messages a second, %d failed".formatted(SAID.get() / ((System.nanoTime() - since) / 1e9), FAILED.getAndSet(0));
    }

    private static String cost(Process board, long since) throws IOException {
        var spent = board.info().totalCpuDuration().orElseThrow();
        var resident = Files.readAllLines(Path.of("/proc", "" + board.pid(), "status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
        return "%.0f %% of a processor, resident at most %d MB".formatted(spent.toNanos() * 100.0 / (System.nanoTime() - since),
                Long.parseLong(resident.replaceAll("\\D", "")) / 1000);
    }

    private static String heap(Process board) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, "" + board.pid(), "GC.run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        var info = new String(new ProcessBuilder(jcmd, "" + board.pid(), "GC.heap_info").start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Pattern.compile("used (\\d+)K").matcher(info).results().mapToLong(used -> Long.parseLong(used.group(1))).limit(2).sum() / 1000 + " MB of the 128 that it may take";
    }

    private static long tell(String what, List<Long> nanos) {
        var sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        var p99 = sorted.get((int) (sorted.size() * 0.99)) / 1_000_000;
        System.out.printf("%s, milliseconds: p50 %d, p95 %d, p99 %d, max %d, of %d%n", what, sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get((int) (sorted.size() * 0.95)) / 1_000_000, p99, sorted.getLast() / 1_000_000, sorted.size());
        return p99;
    }
}
