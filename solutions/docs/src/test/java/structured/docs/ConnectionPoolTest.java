package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a pool of connections")
@SuppressWarnings("preview")
class ConnectionPoolTest extends Trial {

    private final AtomicInteger inUse = new AtomicInteger();
    private DataSource pool;

    /** That of H2. By its name, as a driver: where this is compiled, there may be no H2. */
    @BeforeEach
    void open() throws Exception {
        var ofH2 = Class.forName("org.h2.jdbcx.JdbcConnectionPool");
        pool = (DataSource) ofH2.getMethod("create", String.class, String.class, String.class).invoke(null, "jdbc:h2:mem:", "", "");
        ofH2.getMethod("setMaxConnections", int.class).invoke(pool, 2);
    }

    @AfterEach
    void close() throws Exception {
        pool.getClass().getMethod("dispose").invoke(pool);
    }

    /** How many connections are in use while this has one. */
    private int inUse() throws SQLException, InterruptedException {
        try (var connection = pool.getConnection()) {
            var now = inUse.incrementAndGet();
            linger();
            assertThat(connection.isValid(1)).isTrue();
            inUse.decrementAndGet();
            return now;
        }
    }

    @Test
    @DisplayName("is a limit: forks wait for their turn in it")
    void limit() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<Integer>>();
            for (int i = 0; i < 10; i++) {
                subtasks.add(scope.fork(this::inUse));
            }
            scope.join().throwIfFailed();
            assertThat(subtasks).extracting(Subtask::get).allMatch(inUse -> inUse <= 2);
        }
    }

    @Test
    @DisplayName("has none left for the forks of tasks that keep theirs while they join: they wait until its timeout, and fail")
    void joinWithOne() throws Exception {
        pool.setLoginTimeout(1);
        try (var one = pool.getConnection(); var another = pool.getConnection()) {
            assertThat(List.of(one, another)).doesNotContainNull();
            assertThatThrownBy(this::forked).hasRootCauseInstanceOf(SQLException.class).rootCause().hasMessageContaining("Login timeout");
        }
        assertThat(forked()).isEqualTo(1);
    }

    private int forked() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var inUse = scope.fork(this::inUse);
            scope.join().throwIfFailed();
            return inUse.get();
        }
    }
}
