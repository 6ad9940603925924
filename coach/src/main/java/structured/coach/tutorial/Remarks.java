package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Folders;

/** What the first lines of another answer say of it: what is different, or what is wrong, and which test catches it. */
public final class Remarks {

    /** What is wrong, in a sentence. */
    public static final String PITFALL = "// Pitfall: ";

    /** What is different about another right answer, in a sentence or two. */
    public static final String ALTERNATIVE = "// Alternative: ";

    private static final String GOES_ON = "//     ";

    private Remarks() {}

    /** What the first file of a folder says after this beginning, with the lines in which it goes on; nothing if none says so. */
    public static String of(Path folder, String beginning) throws IOException {
        for (var file : Folders.javaFiles(folder)) {
            var lines = Files.readString(file, StandardCharsets.UTF_8).lines().dropWhile(line -> !line.startsWith(beginning)).toList();
            if (!lines.isEmpty()) {
                var rest = lines.stream().skip(1).takeWhile(line -> line.startsWith(GOES_ON)).map(line -> line.substring(GOES_ON.length()));
                return Stream.concat(Stream.of(lines.getFirst().substring(beginning.length())), rest).map(String::strip).collect(Collectors.joining(" "));
            }
        }
        return "";
    }

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
