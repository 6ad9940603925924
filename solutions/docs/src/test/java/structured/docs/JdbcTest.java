package structured.docs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("cancelling a query")
@SuppressWarnings("preview")
class JdbcTest extends Trial {

    /** Counts to a million a million times: weeks, if nobody ends it. */
    private static final String ENDLESS = "select count(*) from system_range(1, 1000000), system_range(1, 1000000)";

    @BeforeAll
    static void findDriver() throws ClassNotFoundException {
        Class.forName("org.h2.Driver");
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:");
    }

    @Test
    @DisplayName("H2 takes no notice of an interrupt; Statement.cancel ends the query")
    void deafDriver() throws Exception {
        try (var database = database(); var statement = database.createStatement()) {
            var call = new Call<>(() -> statement.executeQuery(ENDLESS), Thread.ofVirtual());
            linger();
            call.interrupt();
            assertThat(call.isOver()).isFalse();
            do {
                statement.cancel();
            } while (!call.isOver());
            assertThat(call.failure()).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("a query in a scope of its own, whose owner cancels the statement, can be cancelled")
    void cancellable() throws Exception {
        try (var database = database(); var statement = database.createStatement()) {
            var call = new Call<>(() -> count(statement, ENDLESS));
            call.interrupt();    // perhaps before the query has begun
            assertThat(call.failure()).isInstanceOf(InterruptedException.class);
            assertThat(count(statement, "select count(*) from system_range(1, 3)")).isEqualTo(3);
        }
    }

    private static long count(Statement statement, String query) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var over = new CountDownLatch(1);
            var count = scope.fork(() -> {
                try (var result = statement.executeQuery(query)) {
                    result.next();
                    return result.getLong(1);
                } finally {
                    over.countDown();
                }
            });
            try {
                scope.join().throwIfFailed();
            } catch (InterruptedException e) {
                do {
                    statement.cancel();    // lost if the query has not begun yet, hence once more
                } while (!over.await(10, MILLISECONDS));
                throw e;
            }
            return count.get();
        }
    }
}
