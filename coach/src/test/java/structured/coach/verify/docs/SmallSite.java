package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import structured.coach.words.Language;

/** A tutorial of a few files, made for one test. */
record SmallSite(Path folder) {

    SmallSite with(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    /** As if somebody had looked at all that there is, and translated it, whatever differs. */
    SmallSite translated() throws IOException, InterruptedException {
        for (var language : Language.all()) {
            if (!language.isDefault()) {
                var site = site();
                var looked = LookedAt.read(site, language);
                new Counterparts(site, language).sources().forEach(source -> site.page(source).ifPresent(looked::lookedAt));
                with(LookedAt.file(language), looked.text());
            }
        }
        return this;
    }

    Site site() throws IOException, InterruptedException {
        return Site.at(folder);
    }
}
