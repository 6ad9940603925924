package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import structured.coach.tutorial.Git;
import structured.coach.tutorial.Page;
import structured.coach.words.Language;

/**
 * The tutorial as its readers get it.
 *
 * @param root where it is
 * @param files all its files, without what is built: paths seen from the root, with slashes
 * @param pages those that are Markdown
 * @param languages those that it speaks, of which the first is what the others are translated from
 */
record Site(Path root, TreeSet<String> files, List<Page> pages, List<Language> languages) {

    /** Where the languages are listed that a tutorial speaks. */
    static final String LANGUAGES = "coach/src/main/resources/structured/coach/words/languages.txt";

    /** The site in this folder: what git tracks or would, or everything where git knows nothing of it. */
    static Site at(Path root) throws IOException, InterruptedException {
        var files = files(root);
        var pages = new ArrayList<Page>();
        for (var file : files) {
            if (file.endsWith(".md")) {
                pages.add(new Page(file, Files.readString(root.resolve(file))));
            }
        }
        return new Site(root, files, List.copyOf(pages), languages(root));
    }

    /** Files that git ignores are not the tutorial's: nobody else has them. */
    static TreeSet<String> files(Path root) throws IOException, InterruptedException {
        var files = new TreeSet<String>();
        if (Files.exists(root.resolve(".git"))) {
            var git = new Git(root);
            var listed = git.ask("ls-files", "-z", "--cached", "--others", "--exclude-standard");
            if (listed.isEmpty()) {
                throw new IOException("git can't list the tutorial's files: " + git.problem().orElseThrow());
            }
            // One that is deleted, but not committed yet, is still listed.
            Stream.of(listed.get().split("\0")).filter(file -> Files.isRegularFile(root.resolve(file))).forEach(files::add);
        } else {
            try (var all = Files.walk(root)) {
                all.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> !file.matches("(.*/)?(target|node_modules|\\.workshop)/.*")).forEach(files::add);
            }
        }
        return files;
    }

    /** Whether there is such a file, or a folder with files in it. Unlike some file systems, this tells {@code A} from {@code a}. */
    boolean has(String path) {
        var folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        var next = files.ceiling(folder);
        return files.contains(path) || next != null && next.startsWith(folder);
    }

    Optional<Page> page(String file) {
        return pages.stream().filter(page -> page.file().equals(file)).findFirst();
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file)).replace("\r\n", "\n");
    }

    /** The languages that it is translated into. */
    List<Language> others() {
        return languages.stream().filter(language -> !language.isDefault()).toList();
    }

    /** The languages of the tutorial in this folder; where it lists none, those of this coach. */
    static List<Language> languages(Path root) throws IOException {
        var list = root.resolve(LANGUAGES);
        return Files.exists(list) ? Language.listed(Files.readString(list).lines()) : Language.all();
    }

    /** The files whose path matches a regular expression. */
    List<String> files(String regex) {
        return files.stream().filter(file -> file.matches(regex)).toList();
    }
}
