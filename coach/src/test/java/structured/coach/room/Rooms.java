package structured.coach.room;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Tutorial;

/** A board with both its listeners, on ports that are free, and whoever asks it. */
final class Rooms implements AutoCloseable {

    /** What this tutorial has, read once: it is much, and doesn't change while tests run. */
    static final Lists LISTS = lists();

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    final Board board;
    final CoachDesk coaches;
    final PageDesk page;

    Rooms(Path folder, int most, InstantSource clock) throws IOException {
        this(folder, most, clock, 0);
    }

    Rooms(Path folder, int most, InstantSource clock, int port) throws IOException {
        this(folder, most, clock, port, 0);
    }

    Rooms(Path folder, int most, InstantSource clock, int port, int pagePort) throws IOException {
        var journal = Journal.in(folder, what -> { }).orElseThrow();
        board = Board.of(journal, LISTS, 7121, most, clock);
        coaches = new CoachDesk(board, InetAddress.getByAddress(new byte[4]), port);
        page = new PageDesk(board, pagePort, () -> "./workshop join 10.1.4.23 " + board.room().code());
        coaches.start();
        page.start();
    }

    private static Lists lists() {
        try {
            return Lists.of(new Tutorial(TutorialCopy.ORIGINAL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the facilitator's page shows. */
    Snapshot.ForOne look() {
        return board.ask(people -> new Snapshot(people, board.lists(), board.clock().instant()).forOne());
    }

    String address() {
        return "127.0.0.1:" + coaches.port();
    }

    /** What came back: for a coach, JSON without anything in it. */
    record Answer(int status, String text, HttpResponse<String> all) {
        Fields fields() throws IOException {
            return Fields.read(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://" + address() + path)).GET());
    }

    Answer post(String path, Fields body, String token) throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofByteArray(body.bytes()), token);
    }

    Answer post(String path, BodyPublisher body, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://" + address() + path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token).POST(body));
    }

    Answer onPage(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(page.address() + path)).GET());
    }

    Answer toPage(String path, Fields body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(page.address() + path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer);
    }

    /** Joins with the right code. */
    Board.Seat join(String nick) throws IOException, InterruptedException {
        var joined = post("/join", new Fields().with("code", board.room().code()).with("nick", nick), "").fields();
        return new Board.Seat(joined.text("id", 20), joined.text("token", 64), joined.text("nick", 200));
    }

    /** Sends a line as it is, to whichever of the two ports, and gives the first line that comes back; empty, if none does. */
    static String raw(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            var line = new StringBuilder();
            for (int c; (c = socket.getInputStream().read()) >= 0 && c != '\n'; ) {
                line.append((char) c);
            }
            return line.toString().strip();
        } catch (SocketException e) {
            return "";    // Cut off in the middle of what was sent.
        }
    }

    @Override
    public void close() throws IOException {
        coaches.close();
        page.close();
        board.close();
    }
}
