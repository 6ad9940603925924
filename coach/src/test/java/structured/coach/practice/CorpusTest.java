package structured.coach.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.TutorialCopy;
import structured.coach.diagnosis.RedAt;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Kinds.Kind;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.Tutorial;

/** All questions that can be made of this tutorial. */
@DisplayName("the questions of spot")
class CorpusTest {

    private static final Map<Place, Set<String>> TESTS = new HashMap<>();

    private static List<Item> items;
    private static Kinds kinds;
    private static List<Pitfall> pitfalls;

    @BeforeAll
    static void all() throws IOException {
        var tutorial = new Tutorial(TutorialCopy.ORIGINAL);
        items = Corpus.of(tutorial.root(), tutorial.exercises()).items();
        kinds = Kinds.of(tutorial.root());
        pitfalls = new ArrayList<>();
        for (var exercise : tutorial.exercises()) {
            pitfalls.addAll(Pitfall.of(exercise));
        }
        for (var pitfall : pitfalls) {
            var type = pitfall.sources().getFirst().getFileName().toString();
            TESTS.computeIfAbsent(new Place(pitfall.exercise().name(), type, pitfall.kinds().getFirst()), place -> new HashSet<>()).addAll(pitfall.tests());
        }
    }

    /** A kind in a class of an exercise. */
    private record Place(String exercise, String type, String kind) {}

    /** The tests that catch mistakes of a kind in this class. */
    private static Set<String> tests(Program program, Kind kind) {
        return TESTS.getOrDefault(new Place(program.exercise().name(), program.type(), kind.slug()), Set.of());
    }

    @Test
    @DisplayName("have no second right answer: a wrong program is green at all tests that catch what the other sentences say, and what they say is not akin")
    void oneAnswer() throws IOException {
        for (var item : items) {
            if (item.truth().isPresent()) {
                var pitfall = item.program().pitfall().orElseThrow();
                assertThat(pitfall.kinds()).as(item.program().key()).containsExactly(item.truth().get().slug());
                var red = RedAt.of(pitfall.exercise()).of(pitfall).orElseThrow();
                assertThat(red).as("what the verdict on %s is red at", item.program().key()).containsAll(pitfall.tests());
                for (var other : item.others()) {
                    assertThat(other).as("another kind than that of %s", item.program().key()).isNotEqualTo(item.truth().get());
                    assertThat(tests(item.program(), other)).as("what catches %s, to which %s is green", other.slug(), item.program().key()).isNotEmpty().doesNotContainAnyElementsOf(red);
                    assertThat(kinds.areAkin(other.slug(), item.truth().get().slug())).as("%s and %s, of %s", other.slug(), item.truth().get().slug(), item.program().key()).isFalse();
                }
            }
        }
    }

    @Test
    @DisplayName("have four sentences each, of which one is true of a wrong program, and none of a right one")
    void fourSentences() {
        assertThat(kinds.all().stream().map(Kind::promise)).doesNotHaveDuplicates();
        for (var item : items) {
            for (int number = 0; number < 20; number++) {
                var question = item.question(number);
                assertThat(question.choices()).as(item.program().key()).hasSize(4).doesNotHaveDuplicates();
                var right = IntStream.range(0, 4).filter(i -> question.isRight(OptionalInt.of(i))).count();
                assertThat(right).as("right answers to the question about %s", item.program().key()).isEqualTo(item.program().isRight() ? 0 : 1);
                assertThat(question.isRight(OptionalInt.empty())).isEqualTo(item.program().isRight());
                assertThat(item.question(number)).as("the same question").isEqualTo(question);
            }
        }
        assertThat(IntStream.range(0, 20).mapToObj(number -> items.getFirst().question(number).choices()).distinct().count()).as("other sentences, or in another order").isGreaterThan(5);
    }

    @Test
    @DisplayName("are about nearly all pitfalls, and about right answers to each exercise")
    void many() {
        var wrong = items.stream().filter(item -> !item.program().isRight()).count();
        assertThat(wrong).as("pitfalls that are asked about, of %d", pitfalls.size()).isGreaterThan(pitfalls.size() * 9L / 10);
        assertThat(items.stream().filter(item -> item.program().isRight()).map(item -> item.program().exercise().number()).distinct()).hasSize(8);
        assertThat(items.stream().map(Item::id)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("have answers and sentences that leave room for some code on a screen of 24 lines of 80 columns")
    void room() throws IOException {
        var style = new Style(false, true, 80);
        for (var item : items) {
            for (int number = 0; number < 5; number++) {
                var question = item.question(number);
                for (int i = 0; i < 4; i++) {
                    // The heading, blank lines, the keys, and four lines of code.
                    assertThat(question.told(OptionalInt.of(i), style)).as(item.program().key()).hasSizeLessThanOrEqualTo(15).allMatch(line -> line.length() <= 80);
                }
                var sentences = question.choices().stream().mapToInt(kind -> style.wrap("   ", kind.promise()).size()).sum();
                assertThat(sentences).as("lines of sentences about %s", item.program().key()).isLessThanOrEqualTo(13);
            }
        }
    }

    @Test
    @DisplayName("show code that tells nothing of what it is: no comments, no main, nothing of its head")
    void anonymous() throws IOException {
        for (var item : items) {
            var code = String.join("\n", item.program().lines());
            assertThat(code).as(item.program().key()).contains("class ").doesNotContain("//", "/*", "Pitfall", "Caught by", "import ", "void main(", "SuppressWarnings");
            assertThat(code.lines().filter(String::isBlank).count()).as("blank lines of %s", item.program().key()).isLessThan(code.lines().count() / 2);
            assertThat(code.lines().count()).as("lines of %s", item.program().key()).isBetween(3L, 90L);
        }
    }
}
