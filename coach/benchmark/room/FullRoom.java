import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A thousand coaches tell a real board of a verdict a second each; of twenty one is asleep for a while, and one is hostile. In the middle the
 * board is killed, and started again. Then: was each page up to date within a second, and is every last state right? By hand,
 * from the root, once {@code ./workshop} has built the coach, on Linux: {@code javac -d coach/target/benchmark coach/benchmark/room/*.java}, then
 * {@code java -cp coach/target/benchmark FullRoom [COACHES] [SECONDS]}.
 * Exit status: 0 all is well, 1 it is not.
 */
public final class FullRoom {

    private static final Map<String, Coach> COACHES = new ConcurrentHashMap<>();
    private static final Figures FIGURES = new Figures();

    private FullRoom() {}

    public static void main(String[] args) throws Exception {
        var coaches = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        var seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        var root = Files.createTempDirectory("benchmark").resolve("tutorial");
        new ProcessBuilder("git", "clone", "-q", ".", root.toString()).inheritIO().start().waitFor();
        var board = new BoardProcess(root);
        board.start();
        try {
            var start = System.nanoTime();
            joinAll(coaches, board.code());
            System.out.printf("%d coaches have joined, in %.1f s%n", coaches, (System.nanoTime() - start) / 1e9);
            Thread.ofPlatform().daemon().start(new Page(board, COACHES, FIGURES)::look);
            var threads = new ArrayList<Thread>();
            for (var coach : COACHES.values()) {
                threads.add(Thread.startVirtualThread(() -> coach.work(FIGURES, coach.number % 20 == 7)));
            }
            for (int i = 0; i < coaches / 20; i++) {
                Thread.startVirtualThread(new Hostile(i, COACHES.keySet().iterator().next(), FIGURES)::attack);
            }
            start = System.nanoTime();
            Thread.sleep(seconds * 500L);
            System.out.println("the first half: " + FIGURES.said(start) + ", " + board.cost(start));
            FIGURES.downFrom = System.nanoTime();
            board.kill();
            board.start();
            FIGURES.upAgain = System.nanoTime();
            System.out.printf("killed, and up again after %.1f s%n", (FIGURES.upAgain - FIGURES.downFrom) / 1e9);
            var half = System.nanoTime();
            FIGURES.said.set(0);
            Thread.sleep(seconds * 500L);
            System.out.println("the second half: " + FIGURES.said(half) + ", " + board.cost(half));
            FIGURES.over = true;
            // What is still on its way is the last of its coach.
            var right = untilAllIsRight(coaches);
            System.out.printf("hostile requests: %d, of which %d were taken for anything%n", FIGURES.hostile.get(), FIGURES.hostileTaken.get());
            System.out.printf("events to the page: %d, the largest of %d kB%n", FIGURES.events.get(), FIGURES.largest.get() / 1000);
            Figures.tell("answer to a coach", FIGURES.answers);
            var p99 = Figures.tell("verdict to page", FIGURES.toPage);
            System.out.println("heap of the board after a collection: " + board.heap());
            FIGURES.ended = true;
            var well = right && p99 <= 1000 && FIGURES.hostileTaken.get() == 0;
            System.out.println(well ? "All is well." : "All is NOT well.");
            System.exit(well ? 0 : 1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void joinAll(int coaches, String code) throws IOException {
        for (int i = 0; i < coaches; i++) {
            var coach = Coach.joins(i, code);
            COACHES.put(coach.id, coach);
        }
        if (COACHES.size() != coaches) {
            throw new IllegalStateException("only " + COACHES.size() + " have joined");
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
                (System.nanoTime() - start) / 1e9, (System.nanoTime() - FIGURES.upAgain) / 1e9);
        return wrong == 0;
    }
}
