package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ThreadLocal, MDC and ScopedValue")
@SuppressWarnings("preview")
class ThreadLocalsTest extends Forms {

    private static final ThreadLocal<String> REQUEST = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();
    private static final ScopedValue<String> SCOPED_REQUEST = ScopedValue.newInstance();

    /** Has the methods of SLF4J's MDC that are needed here, and keeps its map as Logback's does. */
    private static final class MDC {
        private static final ThreadLocal<Map<String, String>> MAP = new ThreadLocal<>();

        static Map<String, String> getCopyOfContextMap() {
            return MAP.get();
        }

        static void setContextMap(Map<String, String> map) {
            MAP.set(map);
        }

        static void clear() {
            MAP.remove();
        }
    }

    private static String forked(Callable<String> task) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var result = scope.fork(task);
            scope.join().throwIfFailed();
            return result.get();
        }
    }

    @Test
    @DisplayName("a ThreadLocal isn't there in a fork")
    void threadLocal() throws Exception {
        REQUEST.set("r-17");
        try {
            assertThat(forked(REQUEST::get)).isNull();
        } finally {
            REQUEST.remove();
        }
    }

    @Test
    @DisplayName("a ThreadLocal that a task sets in a pool's thread is there for the next task of somebody else's, if nobody removes it")
    void leftInPool() throws Exception {
        try (var one = Executors.newFixedThreadPool(1)) {
            one.submit(() -> REQUEST.set("r-17")).get();
            assertThat(one.submit(REQUEST::get).get()).isEqualTo("r-17");
        }
    }

    @Test
    @DisplayName("an InheritableThreadLocal is copied to a fork; in a pool's thread it is that of who came first")
    void inheritable() throws Exception {
        try (var one = Executors.newFixedThreadPool(1)) {
            INHERITED.set("r-17");
            assertThat(forked(INHERITED::get)).isEqualTo("r-17");
            one.submit(() -> { }).get();
            INHERITED.set("r-18");
            assertThat(one.submit(INHERITED::get).get()).isEqualTo("r-17");
            assertThat(forked(INHERITED::get)).isEqualTo("r-18");
        } finally {
            INHERITED.remove();
        }
    }

    @Test
    @DisplayName("what an MDC keeps in a ThreadLocal has to be carried into a fork")
    void mdc() throws Exception {
        MDC.setContextMap(Map.of("request", "r-17"));
        try {
            assertThat(forked(() -> String.valueOf(MDC.getCopyOfContextMap()))).isEqualTo("null");
            assertThat(forked(withMdc(() -> MDC.getCopyOfContextMap().get("request")))).isEqualTo("r-17");
        } finally {
            MDC.clear();
        }
    }

    private static <T> Callable<T> withMdc(Callable<T> task) {
        var context = MDC.getCopyOfContextMap();    // here, in the thread that forks
        return () -> {
            MDC.setContextMap(context);
            try {
                return task.call();
            } finally {
                MDC.clear();
            }
        };
    }

    @Test
    @DisplayName("a ScopedValue is there in a fork, in what that forks, and not after the call")
    void scopedValue() throws Exception {
        var seen = ScopedValue.where(SCOPED_REQUEST, "r-17").call(() -> forked(() -> forked(SCOPED_REQUEST::get)));
        assertThat(seen).isEqualTo("r-17");
        assertThat(SCOPED_REQUEST.isBound()).isFalse();
    }
}
