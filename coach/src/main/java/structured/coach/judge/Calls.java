package structured.coach.judge;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import structured.coach.machine.Clock;
import structured.coach.machine.Incoming;
import structured.coach.words.Wording;

/** Takes calls until the worker has called: anybody on this machine may do so too, and say something else, or nothing at all. */
final class Calls implements AutoCloseable {

    private static final Wording SAY = Wording.of(Calls.class);

    /** The right one, and what it is going to say. */
    record Call(Socket socket, ObjectInputStream says) {}

    /** For the worker's JVM to start. */
    private static final Duration START = Duration.ofSeconds(20);

    private static final int LOOK = 20;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Call> right = new LinkedBlockingQueue<>();

    /** All that have called, but the right one. */
    private final Set<Socket> others = ConcurrentHashMap.newKeySet();

    private final String word;

    Calls() throws IOException {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        word = HexFormat.of().formatHex(random);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What the worker says first. It is given in a place where no other user can see it. */
    String word() {
        return word;
    }

    /** Waits for the worker's call, but no longer than its process lives. */
    Call from(Process process) throws IOException, InterruptedException {
        server.setSoTimeout(LOOK);
        for (var clock = new Clock(); clock.passed().compareTo(START) < 0; ) {
            var ended = !process.isAlive();
            try {
                var socket = server.accept();
                others.add(socket);
                Thread.ofPlatform().daemon().name("is-called").start(() -> listen(socket));
            } catch (SocketTimeoutException e) {
                if (ended) {
                    throw new IOException(SAY.of("worker.ended", new String(process.getInputStream().readNBytes(2000), StandardCharsets.UTF_8).strip()));
                }
            }
            // Who calls says something at once, mostly.
            var call = right.poll(others.isEmpty() ? 0 : LOOK, TimeUnit.MILLISECONDS);
            if (call != null) {
                return call;
            }
        }
        throw new IOException(SAY.of("worker.silent", START.toSeconds()));
    }

    /** Whoever says nothing is heard until all others are closed. */
    private void listen(Socket socket) {
        try {
            // Or a message waits up to 40 ms until the one before it is acknowledged.
            socket.setTcpNoDelay(true);
            var says = Incoming.objects(socket.getInputStream());
            if (says.readUTF().equals(word)) {
                others.remove(socket);
                right.add(new Call(socket, says));
                return;
            }
        } catch (IOException | RuntimeException e) {
            // It isn't the worker, or it has ended.
        }
        hangUp(socket);
    }

    private void hangUp(Socket socket) {
        others.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more is wanted of it.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        others.forEach(this::hangUp);
    }
}
