package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("what the room's laptops reach")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CoachDeskTest extends AtTheDesk {

    @Test
    @DisplayName("says that the board is reached, in the browser's language, and shows nothing else")
    void greets() throws Exception {
        var greeting = rooms.get("/");
        assertThat(greeting.text()).isEqualTo("You reach the board.\n");
        assertThat(greeting.all().headers().firstValue("Workshop-Board")).contains(rooms.board.room().id());
        var portuguese = Rooms.send(HttpRequest.newBuilder(URI.create("http://" + rooms.address())).header("Accept-Language", "pt-BR,pt;q=0.9"));
        assertThat(portuguese.text()).isEqualTo("Você alcançou o quadro.\n");
        for (var path : List.of("/state", "/events", "/lists", "/" + rooms.board.room().page() + "/", "/" + rooms.board.room().page() + "/state", "/../", "//", "/%00")) {
            assertThat(rooms.get(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    @DisplayName("takes who has the code, in any case, and what their coach says from then on")
    void joins() throws Exception {
        rooms.board.notice("Back at 14:10");
        var joined = rooms.post("/join", new Fields().with("code", rooms.board.room().code().toLowerCase()).with("nick", "Otter"), "");
        assertThat(joined.status()).isEqualTo(200);
        var id = joined.fields().text("id", 20);
        var said = rooms.post("/state", States.red(1, 2, 5).fields(id), joined.fields().text("token", 64));
        assertThat(said.status()).as(said.text()).isEqualTo(200);
        assertThat(said.fields().text("notice", 100)).isEqualTo("Back at 14:10");
        assertThat(rooms.board.<Integer>ask(people -> people.person(id).orElseThrow().state.step())).isEqualTo(2);
        assertThat(rooms.join("OTTER").nick()).as("the name is taken").isEqualTo("OTTER 2");
        assertThat(States.red(1, 2, 5).fields(id).bytes()).as("what is sent").hasSizeLessThan(250);
    }

    @Test
    @DisplayName("who joins again keeps the seat, and may take another name; who has left has none")
    void again() throws Exception {
        var otter = rooms.join("Otter");
        var again = rooms.post("/join", new Fields().with("code", rooms.board.room().code()).with("id", otter.id()).with("token", otter.token()).with("nick", "Lynx"), "");
        assertThat(again.fields().text("nick", 30)).isEqualTo("Lynx");
        assertThat(rooms.board.<Integer>ask(people -> people.all().size())).isEqualTo(1);
        assertThat(rooms.post("/leave", new Fields().with("id", otter.id()), otter.token()).status()).isEqualTo(200);
        assertThat(rooms.board.<Integer>ask(people -> people.all().size())).isZero();
        assertThat(rooms.post("/state", States.red(1, 1, 0).fields(otter.id()), otter.token()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("a page in a browser is answered nothing, whatever name has led it here")
    void pages() throws Exception {
        var port = rooms.coaches.port();
        assertThat(Rooms.raw(port, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")).contains("421");
        assertThat(Rooms.raw(port, "GET / HTTP/1.1\r\n\r\n")).doesNotContain("200");
        assertThat(Rooms.raw(port, "GET / HTTP/1.1\r\nHost: 10.1.4.23:" + port + "\r\n\r\n")).contains("200");
        var body = new Fields().with("code", rooms.board.room().code()).bytes();
        var join = HttpRequest.newBuilder(URI.create("http://" + rooms.address() + "/join")).POST(BodyPublishers.ofByteArray(body));
        assertThat(Rooms.send(join.copy().header("Content-Type", "text/plain")).status()).isEqualTo(400);
        assertThat(Rooms.send(join.copy().header("Content-Type", "application/json").header("Origin", "http://evil.example")).status()).isEqualTo(403);
        var options = Rooms.send(HttpRequest.newBuilder(URI.create("http://" + rooms.address() + "/join")).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.all().headers().map()).as("what the answer allows").doesNotContainKey("access-control-allow-origin");
        assertThat(rooms.board.<Integer>ask(people -> people.all().size())).isZero();
    }
}
