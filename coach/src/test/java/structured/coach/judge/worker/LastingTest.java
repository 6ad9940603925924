package structured.coach.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.TutorialCopy;
import structured.coach.machine.Source;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;

/** What a worker keeps loaded from run to run. */
@DisplayName("a class that tests need")
class LastingTest {

    private static final String LEARNERS = "class Answer { int given() { return 42; } }";

    private final MemoryCompiler compiler = new MemoryCompiler();

    @Test
    @DisplayName("is loaded anew only where it has to be, in each exercise")
    void ofTheExercises() throws Exception {
        for (var exercise : new Tutorial(TutorialCopy.ORIGINAL).exercises()) {
            var classes = compiler.compile(Source.read(Sources.read(exercise.solution())), Source.read(Sources.read(exercise.tests()))).classes();
            var lasting = Lasting.of(classes, getClass().getClassLoader());
            var anew = new ArrayList<String>();
            for (var name : classes.tests().keySet()) {
                if (!isIn(lasting, name)) {
                    anew.add(name.substring(name.lastIndexOf('.') + 1));
                }
            }
            // All that runs the tests, and nearly all that they are made of.
            assertThat(anew).as(exercise.name()).allMatch(name -> name.matches("\\w+Test(\\$.*)?|Trial(Hurried|Wait|Taker|Callbacks|Deadline|LongCalls|Thrown)?(\\$.*)?"));
        }
    }

    @Test
    @DisplayName("stays, and what isn't final in it is put back")
    void stays() throws Exception {
        var helper = "class Counter { private static int calls; private int mine; protected static int called() { return ++calls; } }";
        var first = new Loader(classes(LEARNERS, helper), List.of());
        assertThat(called(first)).isEqualTo(1);
        assertThat(called(first)).as("in the same run").isEqualTo(2);
        var second = new Loader(classes(LEARNERS.replace("42", "43"), helper), List.of());
        assertThat(called(second)).as("in the next").isEqualTo(1);
        assertThat(second.loadClass("a.Counter")).isSameAs(first.loadClass("a.Counter"));
        assertThat(second.loadClass("a.Answer")).isNotSameAs(first.loadClass("a.Answer"));
    }

    private static Object called(Loader loader) throws Exception {
        var called = loader.loadClass("a.Counter").getDeclaredMethod("called");
        called.setAccessible(true);
        return called.invoke(null);
    }

    @Test
    @DisplayName("is another one when it is another one, or has another one's library")
    void another() throws Exception {
        var before = Lasting.of(classes(LEARNERS, "class Helper { int one() { return 1; } }"), getClass().getClassLoader());
        assertThat(isIn(before, "a.Helper")).isTrue();
        var other = Lasting.of(classes(LEARNERS, "class Helper { int one() { return 2; } }"), getClass().getClassLoader());
        assertThat(other.loadClass("a.Helper")).isNotSameAs(before.loadClass("a.Helper"));
        assertThat(Lasting.of(classes(LEARNERS, "class Helper { int one() { return 2; } }"), new ClassLoader(getClass().getClassLoader()) { })).isNotSameAs(other);
    }

    @Test
    @DisplayName("is loaded anew if it could remember something: a collection, a number that counts, a thread's value, an array, an object of its own")
    void couldRemember() throws Exception {
        for (var remembers : List.of("static final java.util.List<String> ALL = new java.util.ArrayList<>();",
                "static final java.util.concurrent.atomic.AtomicInteger COUNT = new java.util.concurrent.atomic.AtomicInteger();",
                "static final ThreadLocal<String> OF_THREAD = new ThreadLocal<>();", "static final int[] SOME = {1, 2};",
                "static final java.util.List<Object> INSIDE = java.util.List.of(new StringBuilder());",
                "static java.util.Set<String> all = new java.util.HashSet<>();", "static final Helper ONE = new Helper(); int mine;",
                "enum Of { ONE; int count; } static final Of OF = Of.ONE;", "static final Object FAILS = new Object() { int n = 1 / 0; };")) {
            var lasting = Lasting.of(classes(LEARNERS, "class Helper { %s }".formatted(remembers), "class User { Helper helper; }", "class Other { }"),
                    getClass().getClassLoader());
            assertThat(isIn(lasting, "a.Helper")).as(remembers).isFalse();
            assertThat(isIn(lasting, "a.User")).as("names it: " + remembers).isFalse();
            assertThat(isIn(lasting, "a.Other")).as("beside " + remembers).isTrue();
        }
        for (var doesNot : List.of("static final java.util.List<String> ALL = java.util.List.of(\"a\");", "static final String TEXT = \"\" + new Object();",
                "static final java.time.Duration WHILE = java.time.Duration.ofDays(1);", "enum Of { ONE, TWO } static final Of OF = Of.ONE;",
                "static volatile Object last;")) {
            assertThat(isIn(Lasting.of(classes(LEARNERS, "class Helper { %s }".formatted(doesNot)), getClass().getClassLoader()), "a.Helper")).as(doesNot).isTrue();
        }
    }

    @Test
    @DisplayName("is loaded anew if it names a learner's class or a test, itself or through others")
    void names() throws Exception {
        var lasting = Lasting.of(classes(LEARNERS, "class Direct { Object of() { return new Answer(); } }", "class Nested { static class In { Answer it; } }",
                "class Through { Direct it; }", "class OfTest { AnswerTest it; }", "class AnswerTest { }", "class Text { String answers = \"Answers\"; }"),
                getClass().getClassLoader());
        for (var name : List.of("Direct", "Nested", "Nested$In", "Through", "OfTest", "AnswerTest")) {
            assertThat(isIn(lasting, "a." + name)).as(name).isFalse();
        }
        assertThat(isIn(lasting, "a.Text")).isTrue();
    }

    private static boolean isIn(Lasting lasting, String name) {
        try {
            return lasting.loadClass(name).getClassLoader() == lasting;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private Classes classes(String learners, String... tests) throws Exception {
        var result = compiler.compile(List.of(source(learners)), Stream.of(tests).map(LastingTest::source).toList());
        assertThat(result.problems()).isEmpty();
        return result.classes();
    }

    private static Source.Read source(String text) {
        var name = text.replaceFirst("class (\\w+).*", "$1");
        return new Source.Read("/a/" + name + ".java", ("package a; " + text).getBytes(StandardCharsets.UTF_8));
    }
}
