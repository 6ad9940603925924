package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the first lines of a wrong answer say of it: what is wrong, and which test catches it. */
public final class Remarks {

    /** What is wrong, in a sentence. */
    public static final String PITFALL = "// Pitfall: ";

    private Remarks() {}

    /** The rest of each line in the files of a folder that has one of these beginnings, in their order. */
    public static List<String> in(Path folder, String... beginnings) throws IOException {
        var remarks = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                Files.readString(file, StandardCharsets.UTF_8).lines().forEach(line ->
                        Stream.of(beginnings).filter(line::startsWith).map(start -> line.substring(start.length()).strip()).forEach(remarks::add));
            }
        }
        return remarks;
    }
}
