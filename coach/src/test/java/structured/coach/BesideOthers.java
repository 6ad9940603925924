package structured.coach;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * For a class of tests that mostly wait for other programs: it runs beside other classes. Its own tests run one after another, in one
 * instance, since they share what was made for all of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestInstance(PER_CLASS)
@Execution(CONCURRENT)
@ResourceLock(providers = BesideOthers.ItsOwn.class)
public @interface BesideOthers {

    /** A lock that no other class has: a class with a lock has its tests run one after another, which no annotation asks for by itself. */
    final class ItsOwn implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> tests) {
            return Set.of(new Lock(tests.getName()));
        }
    }
}
