package structured.coach.diagnosis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Goes through the methods of a source as they would run, from one to the next, and remembers what variables stand for. */
abstract class MethodReader extends TreeScanner<Void, Void> {

    /** What comes of their methods without arguments is empty. */
    private static final Set<String> EMPTY = Set.of("List", "Collections", "Optional", "Set", "Map");

    final Events events = new Events();
    final Declared declared;
    final Deque<MethodTree> stack = new ArrayDeque<>();
    private final Set<ClassTree> types = new HashSet<>();

    /** What local variables and fields were made as, where that can be seen. */
    final Map<String, String> origins = new HashMap<>();
    private final Map<String, ExpressionTree> lambdas = new HashMap<>();
    private final Set<Tree> walking = new HashSet<>();

    MethodReader(Declared declared) {
        this.declared = declared;
    }

    /** What all of it does. */
    Set<String> read() {
        made(declared.first());
        declared.entries().forEach(this::method);
        return events.features();
    }

    /** What comes with an object of a type of the learner's own: its fields, and what others call of it. */
    final void made(ClassTree type) {
        if (!types.add(type)) {
            return;
        }
        type(type);
        for (var member : type.getMembers()) {
            switch (member) {
                case VariableTree field when declared.isField(field) -> field(field);
                case MethodTree method when types.size() > 1 && isOverride(method) -> method(method);
                default -> { }
            }
        }
    }

    private static boolean isOverride(MethodTree method) {
        return method.getModifiers().getAnnotations().stream().anyMatch(it -> it.getAnnotationType().toString().equals("Override"))
                || method.getName().contentEquals("<init>");
    }

    private void type(ClassTree type) {
        if (type.getExtendsClause() != null && type.getKind() == Tree.Kind.CLASS) {
            events.fact("extends:" + declared.nameOf(type.getExtendsClause()));
        }
        if (type.getKind() == Tree.Kind.RECORD) {
            events.fact("a-record");
        }
    }

    private void field(VariableTree field) {
        if (declared.isConstant(field)) {
            return;
        }
        var flags = field.getModifiers().getFlags();
        flags.forEach(flag -> {
            if (flag != Modifier.PRIVATE) {
                events.fact("field:" + flag);
            }
        });
        events.fact("field:" + declared.nameOf(field.getType()));
        remember(field);
        if (field.getInitializer() != null) {
            events.runBy("init", () -> scan(field.getInitializer(), null));
        }
    }

    private void remember(VariableTree variable) {
        var name = variable.getName().toString();
        origins.put(name, origin(variable));
        if (variable.getInitializer() instanceof LambdaExpressionTree || variable.getInitializer() instanceof MemberReferenceTree) {
            lambdas.put(name, variable.getInitializer());
        }
    }

    final String origin(VariableTree variable) {
        return switch (variable.getInitializer()) {
            case NewClassTree made -> declared.nameOf(made.getIdentifier());
            case MethodInvocationTree call when call.getMethodSelect() instanceof MemberSelectTree select && Declared.isTypeName(select.getExpression()) -> select.toString().replaceAll("\\s", "").replaceAll("<.*>", "").replaceAll("^(\\w+\\.)+(?=\\w+\\.\\w+$)", "");
            case NewArrayTree array -> "[]";
            case null, default -> "";
        };
    }

    /** Whether what is returned is nothing that has been found out: null, or something empty. */
    final boolean isNothing(ExpressionTree returned) {
        return switch (returned) {
            case LiteralTree literal -> literal.getValue() == null;
            case IdentifierTree variable -> !declared.isUsed(variable.getName().toString()) && !origins.getOrDefault(variable.getName().toString(), "").isEmpty();
            case NewClassTree made -> made.getArguments().isEmpty() && made.getClassBody() == null;
            case MethodInvocationTree call -> call.getArguments().isEmpty() && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getExpression() instanceof IdentifierTree type && EMPTY.contains(type.getName().toString());
            case null, default -> false;
        };
    }

    final void method(MethodTree method) {
        if (method.getBody() == null || stack.contains(method)) {
            return;
        }
        if (method.getReturnType() != null && Unwritten.is(method, this::isNothing)) {
            events.fact("unwritten");
        }
        stack.push(method);
        var name = method.getName().toString();
        var isOverride = isOverride(method) && method.getReturnType() != null;
        if (isOverride) {
            events.fact("override:" + name);
        }
        Runnable body = () -> scan(method.getBody(), null);
        if (method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
            events.fact("synchronized");
            var inner = body;
            body = () -> events.in("sync", inner);
        }
        switch (name) {
            case "handleComplete" -> events.runBy("handler", body);
            case "join", "joinUntil", "throwIfFailed", "close", "fork", "<init>" -> events.runBy("own-" + name.replaceAll("[<>]", ""), body);
            case "call", "run", "get", "apply", "accept", "newThread" -> {
                if (isOverride) {
                    events.runBy("task", body);
                } else {
                    body.run();
                }
            }
            default -> body.run();
        }
        stack.pop();
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
        // An anonymous one: those with names are visited by themselves.
        for (var member : type.getMembers()) {
            if (member instanceof MethodTree method && !method.getName().contentEquals("<init>")) {
                method(method);
            } else if (member instanceof VariableTree field) {
                field(field);
            }
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
        remember(variable);
        if (!lambdas.containsKey(variable.getName().toString())) {
            scan(variable.getInitializer(), null);
        }
        return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
        var lambda = lambdas.get(identifier.getName().toString());
        if (lambda != null && walking.add(lambda)) {
            scan(lambda, null);
            walking.remove(lambda);
        }
        return null;
    }
}
