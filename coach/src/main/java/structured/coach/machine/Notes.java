package structured.coach.machine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What is remembered from one run to the next, by keys, in a file that is no loss if it is lost: somebody may have spoilt it, or there is none
 * yet. It is read anew each time, since several terminals may have it.
 *
 * @param file where it is; its folder need not be there yet
 */
public record Notes(Path file) {

    /** All that is remembered; nothing where the file can't be read, or what is in it. */
    public Properties all() {
        var all = new Properties();
        try {
            all.load(new ByteArrayInputStream(SourceText.bytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            // What came before the spoilt line is worth no more than the rest.
            all.clear();
        }
        return all;
    }

    /**
     * Remembers this, and nothing else any more.
     *
     * @throws IOException if it can't be written, such as on a full disk
     */
    public void keep(Properties all) throws IOException {
        var text = new ByteArrayOutputStream();
        all.store(text, null);
        Folders.replace(file, text.toByteArray());
    }
}
