package structured.coach.diagnosis;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The same, with statements: loops, catches, conditions, what is returned and thrown. That makes a {@link Form}. */
final class FormReader extends ExpressionReader {

    private FormReader(Declared declared) {
        super(declared);
    }

    static Set<String> features(CompilationUnitTree unit) {
        return new FormReader(new Declared(unit)).read();
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void none) {
        scan(loop.getInitializer(), null);
        events.inLoop(events.anotherLoop(), () -> {
            scan(loop.getCondition(), null);
            scan(loop.getStatement(), null);
            scan(loop.getUpdate(), null);
        });
        return null;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
        scan(loop.getExpression(), null);
        events.inLoop(events.anotherLoop(), () -> scan(loop.getStatement(), null));
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void none) {
        events.fact("while" + (loop.getCondition().toString().equals("(true)") ? ":true" : ""));
        events.inLoop(events.anotherLoop(), () -> {
            scan(loop.getCondition(), null);
            scan(loop.getStatement(), null);
        });
        return null;
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree loop, Void none) {
        events.fact("while");
        events.inLoop(events.anotherLoop(), () -> {
            scan(loop.getStatement(), null);
            scan(loop.getCondition(), null);
        });
        return null;
    }

    @Override
    public Void visitTry(TryTree tried, Void none) {
        for (var resource : tried.getResources()) {
            events.event("try-with" + (resource instanceof VariableTree variable ? ":" + origin(variable) : ""));
            scan(resource, null);
        }
        events.in("try", () -> scan(tried.getBlock(), null));
        tried.getCatches().forEach(this::caught);
        if (tried.getFinallyBlock() != null) {
            events.in("finally", () -> scan(tried.getFinallyBlock(), null));
        }
        return null;
    }

    private void caught(CatchTree caught) {
        var type = caught.getParameter().getType();
        var types = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        var statements = caught.getBlock().getStatements();
        var end = statements.isEmpty() ? "nothing" : switch (statements.getLast().getKind()) {
            case THROW -> "throw";
            case RETURN -> "return";
            case BREAK, CONTINUE -> "leave";
            default -> "go-on";
        };
        for (var one : types) {
            events.event("catch:" + declared.nameOf(one));
            events.fact("catch:" + declared.nameOf(one) + ":" + end + (events.runner().isEmpty() ? "" : "@" + events.runner()));
        }
        events.in("catch", () -> scan(caught.getBlock(), null));
    }

    @Override
    public Void visitSynchronized(SynchronizedTree block, Void none) {
        events.event("synchronized");
        events.in("sync", () -> scan(block.getBlock(), null));
        return null;
    }

    @Override
    public Void visitReturn(ReturnTree returned, Void none) {
        super.visitReturn(returned, none);
        events.event("return" + sort(returned.getExpression()));
        return null;
    }

    private String sort(ExpressionTree returned) {
        if (isNothing(returned)) {
            return ":nothing";
        }
        return switch (returned) {
            case LiteralTree literal -> ":literal";
            case IdentifierTree variable -> ":variable";
            case MethodInvocationTree call when call.getMethodSelect() instanceof MemberSelectTree select -> ":" + select.getIdentifier();
            case null -> "";
            default -> ":" + returned.getKind().name().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public Void visitThrow(ThrowTree thrown, Void none) {
        super.visitThrow(thrown, none);
        events.event("throw" + (thrown.getExpression() instanceof NewClassTree made ? ":" + declared.nameOf(made.getIdentifier()) : sort(thrown.getExpression())));
        return null;
    }

    @Override
    public Void visitCase(CaseTree one, Void none) {
        one.getLabels().forEach(label -> {
            if (label instanceof ConstantCaseLabelTree constant && constant.getConstantExpression() instanceof IdentifierTree name) {
                events.event("case:" + name.getName());
            }
        });
        return super.visitCase(one, none);
    }

    @Override
    public Void visitIf(IfTree test, Void none) {
        scan(test.getCondition(), null);
        events.event("if");
        scan(test.getThenStatement(), null);
        if (test.getElseStatement() != null) {
            events.event("else");
            scan(test.getElseStatement(), null);
        }
        return null;
    }

    @Override
    public Void visitContinue(ContinueTree leave, Void none) {
        events.event("continue");
        return null;
    }

    @Override
    public Void visitBreak(BreakTree leave, Void none) {
        events.event("break");
        return null;
    }
}
