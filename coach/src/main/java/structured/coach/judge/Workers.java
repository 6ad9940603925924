package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import structured.coach.judge.worker.WorkerMain;
import structured.coach.machine.Jvm;
import structured.coach.machine.Launch;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.LaterJdk;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** Starts workers: processes that run the coach's own {@link WorkerMain}, and call the coach. */
public final class Workers {

    private static final Wording SAY = Wording.of(Workers.class);

    /** A worker that somebody is going to need soon; taken by the first who does. */
    private static final AtomicReference<Future<Worker>> AHEAD = new AtomicReference<>();

    /** Starts a worker in a thread of its own, while the coach finds out what is to be judged at all. */
    public static void startAhead(Path folder) {
        var ahead = new FutureTask<>(() -> launch(Limits.STANDARD, LaterJdk.OWN_HOME, folder));
        AHEAD.set(ahead);
        Thread.ofPlatform().daemon().name("starts-a-worker").start(ahead);
    }

    /** Starts a worker on this JDK and in this folder (any, if that is null), unless one was started ahead. */
    static Worker start(Limits limits, Path jdk, Path folder) throws IOException, InterruptedException {
        var ahead = jdk.equals(LaterJdk.OWN_HOME) && limits.equals(Limits.STANDARD) ? AHEAD.getAndSet(null) : null;
        try {
            var worker = ahead == null ? null : ahead.get();
            if (worker != null && worker.isIn(folder)) {
                return worker;
            }
            if (worker != null) {
                worker.close();
            }
        } catch (ExecutionException e) {
            // It is tried again, and its failure is told then.
        }
        return launch(limits, jdk, folder);
    }

    private static Worker launch(Limits limits, Path jdk, Path folder) throws IOException, InterruptedException {
        try (var calls = new Calls()) {
            var temporary = temporary();
            var process = begin(jvm(limits, jdk, temporary), calls, folder, jdk);
            try {
                var call = calls.from(process);
                return new Worker(folder, temporary, calls.word(), process, call.socket(), call.says(), limits);
            } catch (IOException e) {
                Worker.end(process, temporary, null);
                throw notStarted(jdk, e);
            } catch (InterruptedException | RuntimeException | Error e) {
                // A thread can't be started, say. Nobody else knows of this process.
                Worker.end(process, temporary, null);
                throw e;
            }
        }
    }

    private static Jvm jvm(Limits limits, Path jdk, Temporary temporary) {
        var jvm = Jvm.on(jdk).quick().with("-ea", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + limits.heapMegabytes() + "m", "-Djava.awt.headless=true",
                "-Dworkshop.locale=" + Language.here().tag());
        if (jdk.equals(LaterJdk.OWN_HOME)) {
            // Both fit only the JDK that made them.
            Launch.here().classes().ifPresent(folder -> jvm.with("-Dworkshop.classes=" + folder));
            // If it doesn't fit any more, the JVM starts without it, and had better not say so among what learners print.
            Launch.here().archive().ifPresent(archive -> jvm.with("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
        } else {
            // From 24 on the JVM warns of what workers do in order to see all threads.
            jvm.with("--sun-misc-unsafe-memory-access=allow");
        }
        // By default so little that every tenth run or so is held up to look for compiled code that nobody needs.
        jvm.with("-XX:ReservedCodeCacheSize=128m");
        if (temporary != null) {
            jvm.with("-Djava.io.tmpdir=" + temporary.path()).crashingInto(temporary.path());
        }
        return jvm;
    }

    private static Process begin(Jvm jvm, Calls calls, Path folder, Path jdk) throws IOException {
        try {
            var builder = jvm.running(Launch.here().classPath(), WorkerMain.class.getName(), String.valueOf(calls.port()));
            return Jvm.start(builder.directory(folder == null ? null : folder.toFile()).redirectErrorStream(true), calls.word());
        } catch (IOException e) {
            throw notStarted(jdk, e);
        }
    }

    private static IOException notStarted(Path jdk, IOException e) {
        return new IOException(SAY.of("worker.not-started", jdk, e.getMessage()), e);
    }

    /** A folder of its own, so that nothing stays of it; or none, where there is no room. */
    private static Temporary temporary() {
        try {
            return Temporary.folder("worker");
        } catch (IOException e) {
            return null;
        }
    }
}
