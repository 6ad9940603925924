package structured.coach.diagnosis;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.function.Predicate;

/** Whether a method is still to be written. */
final class Unwritten {

    private Unwritten() {}

    /** Whether there is nothing in a method yet; or, if it has a result, none that was found out. */
    static boolean is(MethodTree method, Predicate<ExpressionTree> isNothing) {
        if (method.getBody().getStatements().isEmpty()) {
            return true;
        }
        var returned = new ArrayList<ExpressionTree>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree here, Void none) {
                returned.add(here.getExpression());
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree type, Void none) {
                return null;
            }
        }.scan(method.getBody(), null);
        var hasResult = !method.getReturnType().toString().matches("void|boolean") && !returned.isEmpty();
        return hasResult && (returned.stream().allMatch(isNothing) || end(method.getBody()) instanceof ReturnTree last && isNothing.test(last.getExpression()));
    }

    /** The statement that comes last if all goes well. */
    private static StatementTree end(BlockTree block) {
        return switch (block.getStatements().isEmpty() ? null : block.getStatements().getLast()) {
            case TryTree tried -> end(tried.getBlock());
            case SynchronizedTree locked -> end(locked.getBlock());
            case null -> null;
            case StatementTree other -> other;
        };
    }
}
