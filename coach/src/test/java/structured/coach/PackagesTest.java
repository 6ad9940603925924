package structured.coach;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
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
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?(structured\\.coach(?:\\.[a-z]\\w*)*)\\.[A-Z].*;");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|(.*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private final JavaClasses classes = new ClassFileImporter().importPath("target/classes");
    private final String page;

    PackagesTest() throws IOException {
        page = Files.readString(Path.of("../docs/architecture.md"));
    }

    @Test
    @DisplayName("use each other as they are drawn: no arrow is missing there, and none is only there")
    void asDrawn() throws Exception {
        var drawn = new TreeMap<String, TreeSet<String>>();
        var table = page.substring(page.indexOf("| Package | uses |"));
        ROW.matcher(table.substring(0, table.indexOf("\n\n"))).results().forEach(row -> drawn.put(row.group(1),
                NAME.matcher(row.group(2)).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new))));
        assertThat(arrows()).isEqualTo(drawn);
    }

    @Test
    @DisplayName("stand above those that they use")
    void downwards() throws Exception {
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

    private Map<String, TreeSet<String>> arrows() throws IOException {
        var arrows = new TreeMap<>(imports());
        for (var type : classes) {
            var uses = arrows.computeIfAbsent(nameOf(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream().map(it -> it.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT)).map(PackagesTest::nameOf)
                    .filter(name -> !name.equals(nameOf(type))).forEach(uses::add);
        }
        return arrows;
    }

    /** By what sources import: of a constant that stands elsewhere, a class file knows nothing. */
    private static Map<String, TreeSet<String>> imports() throws IOException {
        var arrows = new TreeMap<String, TreeSet<String>>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var from = nameOf(SOURCES.relativize(file.getParent()).toString().replace(File.separatorChar, '.'));
                IMPORT.matcher(Files.readString(file)).results().map(found -> nameOf(found.group(1))).filter(name -> !name.equals(from))
                        .forEach(name -> arrows.computeIfAbsent(from, it -> new TreeSet<>()).add(name));
            }
        }
        return arrows;
    }

    private static String nameOf(String packageName) {
        return packageName.equals(ROOT) ? ROOT : packageName.substring(ROOT.length() + 1);
    }

    private static String nameOf(JavaClass type) {
        return nameOf(type.getPackageName());
    }
}
