package structured.coach.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import structured.coach.terminal.Harmless;

/** What lies in a kit to be read, and the scripts that do what it says. */
final class Sheets {

    private static final String UNTRIED = "<p>So far this is written from the documentation, and was not tried on %s.</p>";

    private static final List<Platform> PLATFORMS = List.of(
            new Platform("linux", "Linux", "git", true),
            new Platform("macos", "macOS", "git, that is, the command line tools of Xcode. Without them it says so", false),
            new Platform("windows", "Windows", "Git for Windows. If you have none, install it from the kit's folder <code>extras</code>", false));

    /** What a sheet says of a platform. */
    private record Platform(String system, String name, String needs, boolean tried) {

        String sheet(String template, String version) {
            var windows = system.equals("windows");
            return template.replace("@PLATFORM@", name).replace("@NEEDS@", needs).replace("@VERSION@", version)
                    .replace("@TERMINAL@", windows ? "the command prompt (<code>cmd</code>)" : "a terminal")
                    .replace("@INSTALL@", windows ? "install" : "sh install.sh")
                    .replace("@BEGIN@", windows ? "cd %USERPROFILE%\\structured\nworkshop watch 01" : "cd ~/structured\n./workshop watch 01")
                    .replace("@ENV@", windows ? ".workshop\\kit\\env" : ". .workshop/kit/env")
                    .replace("@WORKSHOP@", windows ? "workshop" : "./workshop")
                    .replace("@JDKS@", windows ? "%USERPROFILE%\\.jdks" : "~/.jdks")
                    .replace("@REPOSITORY@", windows ? "%USERPROFILE%\\.m2\\repository" : "~/.m2/repository")
                    .replace("@UNTRIED@", tried ? "" : UNTRIED.formatted(name));
        }
    }

    private Sheets() {}

    /** Writes them into a kit that has these JDKs. */
    static void into(KitFolder kit, List<JdkArchive> jdks) throws IOException {
        var template = resource("set-up.html");
        for (var platform : PLATFORMS) {
            var version = jdks.stream().filter(jdk -> jdk.platform().startsWith(platform.system() + "-")).map(JdkArchive::version).reduce((one, other) -> other);
            kit.write("set-up-%s.html".formatted(platform.system()), platform.sheet(template, version.map(Harmless::line).orElse("21")));
        }
        for (var script : List.of("install.sh", "install.cmd")) {
            kit.write(script, resource(script));
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = Sheets.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
