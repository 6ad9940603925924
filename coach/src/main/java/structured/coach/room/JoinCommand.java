package structured.coach.room;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.room.Line.Answer;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** Takes a seat in the room of a workshop. */
@Command(name = "join", description = {
    "Joins the board of a workshop: the facilitator sees then how you get on.", "",
    "After each verdict of watch and check it is told: exercise, step, test, verdict, how many tests pass, verdicts and hints so far, "
            + "whether your hand is up, a checksum of the tests, and your nickname. Never your code, what it prints, messages of tests, or the name of a file, "
            + "of your machine, or yours.", "", "To end it: ./workshop leave", "", "Examples:",
    "  ./workshop join 10.1.4.23 K7QM", "  ./workshop join 10.1.4.23 K7QM Otter", "  ./workshop join --show       what was sent last"},
    footer = {"", "Exit status: 0 joined, 2 not."})
public final class JoinCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(JoinCommand.class);

    @Parameters(index = "0", arity = "0..1", paramLabel = "ADDRESS", description = "where the board is, as its page shows it")
    private String address;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CODE", description = "the room's code: four letters and digits")
    private String code;

    @Parameters(index = "2", arity = "0..*", paramLabel = "NICK", description = "what to call you there; without one, an animal")
    private List<String> nick = List.of();

    @Option(names = "--show", description = "print what was sent last, to the letter")
    private boolean show;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var state = Tutorial.here().state();
        if (show) {
            show(Joined.in(state).isPresent(), Sent.in(state).body());
            return 0;
        }
        if (address == null || code == null) {
            throw new ParameterException(spec.commandLine(), SAY.of("join.nothing"));
        }
        var where = Line.address(address).orElseThrow(() -> new ParameterException(spec.commandLine(),
                SAY.of("join.no-address", address)));
        return join(state, where);
    }

    private static void show(boolean isJoined, String body) {
        if (body.isEmpty()) {
            System.out.println(SAY.of(isJoined ? "show.nothing-yet" : "show.no-board"));
        } else {
            System.out.println(SAY.of(isJoined ? "show.last" : "show.left"));
            System.out.println("  " + body);
        }
    }

    private int join(Path state, String where) throws IOException {
        var line = Line.patient(where);
        // Before anything is told: not the code either.
        switch (line.greet()) {
            case Answer.None(var why) -> {
                return problem(SAY.of("join.unreached", where, why), SAY.of("join.unreached.try", where, SAY.of("reached")));
            }
            case Answer.FromAnother another -> {
                return problem(SAY.of("join.another", where), SAY.of("join.another.try"));
            }
            case Answer.FromBoard(var room, var status, var fields) -> {
                return join(state, line, room);
            }
        }
    }

    private int join(Path state, Line line, String room) throws IOException {
        var before = Joined.in(state);
        var again = before.filter(joined -> joined.room().equals(room));
        var asked = new Fields().with("v", LearnerState.VERSION).with("code", code.strip()).with("nick", Nickname.clean(String.join(" ", nick)))
                .with("id", again.map(Joined::id).orElse(null)).with("token", again.map(Joined::token).orElse(null));
        return switch (line.tell("/join", asked, "")) {
            case Answer.FromBoard(var answering, var status, var answer) when status == 200 && answering.equals(room) -> {
                var seat = answer.has("id") || again.isEmpty()
                        ? new Joined(line.address(), room, answer.text("id", 20), answer.text("token", 64), Nickname.clean(answer.text("nick", 200)))
                        : new Joined(line.address(), room, again.get().id(), again.get().token(), Nickname.clean(answer.text("nick", 200)));
                if (!before.map(Joined::id).equals(Optional.of(seat.id()))) {
                    // A seat in another room is given up; and what was counted there doesn't count here.
                    before.ifPresent(LeaveCommand::leave);
                    Sent.forget(state);
                } else {
                    // It answers, so it need not be waited for.
                    Sent.in(state).tried(0, 0).write(state);
                }
                seat.write(state);
                welcome(seat);
                yield 0;
            }
            case Answer.FromBoard(var answering, var status, var answer) when status == 429 || status == 403 || status == 503 ->
                problem(answer.text("error", 300), status == 403 ? SAY.of("join.code") : "");
            case Answer.FromBoard answer -> problem(SAY.of("join.version"), "");
            case Answer.FromAnother another -> problem(SAY.of("join.another-now"), SAY.of("join.again"));
            case Answer.None(var why) -> problem(SAY.of("join.no-answer", why), SAY.of("join.again"));
        };
    }

    private static void welcome(Joined seat) {
        var style = Style.ofOutput();
        System.out.println(SAY.of("join.welcome", style.heading(seat.nick())));
        style.wrap("", SAY.of("join.told")).forEach(System.out::println);
    }

    private static int problem(String what, String remedy) {
        var style = Style.ofOutput();
        style.wrap("", Harmless.line(what)).forEach(System.err::println);
        if (!remedy.isEmpty()) {
            style.wrap("", remedy).forEach(System.err::println);
        }
        return 2;
    }
}
