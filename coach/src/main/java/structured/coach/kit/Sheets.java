package structured.coach.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import structured.coach.terminal.Harmless;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** What lies in a kit to be read, and the scripts that do what it says. */
final class Sheets {

    private static final Wording SAY = Wording.of(Sheets.class);

    private static final List<Platform> PLATFORMS = List.of(new Platform("linux", "Linux", "sheet.needs.linux", true),
            new Platform("macos", "macOS", "sheet.needs.macos", false), new Platform("windows", "Windows", "sheet.needs.windows", false));
    private static final List<String> SCRIPTS = List.of("install.sh", "install.cmd");

    /** By this file install.sh knows which languages there are. */
    private static final String LANGUAGES = "languages.txt";
    private static final String SENTENCES = "install.txt";
    private static final String TEMPLATE = "set-up.html";

    /** What a sheet says of a platform. */
    private record Platform(String system, String name, String needs, boolean tried) {

        String file(Language language) {
            return language.nameOf("set-up-%s.html".formatted(system));
        }

        String sheet(Language language, String template, String version) {
            var windows = system.equals("windows");
            return template.replace("@PLATFORM@", name).replace("@NEEDS@", SAY.in(language, needs)).replace("@VERSION@", version)
                    .replace("@TERMINAL@", SAY.in(language, windows ? "sheet.prompt" : "sheet.terminal"))
                    .replace("@INSTALL@", windows ? "install" : "sh install.sh")
                    .replace("@BEGIN@", windows ? "cd %USERPROFILE%\\structured\nworkshop watch 01" : "cd ~/structured\n./workshop watch 01")
                    .replace("@ENV@", windows ? ".workshop\\kit\\env" : ". .workshop/kit/env")
                    .replace("@WORKSHOP@", windows ? "workshop" : "./workshop")
                    .replace("@JDKS@", windows ? "%USERPROFILE%\\.jdks" : "~/.jdks")
                    .replace("@REPOSITORY@", windows ? "%USERPROFILE%\\.m2\\repository" : "~/.m2/repository")
                    .replace("@UNTRIED@", tried ? "" : SAY.in(language, "sheet.untried", name));
        }
    }

    private Sheets() {}

    /** What they are called. */
    static List<String> names() {
        var names = new ArrayList<>(SCRIPTS);
        names.add(LANGUAGES);
        for (var language : Language.all()) {
            if (isThere(language.nameOf(SENTENCES))) {
                names.add(language.nameOf(SENTENCES));
            }
            if (isThere(language.nameOf(TEMPLATE))) {
                PLATFORMS.forEach(platform -> names.add(platform.file(language)));
            }
        }
        return names;
    }

    /** Writes them into a kit that has these JDKs, in each language. */
    static void into(KitFolder kit, List<JdkArchive> jdks) throws IOException {
        for (var language : Language.all()) {
            // A language may grow: what it hasn't yet is read in the first.
            var template = isThere(language.nameOf(TEMPLATE)) ? resource(Sheets.class, language.nameOf(TEMPLATE)) : "";
            for (var platform : template.isEmpty() ? List.<Platform>of() : PLATFORMS) {
                var version = jdks.stream().filter(jdk -> jdk.platform().startsWith(platform.system() + "-")).map(JdkArchive::version).reduce((one, other) -> other);
                kit.write(platform.file(language), platform.sheet(language, template, version.map(Harmless::line).orElse("21")));
            }
            if (isThere(language.nameOf(SENTENCES))) {
                kit.write(language.nameOf(SENTENCES), resource(Sheets.class, language.nameOf(SENTENCES)));
            }
        }
        for (var script : SCRIPTS) {
            kit.write(script, resource(Sheets.class, script));
        }
        kit.write(LANGUAGES, resource(Language.class, LANGUAGES));
    }

    private static boolean isThere(String name) {
        return Sheets.class.getResource(name) != null;
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
