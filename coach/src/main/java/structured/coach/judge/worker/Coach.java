package structured.coach.judge.worker;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;
import structured.coach.machine.Incoming;
import structured.coach.words.Wording;

/** The coach, seen from its worker: orders come from there, one after another, and any thread may answer. */
final class Coach implements AutoCloseable {

    private static final Wording SAY = Wording.of(Coach.class);

    private final Socket socket;
    private final ObjectOutputStream toCoach;

    /** Made by the thread that listens: the coach says nothing until it is called, and that begins with a header. */
    private ObjectInputStream fromCoach;

    /** Held while an answer is written. */
    private final ReentrantLock speaking = new ReentrantLock();

    /** Calls the coach on a port of the loopback interface, and says the word by which it knows this worker. */
    Coach(int port, String word) throws IOException {
        socket = call(port);
        // Or an answer waits up to 40 ms until the one before it is acknowledged.
        socket.setTcpNoDelay(true);
        toCoach = new ObjectOutputStream(socket.getOutputStream());
        toCoach.writeUTF(word);
        toCoach.flush();
    }

    private static Socket call(int port) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            // The coach passes it on.
            System.out.println(SAY.of("coach.unreachable", e.getMessage()));
            System.exit(WorkerMain.TROUBLE);
            throw e;
        }
    }

    /** Waits for the next order. For one thread. */
    Order next() throws IOException, ClassNotFoundException {
        if (fromCoach == null) {
            fromCoach = Incoming.objects(socket.getInputStream());
        }
        return (Order) fromCoach.readObject();
    }

    /** Says something to it. */
    void tell(Answer answer) {
        try {
            speaking.lock();
            if (answer instanceof Answer.Compiled) {
                // It forgets what it has written, with each run: to describe the same records anew at each test takes longer than to tell of it.
                toCoach.reset();
            }
            toCoach.writeObject(answer);
            toCoach.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            speaking.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
