package structured.coach;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An arrow between packages is drawn in docs/architecture.md before it is made. */
@DisplayName("the coach's packages")
class PackagesTest {

    private static final String ROOT = "structured.coach";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|(.*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private final JavaClasses classes = new ClassFileImporter().importPath("target/classes");
    private final String page;

    PackagesTest() throws IOException {
        page = Files.readString(Path.of("../docs/architecture.md"));
    }

    @Test
    @DisplayName("use each other as they are drawn: no arrow is missing there, and none is only there")
    void asDrawn() {
        var drawn = new TreeMap<String, TreeSet<String>>();
        var table = page.substring(page.indexOf("| Package | uses |"));
        ROW.matcher(table.substring(0, table.indexOf("\n\n"))).results().forEach(row -> drawn.put(row.group(1),
                NAME.matcher(row.group(2)).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new))));
        assertThat(arrows()).isEqualTo(drawn);
    }

    @Test
    @DisplayName("stand above those that they use")
    void downwards() {
        var block = page.substring(page.indexOf("```text\n" + ROOT) + "```text\n".length());
        var layers = new ArrayList<String>();
        block.substring(0, block.indexOf("```")).lines().forEach(layers::add);
        arrows().forEach((from, uses) -> uses.forEach(to ->
                assertThat(layer(layers, to)).as("%s, which %s uses", to, from).isGreaterThan(layer(layers, from))));
    }

    private static int layer(ArrayList<String> layers, String name) {
        for (int i = 0; i < layers.size(); i++) {
            // What is to the right are words.
            if (Stream.of(layers.get(i).substring(0, Math.min(29, layers.get(i).length())).strip().split("\\s+")).anyMatch(name::equals)) {
                return i;
            }
        }
        throw new AssertionError(name + " is in no line of the drawing");
    }

    @Test
    @DisplayName("have no circle among them")
    void noCircle() {
        slices().matching("structured.coach.(**)").should().beFreeOfCycles().check(classes);
    }

    private Map<String, TreeSet<String>> arrows() {
        var arrows = new TreeMap<String, TreeSet<String>>();
        for (var type : classes) {
            var uses = arrows.computeIfAbsent(nameOf(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream().map(it -> it.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT)).map(PackagesTest::nameOf)
                    .filter(name -> !name.equals(nameOf(type))).forEach(uses::add);
        }
        return arrows;
    }

    private static String nameOf(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? ROOT : type.getPackageName().substring(ROOT.length() + 1);
    }
}
