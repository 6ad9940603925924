package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("when a task fails")
class FailureTest extends Forms {

    @Test
    @DisplayName("all forms return the pages in order as long as none does")
    void noneFails() throws Exception {
        var urls = List.of("a", "b", "c");
        assertThat(List.of(submitted(urls), invoked(urls), inTry(urls), completable(urls), parallel(urls), scoped(urls)))
                .allSatisfy(pages -> assertThat(pages).containsExactly("page a", "page b", "page c"));
    }

    @Test
    @DisplayName("submit and get: the others run on, for nobody")
    void submittedRunOn() {
        assertThatThrownBy(() -> submitted(List.of("bad", "slow"))).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
        assertThat(events).doesNotContain("end slow");
        assertThat(cancelled).hasValue(0);
    }

    @Test
    @DisplayName("submit and get: it is heard of only when get has come to it")
    void submittedInTurn() throws Exception {
        var call = new Call<>(() -> submitted(List.of("slow", "bad")));
        letItFail();
        assertThat(call.isOver()).isFalse();
        released.countDown();
        assertThat(call.failure()).isInstanceOf(ExecutionException.class);
    }

    @Test
    @DisplayName("invokeAll: it is heard of only when all the others have ended")
    void invokedWaits() throws Exception {
        assertWaitsForTheOthers(new Call<>(() -> invoked(List.of("bad", "slow"))), ExecutionException.class);
    }

    @Test
    @DisplayName("an executor in a try: get throws, and close waits for all the others, and cancels none")
    void inTryWaits() throws Exception {
        assertWaitsForTheOthers(new Call<>(() -> inTry(List.of("bad", "slow"))), ExecutionException.class);
    }

    @Test
    @DisplayName("allOf: it is heard of only when all the others have ended")
    void completableWaits() throws Exception {
        assertWaitsForTheOthers(new Call<>(() -> completable(List.of("bad", "slow"))), CompletionException.class);
    }

    private void assertWaitsForTheOthers(Call<?> call, Class<? extends Exception> failure) throws Exception {
        letItFail();
        assertThat(call.isOver()).as("whether it is over while another task runs").isFalse();
        released.countDown();
        assertThat(call.failure()).isInstanceOf(failure);
        assertThat(cancelled).as("how many others were cancelled").hasValue(0);
    }

    @Test
    @DisplayName("a parallel stream: the others may run on, for nobody")
    void parallelRunOn() {
        var caller = Thread.currentThread();
        var both = new CountDownLatch(2);
        answer("either", () -> {
            meet(both);
            if (Thread.currentThread() == caller) {
                throw new IOException("bad");
            }
            await(released);
            events.add("ran on");
            return "page";
        });
        assertThatThrownBy(() -> parallel(List.of("either", "either"))).isInstanceOf(CompletionException.class).hasRootCauseInstanceOf(IOException.class);
        assertThat(events).doesNotContain("ran on");
    }

    @Test
    @DisplayName("a scope: the others are cancelled, and have ended when the call is over")
    void scopedCancels() {
        assertThatThrownBy(() -> scoped(List.of("slow", "bad"))).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
        assertThat(cancelled).hasValue(1);
        assertThat(events).contains("end slow");
    }
}
