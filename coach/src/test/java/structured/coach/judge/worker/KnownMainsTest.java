package structured.coach.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.machine.Source;

/** Of several sources only what has changed is compiled, if, and only if, the others come to the same. */
@DisplayName("of several sources, those that haven't changed are compiled again")
class KnownMainsTest {

    private final MemoryCompiler compiler = new MemoryCompiler();

    @TempDir
    private Path folder;
    private final Map<String, String> texts = new TreeMap<>(Map.of(
            "Price.java", """
                    package shop;

                    class Price {
                        static final int NET = 100;
                        enum Kind { FULL, HALF }
                        sealed interface Paid {}
                        record InCash(int coins) implements Paid {}
                        record ByCard(String number) implements Paid {}
                        static int of(Kind kind) { return 1; }
                        static Paid paid() { return new InCash(NET); }
                    }
                    """,
            "Shop.java", """
                    package shop;

                    class Shop {
                        int sum = Price.of(Price.Kind.FULL) + Price.NET;
                        String told() {
                            return switch (Price.paid()) {
                                case Price.InCash(var coins) -> "coins: " + coins;
                                case Price.ByCard card -> card.number();
                            };
                        }
                    }
                    """));
    private Map<String, byte[]> before;

    @BeforeEach
    void compileAll() throws IOException {
        before = compile().classes().main();
        assertThat(before).containsKeys("shop.Price", "shop.Price$Kind", "shop.Price$InCash", "shop.Shop");
    }

    private MemoryCompiler.Result compile() throws IOException {
        return compile(compiler, "class ShopTest {}");
    }

    private MemoryCompiler.Result compile(MemoryCompiler compiler, String test) throws IOException {
        var main = new ArrayList<Source.Read>();
        texts.forEach((name, text) -> main.add(source(name, text)));
        return compiler.compile(main, List.of(source("ShopTest.java", "package shop; " + test)));
    }

    private Source.Read source(String name, String text) {
        return new Source.Read(folder.resolve(name).toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    private void change(String file, String what, String to) {
        assertThat(texts.get(file)).contains(what);
        texts.put(file, texts.get(file).replace(what, to));
    }

    /** Whether the shop was compiled again, when the price had changed. In either way it comes to what it would without anything known. */
    private boolean isCompiledAgainWith(String what, String to) throws IOException {
        change("Price.java", what, to);
        var after = compile();
        var fresh = compile(new MemoryCompiler(), "class ShopTest {}");
        assertThat(after.problems()).isEqualTo(fresh.problems());
        assertThat(after.classes().main()).usingRecursiveComparison().isEqualTo(fresh.classes().main());
        return after.classes().main().get("shop.Shop") != before.get("shop.Shop");
    }

    @Test
    @DisplayName("not for another body, with whatever is in that, nor for lines that move")
    void bodies() throws IOException {
        assertThat(isCompiledAgainWith("return 1;", "\n\n class Local {} Runnable task = () -> new Object() {}; return task.hashCode();")).isFalse();
        assertThat(isCompiledAgainWith("return new InCash(NET);", "return new ByCard(\"4711\");")).isFalse();
        change("Shop.java", "coins: ", "cash: ");
        assertThat(isCompiledAgainWith("4711", "4712")).as("the other one, when both have changed").isTrue();
    }

    @Test
    @DisplayName("for a constant with another value, which they have a copy of")
    void constant() throws IOException {
        assertThat(isCompiledAgainWith("NET = 100", "NET = 119")).isTrue();
    }

    @Test
    @DisplayName("for another signature, which they call by it")
    void signature() throws IOException {
        assertThat(isCompiledAgainWith("static int of", "static long of")).isTrue();
        assertThat(isCompiledAgainWith("static long of", "static short of")).isTrue();
        assertThat(isCompiledAgainWith("of(Kind kind)", "of(Object kind)")).isTrue();
    }

    @Test
    @DisplayName("for one more type, of which a switch has to know, and tell what is wrong with them")
    void oneMore() throws IOException {
        assertThat(isCompiledAgainWith("enum Kind", "record OnTick() implements Paid {}\n enum Kind")).isTrue();
        assertThat(compile().problems()).as("no longer exhaustive").hasSize(1);
    }

    @Test
    @DisplayName("not for a mistake that has been made and mended since")
    void mended() throws IOException {
        change("Price.java", "int of(", "int off(");
        assertThat(compile().problems()).as("a method that isn't there").hasSize(1);
        change("Price.java", "int off(", "int of(");
        change("Price.java", "return 1;", "return none;");
        assertThat(compile().problems()).as("a body that is wrong").hasSize(1);
        assertThat(isCompiledAgainWith("return none;", "return 2;")).isFalse();
    }

    @Test
    @DisplayName("for one source more, or less, and for other tests")
    void others() throws IOException {
        texts.put("Sign.java", "package shop; class Sign {}");
        var more = compile().classes().main();
        assertThat(more).containsKey("shop.Sign");
        assertThat(more.get("shop.Shop")).isNotSameAs(before.get("shop.Shop"));
        texts.remove("Sign.java");
        var less = compile().classes().main();
        assertThat(less).doesNotContainKey("shop.Sign");
        assertThat(compile().classes().main().get("shop.Shop")).as("with nothing changed").isSameAs(less.get("shop.Shop"));
        assertThat(compile(compiler, "class ShopTest { Shop shop; }").classes().main().get("shop.Shop")).isNotSameAs(less.get("shop.Shop"));
    }
}
