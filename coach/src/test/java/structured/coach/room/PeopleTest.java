package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("how people get on")
class PeopleTest extends SomePeople {

    @Test
    @DisplayName("stuck: saves go on for six minutes, and no test more passes")
    void stuck() {
        come("a");
        says("a", States.red(1, 1, 0));
        clock.passMinutes(3);
        says("a", States.red(2, 1, 0));
        clock.pass(Duration.ofMinutes(3).minusMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
        clock.pass(Duration.ofMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.STUCK);
    }

    @Test
    @DisplayName("stuck: not without a save in between; thinking is work")
    void thinking() {
        come("a");
        says("a", States.red(1, 1, 0));
        clock.passMinutes(7);
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
    }

    @Test
    @DisplayName("stuck: also who goes to and fro, or has code that doesn't compile; not who is at a further step or has one more test")
    void progress() {
        come("a");
        come("b");
        come("c");
        for (int i = 1; i <= 9; i++) {
            says("a", i % 3 == 0 ? States.amber(i) : States.red(i, 1, i % 2 == 0 ? 3 : 5));
            says("b", States.red(i, 1, i));
            says("c", States.red(i, 1 + i / 8, 4));
            clock.passMinutes(1);
        }
        assertThat(standing("a")).isEqualTo(Standing.STUCK);
        assertThat(standing("b")).isEqualTo(Standing.WORKING);
        assertThat(standing("c")).isEqualTo(Standing.WORKING);
    }

    @Test
    @DisplayName("stuck: after twice the time that the room's median took for the step, once five have left it; never before two minutes")
    void median() {
        for (int i = 1; i <= 5; i++) {
            come("fast" + i);
            says("fast" + i, States.red(1, 1, 0));
        }
        come("a");
        says("a", States.red(1, 1, 0));
        clock.pass(Duration.ofSeconds(90));
        for (int i = 1; i <= 4; i++) {
            says("fast" + i, States.red(2, 2, 4));
        }
        clock.pass(Duration.ofSeconds(91));
        says("a", States.red(2, 1, 0));
        assertThat(standing("a")).as("after 181 s, and four have left").isEqualTo(Standing.WORKING);
        says("fast5", States.red(2, 2, 4));
        assertThat(people.usual("04-gather", 1)).contains(Duration.ofSeconds(90));
        assertThat(standing("a")).as("when five have left").isEqualTo(Standing.STUCK);
        assertThat(Standing.patience(people.usual("04-gather", 1).map(it -> it.dividedBy(9)))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @DisplayName("silent: eight minutes without a save, or without any at all")
    void silent() {
        come("a");
        come("b");
        says("a", States.red(1, 1, 0));
        clock.pass(Duration.ofMinutes(8).minusMillis(1));
        heartbeat("a", States.red(1, 1, 0), Duration.ofMinutes(8).minusMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
        assertThat(standing("b")).isEqualTo(Standing.NEW);
        clock.pass(Duration.ofMillis(1));
        assertThat(standing("a")).isEqualTo(Standing.SILENT);
        says("a", States.red(2, 1, 0));
        assertThat(standing("a")).as("after another save").isNotEqualTo(Standing.SILENT);
    }

    @Test
    @DisplayName("silent: not who is through and still there")
    void done() {
        come("a");
        says("a", States.green(1));
        clock.passMinutes(20);
        heartbeat("a", States.green(1), Duration.ofMinutes(20));
        assertThat(standing("a")).isEqualTo(Standing.DONE);
    }

    @Test
    @DisplayName("a laptop that sleeps is grey after 90 seconds, gone after eight minutes, and back with its next verdict")
    void asleep() {
        come("a");
        says("a", States.green(1));
        clock.pass(Duration.ofSeconds(89));
        assertThat(Standing.isAway(person("a"), clock.instant())).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(Standing.isAway(person("a"), clock.instant())).isTrue();
        assertThat(standing("a")).isEqualTo(Standing.DONE);
        clock.passMinutes(7);
        assertThat(standing("a")).isEqualTo(Standing.GONE);
        says("a", States.red(2, 2, 3));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);
        assertThat(Standing.isAway(person("a"), clock.instant())).isFalse();
    }

    @Test
    @DisplayName("a message that was on its way for long counts from its verdict, and one that was overtaken not at all")
    void late() {
        come("a");
        clock.passMinutes(10);
        says("a", States.aged(States.red(2, 2, 5), 20, Duration.ofMinutes(7).toMillis()));
        assertThat(Duration.between(person("a").saved, clock.instant())).isEqualTo(Duration.ofMinutes(7));
        says("a", States.aged(States.red(1, 1, 0), 10, Duration.ofMinutes(9).toMillis()));
        assertThat(person("a").state.step()).isEqualTo(2);
        assertThat(person("a").strip()).isEqualTo("R");
    }
}
