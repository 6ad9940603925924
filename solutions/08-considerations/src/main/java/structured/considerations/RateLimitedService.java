package structured.considerations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web service on this machine, and a client for it. It serves a few requests at a time and answers any other with
 * {@code 429 Too Many Requests}, as many services do. Given: nothing to write here.
 */
public final class RateLimitedService implements AutoCloseable {

    static {
        // Else the JDK's server holds an answer's body back until the client has confirmed its head, for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What a request that came at a bad moment gets: the service asks to try again later. */
    public static final class TooManyRequests extends IOException {
        private static final long serialVersionUID = 1;

        TooManyRequests(int id, String retryAfter) {
            super("I/O Task " + id + " has been refused: 429 Too Many Requests, retry after " + retryAfter + " s");
        }
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
    private final HttpServer server;
    private final Semaphore slots;
    private final Duration work;
    private final AtomicInteger rejections = new AtomicInteger();

    /** Starts the service on a free port of the loopback interface; {@code work} is what it takes to serve a request. */
    public RateLimitedService(int limit, Duration work) throws IOException {
        this.slots = new Semaphore(limit);
        this.work = work;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/io/", this::answer);
        server.start();
    }

    /** Sends a request and waits for the answer; throws {@link TooManyRequests} if the service is busy with others. */
    public String request(int id) throws IOException, InterruptedException {
        var host = server.getAddress().getAddress().getHostAddress();
        var uri = URI.create("http://%s:%s/io/%s".formatted(host, server.getAddress().getPort(), id));
        var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        if (response.statusCode() == 429) {
            throw new TooManyRequests(id, response.headers().firstValue("Retry-After").orElse("some"));
        }
        return response.body();
    }

    /** How many requests have been answered with 429 so far. */
    public int rejections() {
        return rejections.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!slots.tryAcquire()) {
                rejections.incrementAndGet();
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            try {
                Thread.sleep(work);
            } catch (InterruptedException e) {
                // The service is closing: the client will find the connection closed.
                Thread.currentThread().interrupt();
                return;
            } finally {
                // Before the answer: when a client has it, the slot is free.
                slots.release();
            }
            var body = String.format(Locale.ROOT, "I/O Task %s has been completed after %.3f seconds.",
                    exchange.getRequestURI().getPath().substring("/io/".length()), work.toNanos() / 1e9).getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Stops the service, and cancels what is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
