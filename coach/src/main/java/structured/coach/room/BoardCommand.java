package structured.coach.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** The facilitator's: shows the room on a page. */
@Command(name = "board", description = {
    "Shows, on a page in your browser, who of a workshop calls, who is stuck, who is silent, and where the room is.", "",
    "Participants join with the line that it prints. Only this laptop can open the page. A board that was stopped goes on where it was, "
            + "and twelve hours after its beginning it is over.", "", "Examples:", "  ./workshop board", "  ./workshop board --end"},
    footer = {"", "Exit status: 0 the room has ended, 2 there is no board to be had."})
public final class BoardCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(BoardCommand.class);

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    @Option(names = "--address", paramLabel = "ADDRESS", description = "how others reach this laptop, where it has several addresses")
    private String address;

    @Option(names = "--port", paramLabel = "PORT", description = "where others reach it (default: ${DEFAULT-VALUE}, or the next that is free)")
    private int port = CoachDesk.PORT;

    @Option(names = "--export", paramLabel = "FOLDER", description = "where room.json and room.csv go in the end (default: a folder in .workshop/rooms)")
    private Path export;

    /** The page is for rooms of up to three hundred. More than five hundred are a load test, or somebody who floods it. */
    @Option(names = "--most", hidden = true, paramLabel = "PEOPLE")
    private int most = 500;

    @Option(names = "--end", description = "end a room whose board was stopped: export, then delete")
    private boolean end;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();
    private final Style style = Style.ofOutput();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 1 || port > 65535) {
            throw new ParameterException(spec.commandLine(), SAY.of("board.port"));
        }
        var tutorial = Tutorial.here();
        var found = Journal.in(tutorial.state().resolve("board"), BoardCommand::trouble);
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), SAY.of(end ? "board.runs-end" : "board.runs"));
        }
        try (var journal = found.get()) {
            var room = journal.room();
            if (end && room.isEmpty()) {
                System.out.println(SAY.of("board.no-room"));
                return 0;
            }
            if (end || room.isPresent() && room.get().isOver(clock.instant())) {
                endOld(tutorial, journal, room.get());
            }
            return end ? 0 : run(tutorial, journal);
        }
    }

    /** Before its time is over for {@link Board#of}, which would begin a new one. */
    private void endOld(Tutorial tutorial, Journal journal, Journal.Room room) throws IOException {
        var then = InstantSource.fixed(room.isOver(clock.instant()) ? room.opened().plus(Journal.LONGEST) : clock.instant());
        exportAndDelete(Board.of(journal, Lists.of(tutorial), port, most, then), tutorial);
    }

    private int run(Tutorial tutorial, Journal journal) throws IOException, InterruptedException {
        var before = journal.room();
        // A room keeps its port, since that is where its laptops come back to.
        var board = Board.of(journal, Lists.of(tutorial), before.isPresent() ? port : Desk.free(port), most, clock);
        try (var coaches = new CoachDesk(board, InetAddress.getByAddress(new byte[4]), board.room().port());
                var page = new PageDesk(board, coaches.port() + 1, () -> toType(coaches))) {
            coaches.start();
            page.start();
            before.ifPresent(room -> System.out.printf("%s%n%n", SAY.of("board.goes-on", TIME.format(room.opened()), board.<Integer>ask(people -> people.all().size()))));
            printHead(coaches, page);
            return untilTheEnd(tutorial, board);
        }
    }

    /** The line by which somebody joins. */
    private String toType(CoachDesk coaches) {
        var where = address != null ? address : Addresses.all().getFirst();
        return "./workshop join %s%s %s".formatted(where, coaches.port() == CoachDesk.PORT ? "" : ":" + coaches.port(), coaches.code());
    }

    private void printHead(CoachDesk coaches, PageDesk page) {
        System.out.printf("%s%n%n    %s%n%n", SAY.of("board.type"), style.heading(toType(coaches)));
        var others = Addresses.all().stream().skip(1).toList();
        if (address == null && !others.isEmpty()) {
            System.out.printf("%s%n%n", SAY.of("board.other-addresses", String.join(", ", others)));
        }
        System.out.printf("%s%n%n", SAY.of("board.pages", page.address(), page.address() + "room"));
        style.wrap("", SAY.of("board.cant-join",
                "http://%s:%d/".formatted(address != null ? address : Addresses.all().getFirst(), coaches.port()), SAY.of("reached"))).forEach(System.out::println);
        style.wrap("", SAY.of("board.to-end")).forEach(System.out::println);
    }

    private int untilTheEnd(Tutorial tutorial, Board board) throws IOException, InterruptedException {
        var typed = new LinkedBlockingQueue<String>();
        Thread.ofPlatform().daemon().name("reads-lines").start(() -> read(typed));
        while (true) {
            var line = typed.poll(30, TimeUnit.SECONDS);
            if (board.room().isOver(clock.instant())) {
                System.out.println(SAY.of("board.over"));
                exportAndDelete(board, tutorial);
                return 0;
            }
            if (line != null && line.strip().equalsIgnoreCase("q")) {
                System.out.print(SAY.of("board.really", folder(board, tutorial)) + " ");
                System.out.flush();
                if (isYes(typed.take().strip().toLowerCase(Locale.ROOT))) {
                    exportAndDelete(board, tutorial);
                    return 0;
                }
                System.out.println(SAY.of("board.not-ended"));
            }
        }
    }

    private static boolean isYes(String answer) {
        return !answer.isEmpty() && SAY.of("yes").indexOf(answer.charAt(0)) >= 0;
    }

    private static void read(BlockingQueue<String> typed) {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            for (String line; (line = lines.readLine()) != null; ) {
                typed.add(line);
            }
        } catch (IOException e) {
            // Nobody is there to type. The board goes on until it is stopped.
        }
    }

    private Path folder(Board board, Tutorial tutorial) {
        return export != null ? export : tutorial.state().resolve("rooms").resolve(NAME.format(board.room().opened()));
    }

    private void exportAndDelete(Board board, Tutorial tutorial) throws IOException {
        var folder = folder(board, tutorial);
        // If that fails, nothing is deleted.
        Export.write(board, folder);
        board.delete();
        System.out.println(SAY.of("board.exported", folder.toAbsolutePath().normalize()));
    }

    private static void trouble(String what) {
        System.err.println(SAY.of("board.journal", what));
    }
}
