package structured.coach.verify.docs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import structured.coach.tutorial.Page;

/** Links and pictures lead somewhere, and each picture of docs/images is shown somewhere. Nothing is fetched. */
final class Links {

    private static final Pattern UNDEFINED = Pattern.compile("\\[[^\\[\\]]+]\\[[^\\[\\]]*]");
    private static final Pattern LINES = Pattern.compile("L(\\d+)(?:-L(\\d+))?");
    private static final String MAKE = "docs/images/make";

    private final Site site;
    private final Tally tally = new Tally("links");
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final Set<String> linked = new HashSet<>();

    private Links(Site site) {
        this.site = site;
    }

    static Tally check(Site site) throws IOException {
        var links = new Links(site);
        for (var page : site.pages()) {
            links.check(page);
        }
        links.checkPictures();
        return links.tally;
    }

    private void check(Page page) {
        page.all(Link.class).forEach(link -> check(page, Page.line(link), link.getDestination()));
        page.all(Image.class).forEach(image -> check(page, Page.line(image), image.getDestination()));
        page.all(LinkReferenceDefinition.class).forEach(link -> check(page, Page.line(link), link.getDestination()));
        page.attributes().filter(attribute -> Set.of("src", "href").contains(attribute.name()))
                .forEach(attribute -> check(page, attribute.line(), attribute.value()));
        page.all(Node.class).filter(node -> node instanceof Paragraph || node instanceof Heading)
                .forEach(node -> checkReferences(page, node));
    }

    /** A reference that nothing defines is no link to the parser, just text. */
    private void checkReferences(Page page, Node block) {
        var text = new StringBuilder();
        for (var child = block.getFirstChild(); child != null; child = child.getNext()) {
            text.append(child instanceof Text plain ? plain.getLiteral() : " ");
        }
        UNDEFINED.matcher(text).results().forEach(found -> tally.flawed(page.file(), Page.line(block),
                "%s is no link: nothing defines it".formatted(found.group()), "Add a line such as: [name]: address"));
    }

    private void check(Page page, int line, String destination) {
        try {
            var wrong = wrong(page, new URI(destination));
            if (wrong.isEmpty()) {
                tally.fine();
            } else {
                tally.flawed(page.file(), line, "the link to %s: %s".formatted(destination, wrong),
                        "Correct it, or the place that it is to lead to.");
            }
        } catch (URISyntaxException e) {
            tally.flawed(page.file(), line, "the link to %s is no address: %s".formatted(destination, e.getReason()),
                    "Write %20 for a space, and so on.");
        }
    }

    /** What is wrong with a link, or an empty text. */
    private String wrong(Page page, URI link) {
        if (link.getScheme() != null) {
            return switch (link.getScheme()) {
                case "http", "https" -> link.getHost() == null ? "it names no host" : "";
                case "mailto" -> "";
                default -> "its scheme is none that readers can follow";
            };
        }
        if (link.getRawAuthority() != null || link.getPath().startsWith("/") || link.getQuery() != null) {
            return "it has to be seen from this page's folder, and without a query";
        }
        var target = page.file();
        if (!link.getPath().isEmpty()) {
            target = Path.of(page.file()).resolveSibling(link.getPath()).normalize().toString().replace('\\', '/');
            if (!site.has(target)) {
                return "there is no %s in the tutorial".formatted(target);
            }
            linked.add(target);
        }
        return link.getFragment() == null ? "" : wrong(target, link.getFragment());
    }

    private String wrong(String target, String fragment) {
        var page = site.page(target);
        if (page.isPresent()) {
            return anchors.computeIfAbsent(target, file -> page.get().anchors()).contains(fragment) ? ""
                    : "no heading of %s has the anchor #%s".formatted(target, fragment);
        }
        var lines = LINES.matcher(fragment);
        try {
            var count = lines.matches() && site.files().contains(target) ? site.read(target).lines().count() : 0;
            return count >= Integer.parseInt(count > 0 ? lines.group(lines.group(2) == null ? 1 : 2) : "1") ? ""
                    : "%s has no #%s".formatted(target, fragment);
        } catch (IOException e) {
            return "%s can't be read as text: %s".formatted(target, e);
        }
    }

    private void checkPictures() throws IOException {
        var make = site.has(MAKE) ? site.read(MAKE) : "";
        for (var picture : site.files("docs/images/.*\\.(svg|png|jpe?g|gif|webp)")) {
            var name = picture.substring(picture.lastIndexOf('/') + 1, picture.lastIndexOf('.'));
            var named = Pattern.compile("(?m)(^ *picture |^ *for \\w+ in .*|#.*)(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
            if (!linked.contains(picture)) {
                tally.flawed(picture, 1, "no page shows this picture", "Show it, or delete it.");
            } else if (!named.matcher(make).find()) {
                tally.flawed(picture, 1, MAKE + " doesn't make this picture",
                        "Make it there, or say in a comment there how it is made.");
            } else {
                tally.fine();
            }
        }
    }
}
