package structured.coach.diagnosis;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The same, with what is in expressions beside the calls. */
abstract class ExpressionReader extends CallReader {

    private static final Pattern FORMAT = Pattern.compile("%[-#+ 0,(]*\\d*(\\.\\d+)?[a-zA-Z%]");

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void none) {
        scan(assignment.getExpression(), null);
        scan(assignment.getVariable(), null);
        events.event(declared.isField(assignment.getVariable()) ? "set-field" : assignment.getVariable() instanceof ArrayAccessTree ? "set-element" : "set");
        return null;
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void none) {
        super.visitCompoundAssignment(assignment, none);
        events.event(declared.isField(assignment.getVariable()) ? "change-field" : "change");
        return null;
    }

    @Override
    public Void visitUnary(UnaryTree unary, Void none) {
        super.visitUnary(unary, none);
        if (declared.isField(unary.getExpression()) && unary.getKind() != Tree.Kind.LOGICAL_COMPLEMENT) {
            events.event("change-field");
        }
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void none) {
        super.visitBinary(binary, none);
        var kind = binary.getKind().name().toLowerCase(Locale.ROOT);
        var right = binary.getRightOperand() instanceof LiteralTree literal ? ":" + text(literal) : "";
        if (!kind.startsWith("conditional") && !(kind.equals("plus") && right.equals(":text"))) {
            events.event(kind.replace('_', '-') + right);
        }
        return null;
    }

    private static String text(LiteralTree literal) {
        return switch (literal.getValue()) {
            case null -> "null";
            case Integer number -> number >= -1 && number <= 2 ? number.toString() : "n";
            case Boolean bool -> bool.toString();
            case String text -> "text";
            default -> "n";
        };
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
        if (literal.getValue() instanceof String text) {
            var formats = FORMAT.matcher(text).results().map(it -> it.group()).collect(Collectors.joining());
            if (!formats.isEmpty()) {
                events.fact("format:" + formats.replace(' ', '_'));
            }
        } else if (literal.getValue() instanceof Number) {
            events.fact("number:" + literal.getValue().toString());
        }
        return null;
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree test, Void none) {
        super.visitInstanceOf(test, none);
        events.event("instanceof:" + (test.getType() == null ? "pattern" : declared.nameOf(test.getType())));
        return null;
    }

    @Override
    public Void visitTypeCast(TypeCastTree cast, Void none) {
        super.visitTypeCast(cast, none);
        events.fact("cast:" + declared.nameOf(cast.getType()));
        return null;
    }

    @Override
    public Void visitNewArray(NewArrayTree array, Void none) {
        events.event("new:[]");
        return super.visitNewArray(array, none);
    }

    ExpressionReader(Declared declared) {
        super(declared);
    }
}
