package structured.coach.diagnosis;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same, and tells what is called as {@link Events}. */
abstract class CallReader extends MethodReader {

    /** Whose arguments are run by another thread. */
    private static final Set<String> STARTS = Set.of("fork", "submit", "execute", "start", "startVirtualThread", "unstarted", "supplyAsync", "runAsync",
            "invokeAll", "invokeAny", "newThread", "thenApplyAsync", "schedule");

    /** Whose arguments are run for each element. */
    private static final Set<String> FOR_EACH = Set.of("map", "mapToObj", "mapToInt", "flatMap", "mapMulti", "filter", "peek", "forEach", "forEachOrdered", "generate", "iterate",
            "reduce", "collect", "anyMatch", "allMatch", "noneMatch", "takeWhile", "removeIf", "replaceAll", "setAll", "sorted", "toArray", "range");

    /** After which a stream has come to its end, and what follows goes through its results. */
    private static final Set<String> ENDS_STREAM = Set.of("toList", "collect", "toArray", "sum", "count", "findFirst", "findAny", "reduce");

    /** Other forms of {@code where}: bound while the argument runs. */
    private static final Set<String> BINDS = Set.of("runWhere", "callWhere", "getWhere");

    /** What is called by a type's name and is no method of its objects. */
    private static final Set<String> STATIC = Set.of("callable", "yield", "onSpinWait", "startVirtualThread", "nonNull", "isNull");
    private final Map<Tree, Integer> pipelines = new HashMap<>();

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        var select = call.getMethodSelect();
        if (select instanceof MemberSelectTree member) {
            scan(member.getExpression(), null);
            invoked(call, member.getIdentifier().toString(), member.getExpression(), call.getArguments());
        } else {
            invoked(call, select.toString(), null, call.getArguments());
        }
        return null;
    }

    private void invoked(Tree call, String name, ExpressionTree receiver, List<? extends ExpressionTree> arguments) {
        var own = declared.methods(name);
        if (!own.isEmpty() && !isSuper(receiver)) {
            arguments.forEach(argument -> scan(argument, null));
            own.stream().filter(method -> !stack.contains(method)).forEach(this::method);
            return;
        }
        if (STARTS.contains(name)) {
            arguments.forEach(argument -> events.runBy("task", () -> scan(argument, null)));
        } else if (FOR_EACH.contains(name)) {
            var loop = pipeline(call, receiver);
            events.inLoop(loop, () -> arguments.forEach(argument -> scan(argument, null)));
        } else if (isBinding(receiver) || BINDS.contains(name)) {
            events.in("bound", () -> arguments.forEach(argument -> scan(argument, null)));
        } else {
            arguments.forEach(argument -> scan(argument, null));
        }
        called(BINDS.contains(name) ? "where" : name, receiver);
    }

    private static boolean isSuper(ExpressionTree receiver) {
        return receiver instanceof IdentifierTree name && name.getName().contentEquals("super");
    }

    /** Whether this is ScopedValue.where(...), perhaps with another one behind it. */
    private static boolean isBinding(ExpressionTree receiver) {
        return receiver instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select && select.getIdentifier().contentEquals("where");
    }

    private int pipeline(Tree call, ExpressionTree receiver) {
        int number = receiver instanceof MethodInvocationTree before && before.getMethodSelect() instanceof MemberSelectTree select
                && !ENDS_STREAM.contains(select.getIdentifier().toString()) && pipelines.containsKey(before) ? pipelines.get(before) : events.anotherLoop();
        pipelines.put(call, number);
        return number;
    }

    private void called(String name, ExpressionTree receiver) {
        var of = receiver == null ? "" : receiver instanceof IdentifierTree it ? origins.getOrDefault(it.getName().toString(), "") : "";
        if (receiver != null && (isSuper(receiver) || Declared.isTypeName(receiver))) {
            events.event(declared.nameOf(receiver) + "." + name);
        } else {
            events.event(name);
            if (!of.isEmpty()) {
                events.fact(of + "." + name + (events.runner().isEmpty() ? "" : "@" + events.runner()));
            }
        }
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void none) {
        var name = reference.getName().toString();
        var of = reference.getQualifierExpression();
        // Subtask::get is no other than subtask -> subtask.get().
        invoked(reference, name, Declared.isTypeName(of) && !STATIC.contains(name) && declared.methods(name).isEmpty() ? null : of, List.of());
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
        var name = Declared.simple(made.getIdentifier());
        var starts = name.equals("Thread") || name.equals("FutureTask");
        made.getArguments().forEach(argument -> {
            if (starts) {
                events.runBy("task", () -> scan(argument, null));
            } else {
                scan(argument, null);
            }
        });
        declared.type(name).ifPresentOrElse(this::made, () -> events.event("new:" + name));
        if (made.getClassBody() != null) {
            events.fact("extends:" + declared.nameOf(made.getIdentifier()));
            scan(made.getClassBody(), null);
        }
        return null;
    }

    CallReader(Declared declared) {
        super(declared);
    }
}
