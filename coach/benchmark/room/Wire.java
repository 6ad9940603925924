import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What goes to the board over a bare socket: so many coaches would wait for a client's threads, and hostile ones send what no client does. */
final class Wire {

    private Wire() {}

    /** On a connection of its own, from an address of its own: all of 127.0.0.0/8 is this machine. */
    static String ask(int from, String path, String body, String token) throws IOException {
        try (var socket = connect(from)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write((head(path, body.length(), token) + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A byte now and then. */
    static String trickle(int from) throws IOException, InterruptedException {
        try (var socket = connect(from)) {
            socket.getOutputStream().write(head("/state", 1000, "").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write(' ');
                Thread.sleep(500);
            }
        }
    }

    private static Socket connect(int from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 1, (byte) (from / 250), (byte) (1 + from % 250)}), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), BoardProcess.PORT), 1000);
        return socket;
    }

    private static String head(String path, int length, String token) {
        return "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n".formatted(path, token, length);
    }
}
