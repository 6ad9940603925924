package structured.coach.verify.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import structured.coach.words.Language;

/**
 * What the pages and the sentences in a language were compared with last: a file has the checksums of their sources' passages, in order. So it can be said
 * which passage of a source has changed since somebody who has translated looked at it.
 */
final class LookedAt {

    /** What writes it. */
    static final String COMMAND = "./workshop verify --translated";

    private static final String HEAD = """
            # What was compared last with what there is in %s: a checksum for each passage or sentence of a source, in order.
            # Who has looked at what has changed there, and has translated it, writes them again: %s
            """;
    private static final Pattern SOURCE = Pattern.compile("[\\w.][\\w./$-]*");
    private static final Pattern CHECKSUM = Pattern.compile(" {2}([0-9a-f]{8})");

    private final Language language;
    private final Map<String, List<String>> checksums = new TreeMap<>();
    private Optional<Integer> unreadable = Optional.empty();

    private LookedAt(Language language) {
        this.language = language;
    }

    /** The file's name, seen from the tutorial's root. */
    static String file(Language language) {
        return language.nameOf("docs/translated.txt");
    }

    static LookedAt read(Site site, Language language) throws IOException {
        var looked = new LookedAt(language);
        var file = file(language);
        if (site.has(file)) {
            var at = new ArrayList<String>();
            var lines = site.read(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var checksum = CHECKSUM.matcher(lines.get(i));
                if (SOURCE.matcher(lines.get(i)).matches()) {
                    at = new ArrayList<>();
                    looked.checksums.put(lines.get(i), at);
                } else if (checksum.matches()) {
                    at.add(checksum.group(1));
                } else if (!lines.get(i).startsWith("#") && looked.unreadable.isEmpty()) {
                    looked.unreadable = Optional.of(i + 1);
                }
            }
        }
        return looked;
    }

    /** The first line that is neither a source nor a checksum, such as one that a merge has left. */
    Optional<Integer> unreadable() {
        return unreadable;
    }

    /** The sources that are in it. */
    List<String> sources() {
        return List.copyOf(checksums.keySet());
    }

    void forget(String source) {
        checksums.remove(source);
    }

    /** The passages of a source that have changed since; all of them, if nobody has looked at it. */
    List<Passage> changed(Passages source) {
        var then = new HashMap<String, Integer>();
        checksums.getOrDefault(source.file(), List.of()).forEach(checksum -> then.merge(checksum, 1, Integer::sum));
        return source.all().stream().filter(passage -> then.merge(passage.checksum(), -1, Integer::sum) < 0).toList();
    }

    /** The passages below which there was another one, and now is nothing in its place. An empty text stands for the top of the page. None where keys tell. */
    List<Passage> cutBelow(Passages source) {
        var now = source.all();
        if (source.keyed()) {
            return List.of();    // A key that only one of the two has is found as such.
        }
        var changed = changed(source);
        var kept = new ArrayList<>(now);
        kept.removeAll(changed);
        var cut = new ArrayList<Passage>();
        var above = new Passage(0, "");
        for (var checksum : checksums.getOrDefault(source.file(), List.of())) {
            var still = kept.stream().filter(passage -> passage.checksum().equals(checksum)).findFirst();
            if (still.isPresent()) {
                above = still.get();
                kept.remove(above);
            } else {
                var next = above.line() == 0 ? 0 : now.indexOf(above) + 1;
                if ((next >= now.size() || !changed.contains(now.get(next))) && !cut.contains(above)) {
                    cut.add(above);
                }
            }
        }
        return cut;
    }

    boolean knows(String source) {
        return checksums.containsKey(source);
    }

    /** Somebody has looked at all of it. */
    void lookedAt(Passages source) {
        checksums.put(source.file(), source.all().stream().map(Passage::checksum).toList());
    }

    /** The file as it is written. */
    String text() {
        var text = new StringBuilder(HEAD.formatted(language.name(), COMMAND));
        checksums.forEach((source, sums) -> {
            text.append(source).append('\n');
            sums.forEach(sum -> text.append("  ").append(sum).append('\n'));
        });
        return text.toString();
    }
}
