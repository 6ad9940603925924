package structured.coach.judge;

import java.util.concurrent.Semaphore;

/** One processor's worth of a machine, held while there is much to compute. For one thread. */
final class Turn implements AutoCloseable {

    private final Semaphore processors;
    private boolean over;

    /** Waits for a processor. */
    Turn(Semaphore processors) throws InterruptedException {
        this.processors = processors;
        processors.acquire();
    }

    /** Gives the processor back, unless that has been done. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            processors.release();
        }
    }
}
