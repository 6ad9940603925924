package structured.coach.judge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Reader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import structured.coach.judge.worker.Answer;
import structured.coach.judge.worker.Order;
import structured.coach.machine.Beginning;
import structured.coach.machine.Clock;
import structured.coach.machine.Offspring;
import structured.coach.machine.Temporary;

/** A worker process, seen from the coach: it is given messages, and its answers are waited for, but never for long. */
final class Worker implements AutoCloseable {

    /** Where it runs: any relative path in a learner's code begins there. Null if nobody cares. */
    private final Path folder;

    /** What it may write, and what nobody needs after it; null if there is no room for that. */
    private final Temporary temporary;

    /** What the processes are known by that its code starts. */
    private final String mark;
    private final Process process;
    private final Socket socket;
    private final ObjectOutputStream toWorker;
    private final Limits limits;

    /** Filled by a thread of its own, as the worker speaks. */
    private final LinkedBlockingQueue<Answer> heard = new LinkedBlockingQueue<>();

    /** Filled by a thread of its own, as the learner's code prints; guarded by itself. */
    private final StringBuilder output = new StringBuilder();

    /** Set by any thread; the process takes a moment more to end. */
    private volatile boolean closed;

    /** Whether code may have begun something in there that hasn't been put in order since. */
    private volatile boolean untidy;

    /** A process that has called, and what it says. */
    Worker(Path folder, Temporary temporary, String mark, Process process, Socket socket, ObjectInputStream fromWorker, Limits limits)
            throws IOException {
        this.folder = folder;
        this.temporary = temporary;
        this.mark = mark;
        this.process = process;
        this.socket = socket;
        toWorker = new ObjectOutputStream(socket.getOutputStream());
        this.limits = limits;
        skipWhatIsTheJvms();
        Thread.ofPlatform().daemon().name("hears-worker-" + process.pid()).start(() -> hear(fromWorker));
        Thread.ofPlatform().daemon().name("reads-worker-" + process.pid()).start(this::readOutput);
    }

    /** Whether this one will do for code that has to run there. */
    boolean isIn(Path wanted) {
        return wanted == null || wanted.equals(folder);
    }

    /** Such as which options it has picked up from the environment: all that was printed before it called. */
    private void skipWhatIsTheJvms() {
        try {
            process.getInputStream().skipNBytes(process.getInputStream().available());
        } catch (IOException e) {
            // It has ended already, which is going to be seen.
        }
    }

    private void hear(ObjectInputStream fromWorker) {
        try (fromWorker) {
            while (true) {
                heard.add((Answer) fromWorker.readObject());
            }
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // The worker has ended, perhaps in the middle of a word, or its code has said something in its place. Whoever waits for it will see that it is gone.
        }
    }

    /** Reads on when there is enough, or the learner's code would wait for us. */
    private void readOutput() {
        var buffer = new char[8192];
        try (Reader text = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n; (n = text.read(buffer)) > 0; ) {
                synchronized (output) {
                    output.append(buffer, 0, Math.min(n, Math.max(0, limits.outputChars() - output.length())));
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    /** A worker that has just ended hears nothing any more: whoever waits for its answer is told so, by {@link #next}. */
    void tell(Order order) throws IOException {
        untidy |= order instanceof Order.Job;
        try {
            toWorker.writeObject(order);
            // Each for itself: it would remember the texts of all before.
            toWorker.reset();
            toWorker.flush();
        } catch (SocketException e) {
            // By something that an earlier run left in it, or since that run was abandoned.
        }
    }

    /** The worker's next answer, or null if there is none until {@code end} or the worker has ended. */
    Answer next(Clock clock, Duration end) throws InterruptedException {
        while (true) {
            // Asked before the queue: what a worker said before it ended is in the queue by the time its reader is done.
            var ended = !process.isAlive();
            var answer = heard.poll(ended ? 200 : 20, TimeUnit.MILLISECONDS);
            if (answer instanceof Answer.Done(var tests, var leftBehind, var clean) && clean || answer instanceof Answer.Problems) {
                untidy = false;
            }
            if (answer != null || ended || clock.passed().compareTo(end) > 0) {
                return answer;
            }
        }
    }

    /** Waits a moment for the process to end, and gives its exit status, or null if it goes on. */
    Integer exitStatus() throws InterruptedException {
        return process.waitFor(50, TimeUnit.MILLISECONDS) ? process.exitValue() : null;
    }

    /** What the code has printed since this was last asked. */
    String takeOutput() {
        synchronized (output) {
            // What is kept ends anywhere. Half a line would look as if that were what was printed.
            var text = output.length() < limits.outputChars() ? output.toString()
                    : (output.lastIndexOf("\n") > 0 ? output.substring(0, output.lastIndexOf("\n")) : output) + "\n" + Beginning.AND_MORE;
            output.setLength(0);
            return text;
        }
    }

    /** Whether this is among what was printed since it was last taken. */
    boolean hasPrinted(String text) {
        synchronized (output) {
            return output.indexOf(text) >= 0;
        }
    }

    boolean isAlive() {
        return !closed && process.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        end(process, temporary, untidy ? mark : null);
        try {
            socket.close();
        } catch (IOException e) {
            // It was of no more use anyway.
        }
    }

    /** Ends a process, what its code has started if it has a mark, and what it has written. */
    static void end(Process process, Temporary temporary, String mark) {
        if (mark == null) {
            process.destroyForcibly();
        } else {
            Offspring.endWith(process, mark);
        }
        if (temporary != null) {
            process.onExit().thenRun(temporary::close);
        }
    }
}
