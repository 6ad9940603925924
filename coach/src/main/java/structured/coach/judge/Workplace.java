package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;

/** A place for one worker, which stays there from one run to the next, as long as it can be trusted. */
final class Workplace implements AutoCloseable {

    private final Limits limits;
    private final Path jdk;

    /** Null while there is none. Set by the thread that judges; another one may read it in order to end it. */
    private volatile Worker worker;

    /** For workers on this JDK. */
    Workplace(Limits limits, Path jdk) {
        this.limits = limits;
        this.jdk = jdk;
    }

    /** Whether there is one that will do for code that has to run in this folder. */
    boolean isWarm(Path folder) {
        return worker != null && worker.isAlive() && worker.isIn(folder);
    }

    /** Whether there is one at all. */
    boolean isTaken() {
        return worker != null && worker.isAlive();
    }

    /** The one that is there; a new one if there is none, or none for this folder. */
    Worker worker(Path folder) throws IOException, InterruptedException {
        if (!isWarm(folder)) {
            close();
            worker = Workers.start(limits, jdk, folder);
        }
        return worker;
    }

    /** Ends the worker that is there, so that the next run has a new one. */
    void clear() {
        close();
        worker = null;
    }

    /** The same for any thread, also in the middle of a run. */
    @Override
    public void close() {
        var last = worker;
        if (last != null) {
            last.close();
        }
    }
}
