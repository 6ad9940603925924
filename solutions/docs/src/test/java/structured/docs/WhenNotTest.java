package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("when not to use a scope")
@SuppressWarnings("preview")
class WhenNotTest extends Trial {

    @Test
    @DisplayName("what computes gives its carrier to nobody: the next task starts only when one has ended")
    void computing() throws Exception {
        var carriers = Runtime.getRuntime().availableProcessors();
        var enough = new AtomicBoolean();
        var started = new AtomicInteger();
        try (var scope = new StructuredTaskScope<Object>()) {
            for (int i = 0; i < carriers + 1; i++) {
                scope.fork(() -> {
                    started.incrementAndGet();
                    while (!enough.get()) {
                        Thread.onSpinWait();
                    }
                    return null;
                });
            }
            until(() -> started.get() == carriers);
            linger();
            assertThat(started).as("how many have started, of one more than there are carriers").hasValue(carriers);
            enough.set(true);
            scope.join();
        } finally {
            enough.set(true);
        }
        assertThat(started).hasValue(carriers + 1);
    }

    @Test
    @DisplayName("what nobody waits for is waited for all the same, if it is forked")
    void fireAndForget() throws Exception {
        var call = new Call<>(() -> {
            try (var scope = new StructuredTaskScope<Object>()) {
                scope.fork(() -> fetch("slow"));
                events.add("answered");
                scope.join();
            }
            return "over";
        });
        await(slowIsRunning());
        assertThat(call.isOver()).isFalse();
        released.countDown();
        assertThat(call.result()).isEqualTo("over");
    }

    @Test
    @DisplayName("what must outlive the request belongs to somebody who does: its scope, or its executor")
    void outlives() throws Exception {
        try (var application = new StructuredTaskScope<String>()) {
            try (var request = new StructuredTaskScope.ShutdownOnFailure()) {
                request.fork(() -> {
                    application.fork(() -> fetch("slow"));
                    return "answered";
                });
                request.join().throwIfFailed();
            }
            await(slowIsRunning());
            assertThat(events).doesNotContain("end slow");
            released.countDown();
            application.join();
        }
        assertThat(events).contains("end slow");
    }
}
