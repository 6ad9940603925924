package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A kit's install.sh that finds something wrong")
@DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "it is told that it is on Linux here")
class InstallTroubleTest extends FromASmallKit {

    @ParameterizedTest(name = "{0}")
    @DisplayName("uses nothing that was damaged on the way, and names it:")
    @ValueSource(strings = {"tutorial.bundle", "jdks/a JDK, número 1.tar.gz", "maven.zip", "repository.zip"})
    void damaged(String file) throws Exception {
        var whole = Files.readAllBytes(kit.resolve(file));
        Files.write(kit.resolve(file), Arrays.copyOf(whole, whole.length / 2));
        var ended = install("jdk maven");
        assertThat(ended.output()).contains(file + " is damaged, or wasn't copied as a whole.");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(calls()).doesNotContain("doctor");
        Files.delete(kit.resolve(file));
        assertThat(install("jdk maven").output()).contains(file + " is damaged");
        Files.write(kit.resolve(file), whole);
        assertThat(install("jdk maven").status()).isZero();
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("says what is wrong, and what to do:")
    @CsvSource(delimiter = '|', value = {
        "rm \"$KIT/SHA256SUMS\"|This kit is not whole", "rm \"$KIT/kit.txt\"|This kit is not whole",
        "mkdir -p \"$HOME/structured\" && touch \"$HOME/structured/mine\"|is there already, and it isn't the tutorial",
        "touch \"$HOME/structured\"|is there already, and it isn't the tutorial",
        "mkdir -p \"$HOME/structured/modules\" && touch \"$HOME/structured/workshop\"|It is of another state than this kit",
        "git clone -q tutorial \"$HOME/structured\" && git -C \"$HOME/structured\" reset -q --hard HEAD~|It is of another state than this kit",
        "sed -i '/linux/d' \"$KIT/jdks.txt\"|There is no JDK 21 on this machine, and none for linux-",
        "touch \"$HOME/.jdks\"|.jdks can't be made",
        "printf '#!/bin/sh\\necho; echo \"/dev/disk 1000000 999000 1000 99%% /\"\\n' >bin/df|There is too little room on the disk of"})
    void wrong(String how, String what) throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var environment = Map.of("HOME", home.toString(), "KIT", kit.toString(), "PATH", System.getenv("PATH"));
        assertThat(new Running(folder, environment, folder.resolve("log")).runAlone(List.of("sh", "-c", how + "; chmod +x bin/* 2>/dev/null; :")).status()).isZero();
        var ended = install("sh", Map.of("MISSING", "jdk maven", "PATH", bin + ":" + System.getenv("PATH")));
        assertThat(ended.output()).contains(what);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(home.resolve("structured/mine").toFile().exists()).isEqualTo(how.contains("mine"));
    }

    @Test
    @DisplayName("says so if the kit's JDK doesn't start here, and leaves nothing of it")
    void otherMachine() throws Exception {
        jdk("echo 'not for this processor' >&2; exit 126");
        new KitFolder(kit).close();
        var ended = install("jdk maven");
        assertThat(ended.output()).contains("doesn't start on this machine: not for this processor");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(home.resolve(".jdks")).isEmptyDirectory();
    }

    @Test
    @DisplayName("says so if there is no git, and what the kit has that could help")
    void noGit() throws Exception {
        var bin = Files.createDirectories(folder.resolve("few"));
        for (var program : List.of("sh", "dirname", "uname", "sed", "awk", "ls", "locale")) {
            var found = Running.quietly(List.of("sh", "-c", "command -v " + program)).output().strip();
            Files.writeString(bin.resolve(program), "#!%s\nexec %s \"$@\"\n".formatted(Path.of("/bin/sh").toRealPath(), found));
            assertThat(bin.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(kit.resolve("extras/git.deb"), "");
        var ended = install("sh", Map.of("PATH", bin.toString()));
        assertThat(ended.output()).contains("There is no git on this machine", "There is: git.deb");
        assertThat(ended.status()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses what it can't do:")
    @CsvSource(delimiter = '|', value = {"--too|install.sh knows no --too", "--to|After --to comes a folder", "--to=KIT/here|is inside the kit", "--to=/tmp/a:b|There is a colon"})
    void options(String option, String what) throws Exception {
        var ended = install("", option.replace("KIT", kit.toString()));
        assertThat(ended.output()).contains(what);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(home).isEmptyDirectory();
    }
}
