package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tutorial of a few files, made for one test. */
record SmallSite(Path folder) {

    SmallSite with(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    Site site() throws IOException, InterruptedException {
        return Site.at(folder);
    }
}
