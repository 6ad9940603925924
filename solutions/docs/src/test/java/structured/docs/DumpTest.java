package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a thread dump")
@SuppressWarnings("preview")
class DumpTest extends Forms {

    /** What a dump tells of a scope, a pool, or all that is in neither. */
    private record Container(String name, String parent, String owner, String threads) {

        private static final Pattern PATTERN = Pattern.compile("\"container\": \"(.*)\",\\s+\"parent\": (.*),\\s+\"owner\": (.*),\\s+\"threads\": \\[((?s:.*?))\\n {8}],");

        static List<Container> in(String dump) {
            return PATTERN.matcher(dump).results()
                    .map(found -> new Container(found.group(1), found.group(2).replace("\"", ""), found.group(3).replace("\"", ""), found.group(4))).toList();
        }

        /** The number of a thread in it, or nothing. */
        String tid(String thread) {
            var found = Pattern.compile("\"tid\": \"(\\d+)\",\\s+\"name\": \"" + thread + "\"").matcher(threads);
            return found.find() ? found.group(1) : "";
        }
    }

    @TempDir
    private Path folder;

    private final CountDownLatch allWait = new CountDownLatch(2);

    private Call<String> hanging;

    /** What {@code jcmd PID Thread.dump_to_file -format=json FILE} does, only that no other process asks for it. */
    private String dump() throws Exception {
        var file = folder.resolve("dump.json");
        ask("threadDumpToFile", "-format=json", "-overwrite", file.toString());
        return Files.readString(file);
    }

    private static String ask(String command, String... arguments) throws Exception {
        return (String) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
                command, new Object[] {arguments}, new String[] {String[].class.getName()});
    }

    private Container named(String name, String dump) {
        return Container.in(dump).stream().filter(container -> container.name().startsWith(name)).findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + " in " + dump));
    }

    private String request() throws Exception {
        var tasks = Thread.ofVirtual().name("task-", 1).factory();
        try (var request = new StructuredTaskScope.ShutdownOnFailure("request", tasks)) {
            var news = request.fork(() -> fetch("slow news"));
            var stock = request.fork(this::stock);
            request.join().throwIfFailed();
            return news.get() + stock.get();
        }
    }

    private String stock() throws Exception {
        var tasks = Thread.ofVirtual().name("part-", 1).factory();
        try (var parts = new StructuredTaskScope.ShutdownOnFailure("stock", tasks)) {
            var part = parts.fork(() -> fetch("slow part"));
            parts.join().throwIfFailed();
            return part.get();
        }
    }

    private void hanging() throws InterruptedException {
        answer("slow news", () -> { allWait.countDown(); await(released); return "news"; });
        answer("slow part", () -> { allWait.countDown(); await(released); return "part"; });
        hanging = new Call<>(this::request);
        await(allWait);
    }

    /** Or its scopes would be in the dump of the next test, too. */
    @AfterEach
    void endIt() throws Exception {
        release();
        if (hanging != null) {
            assertThat(hanging.result()).isEqualTo("newspart");
        }
    }

    @Test
    @DisplayName("shows a scope by its name, the thread that owns it, and the scope that it is in")
    void tree() throws Exception {
        hanging();
        var file = folder.resolve("dump.json");

        Tool.run(folder, "jcmd", Tool.QUICK_TOOL, String.valueOf(ProcessHandle.current().pid()), "Thread.dump_to_file", "-format=json", "-overwrite", file.toString());

        var dump = Files.readString(file);
        var root = named("<root>", dump);
        var request = named("request", dump);
        var stock = named("stock", dump);
        assertThat(root.threads()).contains("\"tid\": \"" + request.owner() + "\"");
        assertThat(request.parent()).isEqualTo("<root>");
        assertThat(request.tid("task-1")).isNotEmpty();
        assertThat(stock.parent()).isEqualTo(request.name());
        assertThat(stock.owner()).isEqualTo(request.tid("task-2"));
        assertThat(stock.tid("part-1")).isNotEmpty();
    }

    @Test
    @DisplayName("shows where each thread is: owners in join, and at the leaves what all of them wait for")
    void stacks() throws Exception {
        hanging();

        until(() -> {
            var dump = dump();
            var owner = stackOf("task-2", named("request", dump));
            var leaf = stackOf("part-1", named("stock", dump));
            return owner.contains("StructuredTaskScope.join") && owner.contains("DumpTest.stock")
                    && leaf.contains("CountDownLatch.await") && !leaf.contains("StructuredTaskScope.join");
        });
    }

    private static String stackOf(String thread, Container container) {
        var from = container.threads().substring(container.threads().indexOf("\"" + thread + "\""));
        return from.substring(0, from.indexOf(']'));
    }

    @Test
    @DisplayName("shows a pool's threads, but nobody who waits for them: its owner is null")
    void pool() throws Exception {
        var call = new Call<>(() -> submitted(List.of("slow")));
        await(slowIsRunning());

        var pools = Container.in(dump()).stream().filter(container -> container.threads().contains("Forms.lambda$submitted")).toList();

        assertThat(pools).singleElement().satisfies(container -> {
            assertThat(container.name()).startsWith("java.util.concurrent.ThreadPoolExecutor");
            assertThat(container.owner()).isEqualTo("null");
        });
        released.countDown();
        call.result();
    }

    @Test
    @DisplayName("shows who runs a CompletableFuture or a part of a parallel stream, but nobody who waits for it")
    void commonPool() throws Exception {
        answer("part", () -> { meet(allWait); await(released); return ""; });
        var calls = List.of(new Call<>(() -> completable(List.of("slow"))), new Call<>(() -> parallel(List.of("part", "part"))));
        await(slowIsRunning());
        await(allWait);

        var containers = Container.in(dump());

        for (var form : List.of("completable", "parallel")) {
            assertThat(containers).filteredOn(container -> container.threads().contains("Forms.lambda$" + form))
                    .isNotEmpty().allSatisfy(container -> assertThat(container.owner()).isEqualTo("null"));
        }
        released.countDown();
        for (var call : calls) {
            call.result();
        }
    }

    @Test
    @DisplayName("the old one, of jstack and of getAllStackTraces, has no virtual thread in it")
    void oldOnes() throws Exception {
        hanging();
        assertThat(ask("threadPrint")).contains("DumpTest.request").doesNotContain("part-1").doesNotContain("DumpTest.stock");
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(Thread::isVirtual);
    }

    @Test
    @DisplayName("a virtual thread that is in no scope and no pool is in it, too, with nothing to say whose it is")
    void strays() throws Exception {
        var running = new CompletableFuture<Void>();
        var stray = Thread.ofVirtual().name("stray").start(() -> unchecked(() -> { running.complete(null); await(released); return ""; }));
        running.get();
        assertThat(named("<root>", dump()).tid("stray")).isEqualTo(String.valueOf(stray.threadId()));
        released.countDown();
        stray.join();
    }
}
