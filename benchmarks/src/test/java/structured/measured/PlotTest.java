package structured.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

@DisplayName("a plot")
class PlotTest {

    private static final Spread FEW = new Spread(10, 8, 20, 5);
    private static final Spread MANY = new Spread(1000, 900, 1100, 5);

    private static Plot plot() {
        return new Plot("Rises <slowly>", "tasks", "beyond", Unit.TIME, List.of(
                new Plot.Line("gather", 0, List.of(new Plot.Point(10, FEW), new Plot.Point(1000, MANY))), new Plot.Line("pool", 1, List.of(new Plot.Point(10, FEW)))), false);
    }

    @Test
    @DisplayName("is well-formed, whatever a title holds, has a name for each line, and colours for light and for dark")
    void wellFormed() throws Exception {
        var svg = plot().svg();
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Rises <slowly>");
        assertThat(svg).contains(">gather</text>", ">pool</text>", "prefers-color-scheme: dark");
    }

    @Test
    @DisplayName("has a power of ten as far from the next as from the one before, and ends with the powers around its numbers")
    void axis() {
        var axis = Scale.around(List.of(20.0, 300.0), 0, 100);
        assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1000.0);
        assertThat(axis.at(10)).isEqualTo(0, within(1e-9));
        assertThat(axis.at(100)).isEqualTo(50, within(1e-9));
        assertThat(axis.at(1000)).isEqualTo(100, within(1e-9));
        assertThat(Scale.around(List.of(100.0), 0, 100).ticks()).as("of one number").hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.around(List.of(0.0, 1.0), 0, 100));
    }

    @Test
    @DisplayName("draws a higher figure higher")
    void higher() {
        var svg = plot().svg();
        assertThat(svg).containsPattern("<path class=\"line stroke0\" d=\"M[\\d.]+ ([\\d.]+)L[\\d.]+ [\\d.]+\"/>");
        var ends = Pattern.compile("line stroke0\" d=\"M[\\d.]+ ([\\d.]+)L[\\d.]+ ([\\d.]+)").matcher(svg);
        assertThat(ends.find()).isTrue();
        assertThat(Double.parseDouble(ends.group(2))).isLessThan(Double.parseDouble(ends.group(1)));
    }

    @Test
    @DisplayName("moves names apart that would lie on each other, and keeps them on the picture")
    void names() {
        assertThat(Plot.spread(List.of(10.0, 11.0, 50.0), 15, 0, 100)).containsExactly(10.0, 25.0, 50.0);
        assertThat(Plot.spread(List.of(90.0, 95.0, 99.0), 15, 0, 100)).containsExactly(70.0, 85.0, 100.0);
    }

    @Test
    @DisplayName("of rows says each median beside its dot, with a comma where the language wants it")
    void dots() {
        assertThat(new Dots("Costs", "a task", Unit.TIME, List.of(new Dots.Row("scope", new Spread(0.00164, 0.001, 0.002, 5))), false).svg()).contains(">1.64 µs<");
        assertThat(new Dots("Custa", "a tarefa", Unit.TIME, List.of(new Dots.Row("escopo", new Spread(0.00164, 0.001, 0.002, 5))), true).svg()).contains(">1,64 µs<");
    }
}
