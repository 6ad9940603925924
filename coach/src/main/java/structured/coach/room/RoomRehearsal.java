package structured.coach.room;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;
import structured.coach.judge.Verdicts;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Tutorial;

/** Loads what a coach loads that tells a board, for the archive of classes: else a check in a clone that has joined starts later. */
public final class RoomRehearsal {

    private static final String ROOM = "0123456789abcdef";

    private RoomRehearsal() {}

    /** Tells a verdict to a board that is none, in this process. */
    public static void run(Judged judged) throws IOException {
        try (var folder = Temporary.folder("room"); var board = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answer(board));
            var tutorial = new Tutorial(folder.path());
            new Joined("127.0.0.1:" + board.getLocalPort(), ROOM, "id", "token", "Otter").write(tutorial.state());
            try (var room = Room.once(new Workbench(tutorial, new Verdicts(tutorial.verdicts())))) {
                room.told(judged, "");
            }
        }
    }

    private static void answer(ServerSocket board) {
        var answer = "HTTP/1.1 200 OK\r\n%s: %s\r\nContent-Length: 13\r\n\r\n{\"notices\":0}".formatted(Desk.BOARD, ROOM).getBytes(StandardCharsets.US_ASCII);
        try {
            while (true) {
                try (var asked = board.accept()) {
                    asked.getInputStream().read(new byte[Desk.LARGEST]);
                    asked.getOutputStream().write(answer);
                }
            }
        } catch (IOException e) {
            // The rehearsal is over.
        }
    }
}
