package structured.coach.room;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import structured.coach.room.Fields.Malformed;
import structured.coach.terminal.Harmless;
import structured.coach.words.Wording;

/** The board's pages, for browsers on the same laptop that know the token. It is the first part of each address. */
final class PageDesk extends Desk {

    private static final Wording SAY = Wording.of(PageDesk.class);

    private static final Map<String, String> FILES = Map.of("board.css", "text/css; charset=utf-8", "board.js", "text/javascript; charset=utf-8");

    /** Of the time between two events of a stream: four a second are enough for any eye. */
    private static final long BETWEEN = 250;

    /** Without anything new, minutes go by all the same. */
    private static final long TICK = 5000;

    /** More windows than that are a mistake. Another one asks now and then. */
    private static final int MOST_STREAMS = 8;

    private static final int LONGEST_NOTICE = 120;

    private final Board board;
    private final Supplier<String> toType;
    private final AtomicInteger streams = new AtomicInteger();

    /** {@code toType} is the line by which somebody joins. */
    PageDesk(Board board, int port, Supplier<String> toType) throws IOException {
        super(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port);
        this.board = board;
        this.toType = toType;
    }

    /** Where the facilitator's page is. */
    String address() {
        return "http://127.0.0.1:%d/%s/".formatted(port(), board.room().page());
    }

    @Override
    Predicate<String> host() {
        return Set.of("127.0.0.1", "localhost")::contains;
    }

    @Override
    Reply reply(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/", 3);
        if (parts.length < 3 || !Secrets.same(board.room().page(), parts[1])) {
            return Reply.text(404, SAY.of("page.nothing") + "\n");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, parts[2]);
            case "POST" -> post(exchange, parts[2]);
            default -> Reply.text(405, "");
        };
    }

    private Reply get(HttpExchange exchange, String what) throws IOException {
        return switch (what) {
            case "" -> file("board.html", "text/html; charset=utf-8");
            case "room" -> file("room.html", "text/html; charset=utf-8");
            case "lists" -> json(Map.of("exercises", board.lists().exercises().stream().map(it -> Map.of("name", it.name(), "steps", it.steps())).toList(),
                    "join", toType.get()));
            case "state" -> json(snapshot(false));
            case "state-room" -> json(snapshot(true));
            case "events" -> stream(exchange, false);
            case "events-room" -> stream(exchange, true);
            case "texts.js" -> new Reply(200, "text/javascript; charset=utf-8", PageTexts.script());
            default -> FILES.containsKey(what) ? file(what, FILES.get(what)) : Reply.text(404, "");
        };
    }

    private static Reply json(Object value) {
        return new Reply(200, "application/json", Snapshot.json(value));
    }

    private static Reply file(String name, String type) throws IOException {
        try (var file = PageDesk.class.getResourceAsStream(name)) {
            return new Reply(200, type, file.readAllBytes());
        }
    }

    private Object snapshot(boolean forAll) {
        return board.ask(people -> {
            var snapshot = new Snapshot(people, board.lists(), board.clock().instant());
            return forAll ? snapshot.forAll() : snapshot.forOne();
        });
    }

    private Reply stream(HttpExchange exchange, boolean forAll) throws IOException {
        if (streams.incrementAndGet() > MOST_STREAMS) {
            streams.decrementAndGet();
            return Reply.text(503, "");
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            out.write("retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII));
            for (long known = 0; ; ) {
                known = board.await(known, TICK);
                out.write("data: ".getBytes(StandardCharsets.US_ASCII));
                out.write(Snapshot.json(snapshot(forAll)));
                out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;    // The board has ended.
        } finally {
            streams.decrementAndGet();
        }
    }

    private Reply post(HttpExchange exchange, String what) throws IOException {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals("http://" + exchange.getRequestHeaders().getFirst("Host"))) {
            return Reply.no(403, "Not for other pages.");
        }
        if (isTooLarge(exchange)) {
            return Reply.no(413, "More than %d bytes.".formatted(LARGEST));
        }
        var asked = body(exchange);
        var id = asked.text("id", 20);
        switch (what) {
            case "notice" -> board.notice(Harmless.cut(Harmless.line(asked.text("text", 1000).strip()), LONGEST_NOTICE));
            case "hint" -> board.notice(hint(asked));
            case "rename" -> board.rename(id, asked.text("nick", 200));
            case "answered" -> board.answered(id);
            case "remove" -> board.leave(id);
            default -> {
                return Reply.no(404, "There is nothing here.");
            }
        }
        return Reply.of(new Fields().with("done", true));
    }

    /** "hint 06/2/2 is free now", if there is one. */
    private String hint(Fields asked) throws Malformed {
        var exercise = board.lists().exercise(asked.text("exercise", 60)).orElseThrow(() -> new Malformed("there is no such exercise"));
        var step = (int) asked.number("step", 99);
        var hint = asked.number("hint", 99);
        if (step < 1 || step > exercise.steps().size() || hint < 1 || hint > exercise.steps().get(step - 1).hints()) {
            throw new Malformed("there is no such hint");
        }
        return SAY.of("hint.free", exercise.name().replaceFirst("-.*", ""), step, hint);
    }
}
