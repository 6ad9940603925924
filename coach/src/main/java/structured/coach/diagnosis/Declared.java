package structured.coach.diagnosis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What a source declares by itself, so that its names are of no matter. */
final class Declared {

    private final List<ClassTree> types = new ArrayList<>();
    private final List<VariableTree> fields = new ArrayList<>();
    private final Set<String> fieldNames = new HashSet<>();
    private final Set<String> typeNames = new HashSet<>();
    private final Map<String, List<MethodTree>> methods = new HashMap<>();
    private final Set<MethodTree> ofTheDemo = new LinkedHashSet<>();
    private final List<MethodTree> entries = new ArrayList<>();

    /** How often a name stands somewhere, but for where it is all that is returned. */
    private final Map<String, Integer> uses = new HashMap<>();

    Declared(CompilationUnitTree unit) {
        unit.accept(new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                if (!type.getSimpleName().isEmpty()) {
                    types.add(type);
                    typeNames.add(type.getSimpleName().toString());
                    for (var member : type.getMembers()) {
                        if (member instanceof VariableTree field && type.getKind() != Tree.Kind.RECORD && type.getKind() != Tree.Kind.ENUM) {
                            fields.add(field);
                            fieldNames.add(field.getName().toString());
                        } else if (member instanceof MethodTree method) {
                            methods.computeIfAbsent(method.getName().toString(), it -> new ArrayList<>()).add(method);
                        }
                    }
                }
                return super.visitClass(type, none);
            }

            @Override
            public Void visitReturn(ReturnTree returned, Void none) {
                return returned.getExpression() instanceof IdentifierTree ? null : super.visitReturn(returned, none);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void none) {
                uses.merge(name.getName().toString(), 1, Integer::sum);
                return null;
            }
        }, null);
        var main = methods.getOrDefault("main", List.of());
        main.forEach(this::demo);
        for (var type : types) {
            if (type == types.getFirst()) {
                type.getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast)
                        .filter(method -> !method.getModifiers().getFlags().contains(Modifier.PRIVATE) && !main.contains(method)).forEach(entries::add);
            }
        }
        ofTheDemo.removeAll(entries);
        entries.forEach(this::notOfTheDemo);
    }

    /** What {@code main} calls, and nothing else: not a learner's work. */
    private void demo(MethodTree method) {
        if (ofTheDemo.add(method)) {
            called(method).forEach(name -> methods.getOrDefault(name, List.of()).forEach(this::demo));
        }
    }

    private void notOfTheDemo(MethodTree method) {
        for (var name : called(method)) {
            for (var other : methods.getOrDefault(name, List.of())) {
                if (ofTheDemo.remove(other)) {
                    notOfTheDemo(other);
                }
            }
        }
    }

    private static Set<String> called(MethodTree method) {
        var called = new LinkedHashSet<String>();
        method.accept(new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect() instanceof IdentifierTree name) {
                    called.add(name.getName().toString());
                }
                return super.visitMethodInvocation(call, none);
            }
        }, null);
        return called;
    }

    /** The one that a test knows. */
    ClassTree first() {
        return types.getFirst();
    }

    Optional<ClassTree> type(String name) {
        return types.stream().filter(type -> type.getSimpleName().contentEquals(name)).findFirst();
    }

    boolean isField(VariableTree variable) {
        return fields.contains(variable);
    }

    /** The methods that a test calls. */
    List<MethodTree> entries() {
        return entries;
    }

    List<MethodTree> methods(String name) {
        return methods.getOrDefault(name, List.of());
    }

    /** Whether anything is done with it but to return it. */
    boolean isUsed(String variable) {
        return uses.containsKey(variable);
    }

    boolean isType(Tree name) {
        return typeNames.contains(simple(name));
    }

    boolean isField(ExpressionTree target) {
        return target instanceof IdentifierTree name && fieldNames.contains(name.getName().toString())
                || target instanceof MemberSelectTree select && fieldNames.contains(select.getIdentifier().toString());
    }

    /** Such as MY_THING, a lock that is static says something, though. */
    boolean isConstant(VariableTree field) {
        var type = simple(field.getType());
        return field.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))
                && (Set.of("long", "int", "Duration", "String", "Object", "double").contains(type));
    }

    /** Whether this looks like the name of a type, with or without its packages. */
    static boolean isTypeName(Tree name) {
        // To print an expression takes its time.
        return (name instanceof IdentifierTree || name instanceof MemberSelectTree || name instanceof ParameterizedTypeTree) && name.toString().matches("([a-z]\\w*\\.)*[A-Z]\\w*[a-z]\\w*(\\.[A-Z]\\w*)*(<.*>)?");
    }

    /** What a type is called by others than the one who wrote this: of one of these here, what it extends. */
    String nameOf(Tree type) {
        var name = simple(type);
        var own = type(name.replace("[]", ""));
        return own.isPresent() ? own.get().getExtendsClause() == null ? "own" : nameOf(own.get().getExtendsClause()) : name.matches("[A-Z](\\[])*") ? "T" : name;
    }

    /** The name of a type without packages and arguments. */
    static String simple(Tree type) {
        return switch (type) {
            case ParameterizedTypeTree generic -> simple(generic.getType());
            case MemberSelectTree select -> select.getIdentifier().toString();
            case null -> "var";
            default -> type.toString();
        };
    }
}
