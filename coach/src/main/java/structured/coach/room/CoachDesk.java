package structured.coach.room;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import structured.coach.room.Fields.Malformed;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/**
 * What the room's laptops reach: to join, to say how it is going, and to leave. It shows nothing of the room but that it is
 * there, so that a browser on a learner's laptop can tell whether there is a wall between the two.
 */
final class CoachDesk extends Desk {

    private static final Wording SAY = Wording.of(CoachDesk.class);

    /** The first that is tried, so that nobody has to type it. */
    static final int PORT = 7121;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.%]+]|localhost");

    private final Board board;

    /** Wrong codes: ten a minute and address. */
    private final Buckets tries;

    /** Messages: two a second, and ten at once. */
    private final Buckets messages;

    CoachDesk(Board board, InetAddress address, int port) throws IOException {
        super(address, port);
        this.board = board;
        tries = new Buckets(10, Duration.ofMinutes(1), board.clock());
        messages = new Buckets(10, Duration.ofSeconds(5), board.clock());
    }

    /** An address by number: a name could be anybody's, and lead here. */
    @Override
    Predicate<String> host() {
        return ADDRESS.asMatchPredicate();
    }

    @Override
    Reply reply(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set(BOARD, board.room().id());
        // A coach asks once a verdict: a connection that is kept would be one of too many.
        exchange.getResponseHeaders().set("Connection", "close");
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (path.equals("/") && (method.equals("GET") || method.equals("HEAD"))) {
            return Reply.text(200, SAY.in(language(exchange), "reached") + "\n");
        }
        if (!method.equals("POST")) {
            return Reply.no(404, "There is nothing here.");
        }
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            return Reply.no(403, "Not for pages.");
        }
        if (isTooLarge(exchange)) {
            return Reply.no(413, "More than %d bytes.".formatted(LARGEST));
        }
        return switch (path) {
            case "/join" -> join(address(exchange), language(exchange), body(exchange));
            case "/state" -> state(exchange);
            case "/leave" -> leave(exchange);
            default -> Reply.no(404, "There is nothing here.");
        };
    }

    /** That of whoever asks, by the first that they name: a learner's coach, or a browser. */
    private static Language language(HttpExchange exchange) {
        var wanted = exchange.getRequestHeaders().getFirst("Accept-Language");
        return Optional.ofNullable(wanted).map(it -> it.split("[,;]", 2)[0].strip()).flatMap(Language::called).orElse(Language.all().getFirst());
    }

    private static String address(HttpExchange exchange) {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    /** The room's, as somebody types it. */
    String code() {
        return board.room().code();
    }

    private Reply join(String address, Language theirs, Fields asked) throws Malformed {
        if (!tries.has(address)) {
            return Reply.no(429, SAY.in(theirs, "refused.codes"));
        }
        if (!Secrets.same(board.room().code(), Secrets.code(asked.text("code", 20)))) {
            tries.take(address);
            return Reply.no(403, SAY.in(theirs, "refused.code"));
        }
        if (!messages.take(address)) {
            return Reply.no(429, SAY.in(theirs, "refused.joined"));
        }
        var id = asked.text("id", 20);
        if (board.knows(id, asked.text("token", 64)).orElse(false)) {
            var nick = asked.text("nick", 200);
            // The same learner once more; perhaps under another name.
            return Reply.of(nick.isEmpty() ? board.answer(id) : new Fields().with("nick", board.rename(id, nick).orElse(nick)));
        }
        return board.join(asked.text("nick", 200)).map(seat -> Reply.of(new Fields().with("id", seat.id()).with("token", seat.token()).with("nick", seat.nick())))
                .orElseGet(() -> Reply.no(503, SAY.in(theirs, "refused.full")));
    }

    private Reply state(HttpExchange exchange) throws IOException {
        var said = body(exchange);
        var id = said.text("id", 20);
        var no = refused(exchange, id);
        if (no != null) {
            return no;
        }
        board.said(id, LearnerState.of(said).within(board.lists()));
        return Reply.of(board.answer(id));
    }

    private Reply leave(HttpExchange exchange) throws IOException {
        var id = body(exchange).text("id", 20);
        var no = refused(exchange, id);
        if (no == null) {
            board.leave(id);
        }
        return no == null ? Reply.of(new Fields().with("left", true)) : no;
    }

    /** Why not, or null. Whoever has no token uses up their address's bucket, and nobody else's. */
    private Reply refused(HttpExchange exchange, String id) {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var known = board.knows(id, bearer == null ? "" : bearer.replaceFirst("^Bearer ", ""));
        if (!messages.take(known.orElse(false) ? id : address(exchange))) {
            return Reply.no(429, "Too many messages. Wait a moment.");
        }
        return known.isEmpty() ? Reply.no(404, "Nobody of that number is on this board.")
                : known.get() ? null : Reply.no(403, "That is not the token of this number.");
    }
}
