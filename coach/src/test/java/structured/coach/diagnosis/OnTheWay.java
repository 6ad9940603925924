package structured.coach.diagnosis;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import structured.coach.machine.Javac;

/**
 * What a source was like while it was written: its methods one after another in the order of the lesson, and each of them statement by
 * statement, also within a try or a loop. Where it isn't there yet it returns null, or something empty, and later methods do nothing.
 */
final class OnTheWay {

    private static final Set<String> DEMO = Set.of("main", "simulatedIoTask");

    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<MethodTree> methods;

    private OnTheWay(String text) throws IOException {
        this.text = text;
        var task = Javac.parser(List.of(text));
        unit = task.parse().iterator().next();
        positions = Trees.instance(task).getSourcePositions();
        methods = ((ClassTree) unit.getTypeDecls().getFirst()).getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast)
                .filter(method -> method.getBody() != null && method.getReturnType() != null && !DEMO.contains(method.getName().toString()))
                .sorted(Comparator.comparingInt(OnTheWay::place).thenComparingLong(this::from)).toList();
    }

    /** All of them. */
    static List<String> to(String text) throws IOException {
        var way = new OnTheWay(text);
        var states = new ArrayList<String>();
        for (var method : way.methods) {
            // What it could return that says nothing is a value like any other, there.
            if (!method.getReturnType().toString().equals("boolean")) {
                for (var body : way.begun(method.getBody())) {
                    for (var end : isVoid(method) ? List.of("") : List.of("return null;", "return new ArrayList<>();")) {
                        states.add(way.until(method, body + end));
                    }
                }
            }
        }
        return states;
    }

    /** What the lesson begins with is what tests call without an object; what helps with that comes with it. */
    private static int place(MethodTree method) {
        var flags = method.getModifiers().getFlags();
        return flags.contains(Modifier.PRIVATE) ? 1 : flags.contains(Modifier.STATIC) ? 0 : 2;
    }

    private static boolean isVoid(MethodTree method) {
        return method.getReturnType().toString().equals("void");
    }

    private String until(MethodTree last, String body) {
        var bodies = new TreeMap<MethodTree, String>(Comparator.comparingLong(this::from).reversed());
        bodies.put(last, "{" + body + "}");
        methods.stream().skip(methods.indexOf(last) + 1L).filter(later -> place(later) != 1)
                .forEach(later -> bodies.put(later, isVoid(later) ? "{}" : "{ return null; }"));
        var state = new StringBuilder(text);
        bodies.forEach((method, with) -> state.replace(from(method.getBody()), to(method.getBody()), with));
        return state.toString();
    }

    private List<String> begun(BlockTree block) {
        var states = new ArrayList<String>();
        var before = "";
        for (var statement : block.getStatements()) {
            states.add(before);
            var inner = blockIn(statement);
            if (inner != null) {
                for (var begun : begun(inner)) {
                    states.add(before + text.substring(from(statement), from(inner)) + "{" + begun + "}" + text.substring(to(inner), to(statement)));
                }
            }
            before += text.substring(from(statement), to(statement)) + "\n";
        }
        return states;
    }

    private static BlockTree blockIn(StatementTree statement) {
        return switch (statement) {
            case TryTree tried -> tried.getBlock();
            case EnhancedForLoopTree loop when loop.getStatement() instanceof BlockTree block -> block;
            case ForLoopTree loop when loop.getStatement() instanceof BlockTree block -> block;
            case WhileLoopTree loop when loop.getStatement() instanceof BlockTree block -> block;
            case IfTree test when test.getThenStatement() instanceof BlockTree block -> block;
            default -> null;
        };
    }

    private int from(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int to(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }
}
