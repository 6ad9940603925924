package structured.coach.practice;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import structured.coach.machine.JavaText;
import structured.coach.machine.Javac;

/**
 * A source without what would tell whether it is right: its comments, its annotations and its imports. And without its
 * {@code main}, and what only that needs.
 */
final class Anonymous {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern ANNOTATION = Pattern.compile("@SuppressWarnings\\([^)]*\\)");

    /** So many lines are shown as they are. */
    static final int SHORT = 40;

    private final String text;
    private final Trees trees;
    private final CompilationUnitTree unit;

    Anonymous(String source) throws IOException {
        text = ANNOTATION.matcher(JavaText.withoutComments(source)).replaceAll(found -> " ".repeat(found.group().length()));
        var task = Javac.parser(List.of(text));
        trees = Trees.instance(task);
        unit = task.parse().iterator().next();
    }

    /** Its types, with a line between two members. If that is long, members that another answer has too are shown in one line. */
    List<String> lines(Anonymous other) {
        var all = lines(Set.of());
        return all.size() <= SHORT ? all : lines(unit == other.unit ? Set.of() : other.members().map(other::text).collect(Collectors.toSet()));
    }

    private Stream<Tree> members() {
        return unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).flatMap(type -> kept((ClassTree) type).stream());
    }

    private List<String> lines(Set<String> known) {
        var lines = new ArrayList<String>();
        for (var type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                var members = kept(declared);
                var inside = members.isEmpty() ? end(type) : start(members.getFirst());
                lines.addAll(tidy(text.substring(start(type), text.indexOf('{', headEnd(declared, inside)) + 1)));
                Tree before = null;
                for (var member : members) {
                    if (before != null && !(before instanceof VariableTree && member instanceof VariableTree)) {
                        lines.add("");
                    }
                    lines.addAll(member instanceof MethodTree method && known.contains(text(member)) ? List.of(folded(method)) : tidy(indented(member)));
                    before = member;
                }
                lines.add("}");
            }
        }
        return lines;
    }

    private String folded(MethodTree method) {
        return "    " + text.substring(start(method), start(method.getBody())).replace("@Override", "").replaceAll("\\s+", " ").strip() + " { ... }";
    }

    /** From where on the brace of a class is to be looked for: an annotation may have one, too. */
    private int headEnd(ClassTree type, int inside) {
        var found = Pattern.compile("\\b(class|interface|record|enum)\\s+" + type.getSimpleName()).matcher(text).region(start(type), inside);
        return found.find() ? found.end() : start(type);
    }

    /** Members as they are, but for a main, what only that needs, and a constructor that is there to be called by nobody. */
    private List<Tree> kept(ClassTree type) {
        var members = type.getMembers().stream().map(Tree.class::cast).filter(member -> end(member) > start(member) && !isLeftOut(member)).toList();
        Set<Tree> kept = members.stream().filter(member -> !isPrivate(member)).collect(Collectors.toCollection(HashSet::new));
        for (var size = -1; size != kept.size(); ) {
            size = kept.size();
            var words = kept.stream().flatMap(member -> WORD.matcher(text(member)).results().map(word -> word.group())).collect(Collectors.toSet());
            members.stream().filter(member -> names(member).anyMatch(words::contains)).forEach(kept::add);
        }
        return members.stream().filter(kept::contains).toList();
    }

    private static boolean isLeftOut(Tree member) {
        return member instanceof MethodTree method && (method.getName().contentEquals("main")
                || method.getName().contentEquals("<init>") && isPrivate(member) && method.getBody().getStatements().size() <= 1 && method.getParameters().isEmpty());
    }

    private static boolean isPrivate(Tree member) {
        return modifiers(member).contains(Modifier.PRIVATE);
    }

    private static Set<Modifier> modifiers(Tree member) {
        return switch (member) {
            case MethodTree method -> method.getModifiers().getFlags();
            case VariableTree field -> field.getModifiers().getFlags();
            case ClassTree type -> type.getModifiers().getFlags();
            default -> Set.of();
        };
    }

    private static Stream<String> names(Tree member) {
        return switch (member) {
            case MethodTree method -> Stream.of(method.getName().toString());
            case VariableTree field -> Stream.of(field.getName().toString());
            case ClassTree type -> Stream.of(type.getSimpleName().toString());
            default -> Stream.of();
        };
    }

    private int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    /** From the beginning of its line on. */
    private String indented(Tree member) {
        var line = text.lastIndexOf('\n', start(member)) + 1;
        return (text.substring(line, start(member)).isBlank() ? text.substring(line, start(member)) : "    ") + text(member);
    }

    /** Lines without blanks at their ends, and none that is empty. */
    private static List<String> tidy(String text) {
        return text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    }
}
