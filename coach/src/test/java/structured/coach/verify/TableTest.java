package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.verify.Check.Finding;
import structured.coach.verify.Check.Kind;

@DisplayName("the table of a verification")
class TableTest {

    private static final Check ONE = new Check("04-gather", Kind.PITFALL, "one", judge -> Finding.TRUE);
    private static final Check OTHER = new Check("05-gather-even", Kind.PITFALL, "other", judge -> Finding.TRUE);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Table table = new Table(List.of(ONE, OTHER));

    @Test
    @DisplayName("counts as passed what was true at last, and names it all the same")
    void atLast() {
        table.note(ONE, new Finding.AtLast("was GREEN at first"));
        table.note(OTHER, Finding.TRUE);
        table.printShortfalls(new PrintStream(printed));
        assertThat(List.of(table.passed(), table.failed())).containsExactly(2, 0);
        assertThat(table.fellShort()).isEmpty();
        assertThat(printed.toString().strip()).isEqualTo("04-gather, pitfall one was GREEN at first");
    }

    @Test
    @DisplayName("knows what is in doubt, and counts it when it has been tried alone")
    void inDoubt() throws Exception {
        assertThat(table.note(ONE, new Finding.Doubt(alone -> Finding.fallsShort("is GREEN, alone")))).isZero();
        assertThat(List.of(table.passed(), table.failed())).containsExactly(0, 0);
        var again = table.doubts().remove();
        table.note(again, again.trial().with(null));
        table.printShortfalls(new PrintStream(printed));
        assertThat(List.of(table.passed(), table.failed())).containsExactly(0, 1);
        assertThat(printed.toString().strip()).isEqualTo("04-gather, pitfall one is GREEN, alone");
    }

    @Test
    @DisplayName("names what fell short, and the exercise of which it did")
    void fellShort() {
        table.note(ONE, Finding.fallsShort("is %s", "GREEN"));
        table.note(OTHER, Finding.TRUE);
        table.printShortfalls(new PrintStream(printed));
        assertThat(List.of(table.passed(), table.failed())).containsExactly(1, 1);
        assertThat(table.fellShort()).containsExactly("04-gather");
        assertThat(printed.toString().strip()).isEqualTo("04-gather, pitfall one is GREEN");
    }
}
