package structured.coach.verify.docs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import structured.coach.tutorial.Page;

/** Lesson, TODOs, hints and tests of an exercise count and call its steps alike. */
final class StepNumbers {

    private static final Pattern TODO = Pattern.compile("// TODO step (\\d+): (.*)");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"step-(\\d+)\"\\)");

    /** A title, and where it stands. */
    private record Title(String file, int line, String text) {}

    private final Site site;
    private final String folder;
    private final Tally tally;

    private StepNumbers(Site site, String folder, Tally tally) {
        this.site = site;
        this.folder = folder;
        this.tally = tally;
    }

    /** What is missing in another language, {@link Translations} tells. */
    static Tally check(Site site) throws IOException {
        var tally = new Tally("steps");
        for (var pom : site.files("modules/[^/]+/pom\\.xml")) {
            new StepNumbers(site, pom.replace("pom.xml", ""), tally).check();
        }
        return tally;
    }

    private void check() throws IOException {
        var todos = todos();
        checkLesson(todos);
        check("hints.md", titles("hints.md", 2), todos, "## Step N");
        var tagged = new TreeMap<Integer, Title>();
        for (var test : site.files(folder + "src/test/java/.*\\.java")) {
            TAG.matcher(site.read(test)).results().forEach(found -> tagged.put(Integer.valueOf(found.group(1)), new Title(test, 1, "")));
        }
        check("src/test/java", tagged, todos, "@Tag(\"step-N\")");
    }

    /** The steps as the stub has them; one step may be done in several places. */
    private TreeMap<Integer, List<Title>> todos() throws IOException {
        var todos = new TreeMap<Integer, List<Title>>();
        for (var stub : site.files(folder + "src/main/java/.*\\.java")) {
            var lines = site.read(stub).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var todo = TODO.matcher(lines.get(i));
                if (todo.find()) {
                    todos.merge(Integer.valueOf(todo.group(1)), List.of(new Title(stub, i + 1, todo.group(2).strip())),
                            (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
                }
            }
        }
        return todos;
    }

    private void checkLesson(TreeMap<Integer, List<Title>> todos) {
        var titles = titles("README.md", 3);
        check("README.md", titles, todos, "### Step N: title");
        titles.forEach((step, title) -> {
            var named = todos.getOrDefault(step, List.of());
            // Several TODOs have no title in common: it sums them up. A step that is a class of its own may be called by its name.
            if (named.size() == 1 && !title.text().equals(named.getFirst().text())
                    && !named.getFirst().file().endsWith("/" + title.text() + ".java")) {
                tally.flawed(title.file(), title.line(), "step %d is called otherwise than in %s, line %d, which says: %s".formatted(step,
                        named.getFirst().file(), named.getFirst().line(), named.getFirst().text()), "Give both the same title.");
            } else {
                tally.fine();
            }
        });
    }

    /** The steps of a page, in headings of this level. */
    private Map<Integer, Title> titles(String name, int level) {
        var titles = new LinkedHashMap<Integer, Title>();
        for (var page : site.page(folder + name).stream().toList()) {
            page.steps(level).forEach((step, heading) -> titles.put(step, new Title(page.file(), Page.line(heading), Page.text(heading).replaceFirst("^[^:]*(: )?", ""))));
        }
        return titles;
    }

    private void check(String name, Map<Integer, Title> found, TreeMap<Integer, List<Title>> todos, String form) {
        var missing = new TreeSet<>(todos.keySet());
        missing.removeAll(found.keySet());
        var unknown = new TreeSet<>(found.keySet());
        unknown.removeAll(todos.keySet());
        if (!site.has(folder + name)) {
            tally.flawed(folder + name, 1, "it is missing", "Write it, with the steps of the exercise: " + form);
        } else if (!missing.isEmpty() || !unknown.isEmpty()) {
            var title = unknown.isEmpty() ? new Title(folder + name, 1, "") : found.get(unknown.first());
            tally.flawed(title.file(), title.line(),
                    "the TODOs have steps %s; here are %s".formatted(todos.keySet(), new TreeSet<>(found.keySet())),
                    "Make them the same. Here a step is: " + form);
        } else {
            tally.fine();
        }
    }
}
