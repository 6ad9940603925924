package structured.coach.room;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import structured.coach.words.Wording;

/** What the board's two listeners have in common: limits, headers, and that nothing of a request is believed. */
abstract class Desk implements AutoCloseable {

    private static final Wording SAY = Wording.of(Desk.class);

    /** By this a coach knows a board from a sign-in page that answers everything; the value is the room's number. */
    static final String BOARD = "Workshop-Board";

    static final int LARGEST = 2048;

    /** How many ports after the usual one are tried. */
    private static final int PORTS = 20;

    static {
        // They are looked at once, when the first server is made. In seconds: for a request to come in as a whole.
        System.setProperty("sun.net.httpserver.maxReqTime", "5");
        System.setProperty("sun.net.httpserver.idleInterval", "5");
        System.setProperty("jdk.httpserver.maxConnections", "1500");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "50");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "16384");
        // Or each small answer waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What there is to say to a request. */
    record Reply(int status, String type, byte[] body) {

        static Reply of(Fields fields) {
            return new Reply(200, "application/json", fields.bytes());
        }

        static Reply no(int status, String why) {
            return new Reply(status, "application/json", new Fields().with("error", why).bytes());
        }

        static Reply text(int status, String text) {
            return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HttpServer server;

    /**
     * Platform threads. While a request is read, the JDK's server holds a monitor, so a body that trickles pins a virtual
     * thread to its carrier; on two processors two of them kept everybody out for five seconds.
     */
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("board-", 0).factory());

    Desk(InetAddress address, int port) throws IOException {
        server = bound(address, port);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
    }

    /** A port that is free now: this one, or one of the next. */
    static int free(int port) throws IOException {
        return firstOf(port, it -> {
            // Not a server that is never started: its port would stay taken.
            try (var socket = new ServerSocket(it)) {
                return socket.getLocalPort();
            }
        });
    }

    private static HttpServer bound(InetAddress address, int port) throws IOException {
        return firstOf(port, it -> HttpServer.create(new InetSocketAddress(address, it), 500));
    }

    private interface Bound<T> {
        T to(int port) throws IOException;
    }

    private static <T> T firstOf(int port, Bound<T> bound) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return bound.to(port == 0 ? 0 : port + i);
            } catch (BindException e) {
                if (i == PORTS || port + i == 65535) {
                    throw new IOException(SAY.of("ports", port, port + i), e);
                }
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            // Whoever has led a browser here by a name of theirs gets nothing.
            var reply = isForUs(exchange.getRequestHeaders().getFirst("Host")) ? replyOrNo(exchange) : Reply.no(421, "This is not the host that was asked for.");
            if (reply != null) {
                send(exchange, reply);
            }
        } catch (IOException e) {
            // Whoever asked has gone.
        } catch (RuntimeException e) {
            // Not told to strangers. The next request is another one.
            System.err.println(SAY.of("no-answer", e));
        }
    }

    private Reply replyOrNo(HttpExchange exchange) throws IOException {
        try {
            return reply(exchange);
        } catch (Fields.Malformed e) {
            return Reply.no(400, e.getMessage());
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type);
        var isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status, isHead || reply.body.length == 0 ? -1 : reply.body.length);
        if (!isHead && reply.body.length > 0) {
            exchange.getResponseBody().write(reply.body);
        }
    }

    private boolean isForUs(String host) {
        return host != null && host().test(host.replaceFirst(":" + port() + "$", ""));
    }

    /** Which names and addresses this listener goes by. */
    abstract Predicate<String> host();

    /** What to say; null if all has been said. Whoever has sent what isn't in the protocol is told so. */
    abstract Reply reply(HttpExchange exchange) throws IOException;

    /** The request's JSON; nothing else is read, and no more than a little of it. */
    static Fields body(HttpExchange exchange) throws IOException {
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw new Fields.Malformed("not application/json");
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Fields.Malformed("too large");
        }
        return Fields.read(body);
    }

    /** Whether a request says already that it is too large. */
    static boolean isTooLarge(HttpExchange exchange) {
        var length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length != null && (length.length() > 6 || !length.matches("\\d+") || Integer.parseInt(length) > LARGEST);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
