package structured.coach.judge;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import structured.coach.judge.worker.MemoryCompiler;
import structured.coach.judge.worker.Order;

/**
 * Compiles for all judges of a verification, one set of sources at a time. javac is slow until it is warm, and each of
 * their workers would have to warm it up for itself, again whenever a wrong answer has cost it its life.
 */
public final class SharedCompiler implements Preparation {

    /** Guarded by the lock. */
    private MemoryCompiler compiler = new MemoryCompiler();
    private final ReentrantLock inUse = new ReentrantLock();
    private final Semaphore processors;

    /** One that takes one of these while it compiles. */
    public SharedCompiler(Semaphore processors) {
        this.processors = processors;
    }

    @Override
    public Prepared prepare(Question question) throws IOException, InterruptedException {
        var compiled = compile(question.code());
        return compiled.problems().isEmpty() ? new Ready(new Order.Run(compiled.classes(), question.how())) : new Flawed(compiled.problems());
    }

    private MemoryCompiler.Result compile(Code code) throws IOException, InterruptedException {
        inUse.lockInterruptibly();
        try (var turn = new Turn(processors)) {
            var result = compiler.compile(code.readMain(), code.readTests());
            if (result.ill()) {
                compiler = new MemoryCompiler();
            }
            return result;
        } finally {
            inUse.unlock();
        }
    }
}
