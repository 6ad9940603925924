package structured.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("cancelling what doesn't sleep")
@SuppressWarnings("preview")
class UnwillingTest extends Trial {

    private final CountDownLatch running = new CountDownLatch(1);
    private volatile boolean enough;

    /** Forks it, cancels it once it is running, and returns what it has ended with. */
    private Object endOf(Callable<?> code) throws InterruptedException {
        var end = new CompletableFuture<>();
        try (var scope = new StructuredTaskScope<Object>()) {
            scope.fork(() -> {
                try {
                    return end.complete(code.call());
                } catch (Throwable e) {
                    return end.complete(e);
                }
            });
            await(running);
            linger();
            scope.shutdown();
            scope.join();
        }
        return end.join();
    }

    @Test
    @DisplayName("who sleeps, joins, awaits, acquires, takes or puts is cancelled at once")
    void willing() throws Exception {
        running.countDown();
        var full = new ArrayBlockingQueue<String>(1);
        full.put("");
        var other = Thread.currentThread();
        for (var code : List.<Callable<?>>of(() -> { Thread.sleep(3_000); return ""; }, () -> { other.join(3_000); return ""; },
                () -> released.await(3, SECONDS), () -> new Semaphore(0).tryAcquire(3, SECONDS), () -> full.offer("", 3, SECONDS),
                () -> new LinkedBlockingQueue<String>().poll(3, SECONDS), () -> new CompletableFuture<String>().get(3, SECONDS))) {
            assertThat(endOf(code)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    @DisplayName("a loop that asks is cancelled")
    void loopThatAsks() throws Exception {
        assertThat(endOf(this::computeAndAsk)).isInstanceOf(InterruptedException.class);
    }

    private long computeAndAsk() throws InterruptedException {
        long steps = 0;
        while (!enough()) {
            steps++;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return steps;
    }

    @Test
    @DisplayName("a loop that doesn't ask goes on, and its scope waits")
    void loopThatDoesNot() throws Exception {
        var call = new Call<>(() -> endOf(() -> {
            while (!enough()) {
                Thread.onSpinWait();
            }
            return "to the end";
        }));
        await(running);
        linger();
        assertThat(call.isOver()).isFalse();
        enough = true;
        assertThat(call.result()).isEqualTo("to the end");
    }

    private boolean enough() {
        running.countDown();
        return enough;
    }

    @Test
    @DisplayName("HttpClient.send is cancelled")
    void httpClient() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
            acceptAndSayNothing(server);
            assertThat(endOf(() -> client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))).isInstanceOf(InterruptedException.class);
        }
    }

    private void acceptAndSayNothing(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            try (var connection = server.accept()) {
                running.countDown();
                await(released);
            } catch (Exception e) {
                // The test is over.
            }
        });
    }

    @Test
    @DisplayName("a virtual thread that reads from a socket is cancelled: the socket is closed, and the exception is a SocketException")
    void socket() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            acceptAndSayNothing(server);
            assertThat(endOf(() -> {
                try (var socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                    return socket.getInputStream().read();
                }
            })).isInstanceOf(SocketException.class);
        }
    }

    @Test
    @DisplayName("the interrupt is still set then, so that who catches the SocketException can tell a cancellation from a lost connection")
    void cancelledOrLost() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            acceptAndSayNothing(server);
            assertThat(endOf(() -> read(server.getInetAddress(), server.getLocalPort()))).isInstanceOf(InterruptedException.class);
        }
    }

    private static int read(InetAddress address, int port) throws IOException, InterruptedException {
        try (var socket = new Socket(address, port)) {
            return socket.getInputStream().read();
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;    // or try again
        }
    }

    @Test
    @DisplayName("a platform thread that reads from a socket hears nothing, until somebody closes the socket")
    void socketInPlatformThread() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            acceptAndSayNothing(server);
            try (var socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                var call = new Call<>(() -> socket.getInputStream().read());
                await(running);
                linger();
                call.interrupt();
                assertThat(call.isOver()).isFalse();
                socket.close();
                assertThat(call.failure()).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    @DisplayName("who waits in lock isn't cancelled, who waits in lockInterruptibly is")
    void locks() throws Exception {
        var lock = new ReentrantLock();
        lock.lock();
        var deaf = new Call<>(() -> endOf(() -> { running.countDown(); lock.lock(); lock.unlock(); return "got it"; }));
        assertThat(endOf(() -> { lock.lockInterruptibly(); return "got it"; })).isInstanceOf(InterruptedException.class);
        assertThat(deaf.isOver()).isFalse();
        lock.unlock();
        assertThat(deaf.result()).isEqualTo("got it");
    }
}
