package structured.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import org.junit.jupiter.api.AfterEach;

/** Six ways to fetch several pages at once. All of them do, as long as nothing goes wrong. */
@SuppressWarnings("preview")
abstract class Forms extends Trial {

    /** Somebody's, as in most programs: opened once, and used by many. */
    final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void closePool() {
        release();
        pool.close();
    }

    final List<String> submitted(List<String> urls) throws Exception {
        var futures = new ArrayList<Future<String>>();
        for (var url : urls) {
            futures.add(pool.submit(() -> fetch(url)));
        }
        var pages = new ArrayList<String>();
        for (var future : futures) {
            pages.add(future.get());
        }
        return pages;
    }

    final List<String> invoked(List<String> urls) throws Exception {
        var pages = new ArrayList<String>();
        for (var future : pool.invokeAll(tasks(urls))) {
            pages.add(future.get());
        }
        return pages;
    }

    final List<Callable<String>> tasks(List<String> urls) {
        return urls.stream().map(url -> (Callable<String>) () -> fetch(url)).toList();
    }

    final List<String> inTry(List<String> urls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = urls.stream().map(url -> executor.submit(() -> fetch(url))).toList();
            var pages = new ArrayList<String>();
            for (var future : futures) {
                pages.add(future.get());
            }
            return pages;
        }
    }

    final List<String> completable(List<String> urls) {
        var futures = urls.stream().map(url -> CompletableFuture.supplyAsync(() -> unchecked(() -> fetch(url)))).toList();
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
        return futures.stream().map(CompletableFuture::join).toList();
    }

    final List<String> parallel(List<String> urls) {
        return urls.parallelStream().map(url -> unchecked(() -> fetch(url))).toList();
    }

    final List<String> scoped(List<String> urls) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = urls.stream().map(url -> scope.fork(() -> fetch(url))).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    /** A supplier and a function of a stream may not throw what {@code fetch} throws. */
    static <T> T unchecked(Callable<T> code) {
        try {
            return code.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
