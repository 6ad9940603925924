package structured.coach.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what the launcher says")
class LaunchTest {

    private static Launch said(Map<String, String> properties) {
        var said = new Properties();
        said.setProperty("java.class.path", "coach.jar");
        said.putAll(properties);
        return Launch.of(said);
    }

    @Test
    @DisplayName("is what the terminal can show, how wide it is, and where things are")
    void all() {
        var launch = said(Map.of("workshop.root", "/there/../here", "workshop.colour", "true", "workshop.utf8", "true", "workshop.terminal", "true",
                "workshop.width", "132", "workshop.archive", "coach.jsa", "workshop.classes", "classes"));
        assertThat(launch.root()).isEqualTo(Path.of("/here").toAbsolutePath());
        assertThat(launch.colour() && launch.utf8() && launch.terminal()).isTrue();
        assertThat(launch.width()).isEqualTo(132);
        assertThat(launch.archive()).contains(Path.of("coach.jsa"));
        assertThat(launch.classes()).contains(Path.of("classes"));
        assertThat(launch.classPath()).isEqualTo(Path.of("coach.jar").toAbsolutePath().toString());
    }

    @Test
    @DisplayName("may be nothing: then it is as for a file of eighty columns, in the folder that somebody is in")
    void nothing() {
        var launch = said(Map.of());
        assertThat(launch.root()).isEqualTo(Path.of("").toAbsolutePath());
        assertThat(launch.colour() || launch.utf8() || launch.terminal()).isFalse();
        assertThat(launch.width()).isEqualTo(80);
        assertThat(launch.archive()).isEmpty();
        assertThat(launch.classes()).isEmpty();
        assertThat(launch.laterJdks()).isEmpty();
    }

    @Test
    @DisplayName("has each later JDK that was looked for, the oldest first, whether it is here or not")
    void laterJdks() {
        assertThat(said(Map.of("workshop.jdk27", "", "workshop.jdk25", "/jdk25", "workshop.jdkx", "/no")).laterJdks())
                .containsExactly(Map.entry(25, Optional.of(Path.of("/jdk25"))), Map.entry(27, Optional.empty()));
    }

    @Test
    @DisplayName("is no width if it is no number")
    void noNumber() {
        assertThat(said(Map.of("workshop.width", "wide")).width()).isEqualTo(80);
    }
}
