package structured.coach.room;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/**
 * The line to the board: one question, one answer, and a connection for each. By the JDK's older HTTP client, which is there in a
 * few milliseconds and starts no threads; never by a proxy, since a board is in the room.
 *
 * @param address the board's, as in {@code 10.1.4.23:7121}
 * @param connect how long it may take to be heard
 * @param all how long all of it may take
 */
record Line(String address, Duration connect, Duration all) {

    private static final Wording SAY = Wording.of(Line.class);

    /** What came back. */
    sealed interface Answer {

        /** From a board: of this room, with this status. */
        record FromBoard(String room, int status, Fields fields) implements Answer {}

        /** From something else that is at this address: a sign-in page of the network, mostly. */
        record FromAnother() implements Answer {}

        /** None. */
        record None(String why) implements Answer {}
    }

    private static final int LARGEST = 4096;

    /** Behind a verdict: soon, or not at all. */
    static Line quick(String address) {
        return new Line(address, Duration.ofMillis(300), Duration.ofSeconds(1));
    }

    /** For somebody who waits for it. */
    static Line patient(String address) {
        return new Line(address, Duration.ofSeconds(3), Duration.ofSeconds(6));
    }

    /** An address as it was typed, with the usual port if it has none; nothing if it is none. */
    static Optional<String> address(String typed) {
        try {
            var uri = new URI("http://" + typed.strip().replaceFirst("^http://", "").replaceFirst("/$", ""));
            var isMore = uri.getRawPath() != null && !uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawUserInfo() != null;
            return uri.getHost() == null || isMore || uri.getPort() > 65535 ? Optional.empty()
                    : Optional.of(uri.getHost() + ":" + (uri.getPort() < 0 ? CoachDesk.PORT : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Asks whether a board is there; by that nothing is told. */
    Answer greet() {
        return ask("/", null, "");
    }

    /** Tells something. */
    Answer tell(String path, Fields fields, String token) {
        return ask(path, fields.bytes(), token);
    }

    private Answer ask(String path, byte[] body, String token) {
        HttpURLConnection connection = null;
        Thread limit = null;
        try {
            connection = (HttpURLConnection) URI.create("http://" + address + path).toURL().openConnection(Proxy.NO_PROXY);
            limit = endsAfter(all, connection);
            return exchange(connection, body, token);
        } catch (SocketTimeoutException e) {
            return new Answer.None(SAY.of("line.late"));
        } catch (UnknownHostException e) {
            return new Answer.None(SAY.of("line.no-machine"));
        } catch (ConnectException | NoRouteToHostException e) {
            return new Answer.None(SAY.of("line.no-connection"));
        } catch (IOException | RuntimeException e) {
            return new Answer.None(e.getMessage() == null ? e.toString() : e.getMessage());
        } finally {
            if (limit != null) {
                limit.interrupt();
            }
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private Answer exchange(HttpURLConnection connection, byte[] body, String token) throws IOException {
        connection.setConnectTimeout((int) connect.toMillis());
        connection.setReadTimeout((int) all.minus(connect).toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("User-Agent", "workshop");
        connection.setRequestProperty("Accept-Language", Language.here().tag());
        if (body != null) {
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            if (!token.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            connection.setDoOutput(true);
            // As it is, and never a second time by itself.
            connection.setFixedLengthStreamingMode(body.length);
            connection.getOutputStream().write(body);
        }
        var status = connection.getResponseCode();
        var room = connection.getHeaderField(CoachDesk.BOARD);
        if (room == null || !room.matches("[0-9a-f]{16}")) {
            return new Answer.FromAnother();
        }
        return new Answer.FromBoard(room, status, body == null ? new Fields() : fields(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
    }

    private static Fields fields(InputStream in) throws IOException {
        try (in) {
            return in == null ? new Fields() : Fields.read(in.readNBytes(LARGEST));
        }
    }

    /** A time for each byte is none for all of them. */
    private static Thread endsAfter(Duration limit, HttpURLConnection connection) {
        return Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(limit);
                connection.disconnect();
            } catch (InterruptedException e) {
                // It was fast enough.
            }
        });
    }
}
