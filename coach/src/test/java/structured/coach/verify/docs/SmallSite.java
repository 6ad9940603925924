package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;

/** A tutorial of a few files, made for one test. */
record SmallSite(Path folder) {

    /** It has no help in any language, so nobody asks for them. */
    static final Function<String[], CommandLine> NO_COMMANDS = args -> {
        throw new AssertionError("no command was asked for");
    };

    /** One that speaks two languages, however many there are. */
    static SmallSite inTwoLanguages(Path folder) throws IOException {
        return new SmallSite(folder).with(Site.LANGUAGES, "en English\npt-BR Portugu\u00eas\n");
    }

    SmallSite with(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    /** As if somebody had looked at all that there is, and translated it, whatever differs. */
    SmallSite translated() throws IOException, InterruptedException {
        var site = site();
        for (var language : site.others()) {
            var looked = LookedAt.read(site, language);
            new Counterparts(site, language).sources().forEach(source -> site.page(source).ifPresent(page -> looked.lookedAt(Passages.of(page, language))));
            new Bundles(site, language, NO_COMMANDS).all().forEach(looked::lookedAt);
            with(LookedAt.file(language), looked.text());
        }
        return this;
    }

    Site site() throws IOException, InterruptedException {
        return Site.at(folder);
    }
}
