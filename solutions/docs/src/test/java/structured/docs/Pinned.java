package structured.docs;

/** A program whose two tasks wait in a synchronized block. {@link RecorderTest} runs it in a JVM of its own. */
final class Pinned {

    private static final Object LOCK = new Object();

    private Pinned() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofVirtual().name("task-1").start(Pinned::waitLocked).join();
        Thread.ofVirtual().name("task-2").start(Pinned::waitLocked).join();
    }

    private static void waitLocked() {
        synchronized (LOCK) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
