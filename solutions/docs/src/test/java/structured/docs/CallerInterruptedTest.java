package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("when the caller is interrupted")
class CallerInterruptedTest extends Forms {

    private <T> Call<T> interrupted(Callable<T> code) throws InterruptedException {
        var call = new Call<>(code);
        await(slowIsRunning());
        call.interrupt();
        return call;
    }

    @Test
    @DisplayName("submit and get: get throws, and the tasks run on")
    void submittedRunOn() throws Exception {
        assertThat(interrupted(() -> submitted(List.of("slow"))).failure()).isInstanceOf(InterruptedException.class);
        assertThat(events).doesNotContain("end slow");
        assertThat(cancelled).hasValue(0);
    }

    @Test
    @DisplayName("invokeAll: the tasks are cancelled, but nobody waits for their end")
    void invokedCancels() throws Exception {
        var tidying = new CountDownLatch(1);
        answer("untidy", () -> {
            try {
                return fetch("slow");
            } finally {
                tidying.countDown();
                await(released);
                events.add("tidied up");
            }
        });
        assertThat(interrupted(() -> invoked(List.of("untidy"))).failure()).isInstanceOf(InterruptedException.class);
        await(tidying);
        assertThat(cancelled).hasValue(1);
        assertThat(events).doesNotContain("tidied up");
    }

    @Test
    @DisplayName("an executor in a try: get throws, and close waits for all tasks, and cancels none")
    void inTryWaits() throws Exception {
        var call = interrupted(() -> inTry(List.of("slow")));
        until(() -> call.isIn("close"));
        assertThat(call.isOver()).isFalse();
        released.countDown();
        assertThat(call.failure()).isInstanceOf(InterruptedException.class);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    @DisplayName("allOf and join: nobody hears it")
    void completableIsDeaf() throws Exception {
        var call = interrupted(() -> { completable(List.of("slow")); return Thread.interrupted(); });
        assertThat(call.isOver()).isFalse();
        released.countDown();
        assertThat(call.result()).as("whether the flag is still set in the end").isTrue();
        assertThat(cancelled).hasValue(0);
    }

    @Test
    @DisplayName("a parallel stream: only the task hears it that the caller itself is running")
    void parallelHearsOne() throws Exception {
        var both = new CountDownLatch(2);
        answer("either", () -> {
            try {
                meet(both);
                await(released);
                return "page";
            } catch (InterruptedException e) {
                cancelled.incrementAndGet();
                throw e;
            }
        });
        var call = new Call<>(() -> parallel(List.of("either", "either")));
        await(both);
        call.interrupt();
        assertThat(call.failure()).isInstanceOf(CompletionException.class).hasCauseInstanceOf(InterruptedException.class);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    @DisplayName("a scope: the tasks are cancelled, and have ended when the call is over")
    void scopedCancels() throws Exception {
        assertThat(interrupted(() -> scoped(List.of("slow"))).failure()).isInstanceOf(InterruptedException.class);
        assertThat(cancelled).hasValue(1);
        assertThat(events).contains("end slow");
    }
}
