package structured.coach.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import structured.coach.machine.SourceText;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** Timelines as a page with the source beside them. Nothing in it comes from elsewhere. */
final class HtmlPage {

    private static final Wording SAY = Wording.of(HtmlPage.class);

    /** A timeline, and the program that it is of. */
    record Part(Program program, Timeline timeline) {}

    /** What only such a page has, in its head. */
    static final String SIGN = "<meta name=\"generator\" content=\"./workshop timeline\">";

    private HtmlPage() {}

    static String of(List<Part> parts) throws IOException {
        var timelines = parts.stream().map(Part::timeline).toList();
        var sections = new StringBuilder();
        if (parts.size() > 1) {
            // Both pictures first, on one axis: beside their sources they would be pages apart.
            sections.append("<div class=\"chart\">\n").append(SvgChart.draw(timelines, SvgChart.axis(timelines), "group", "t")).append("</div>\n");
        }
        for (int i = 0; i < parts.size(); i++) {
            var sources = "<div class=\"code\" data-part=\"%d\">\n%s</div>\n".formatted(i, sources(parts.get(i)));
            sections.append(parts.size() > 1 ? "<section class=\"source\">\n<h1>%s</h1>\n".formatted(Xml.escape(timelines.get(i).title()))
                    : "<section>\n<div class=\"chart\">\n" + SvgChart.draw(timelines, SvgChart.axis(timelines), "group", "t0") + "</div>\n")
                    .append(sources).append("</section>\n");
        }
        var title = Xml.escape(String.join("; ", timelines.stream().map(Timeline::title).toList()));
        return template().replace("$GENERATOR", SIGN).replace("$LANGUAGE", Language.here().tag()).replace("$POINT", Xml.escape(SAY.of("page.point"))).replace("$TITLE", title).replace("$SECTIONS", sections);
    }

    /** The file with the main first, then others where something was seen. */
    private static String sources(Part part) throws IOException {
        var files = new ArrayList<Path>(List.of(part.program().main()));
        for (var source : part.program().sources()) {
            var seen = part.timeline().tasks().stream().flatMap(task -> task.spans().stream())
                    .anyMatch(span -> span.source().equals(source.getFileName().toString()));
            if (seen && !files.contains(source)) {
                files.add(source);
            }
        }
        var html = new StringBuilder();
        for (var file : files) {
            var name = Xml.escape(file.getFileName().toString());
            html.append("<h2>").append(name).append("</h2>\n<pre>");
            // Undecodable characters are shown as such: a compiler has been content with them.
            var lines = new String(SourceText.bytes(file), StandardCharsets.UTF_8).split("\r?\n", -1);
            for (int line = 1; line <= lines.length; line++) {
                html.append("<span class=\"line\" data-at=\"%s:%d\"><i>%d</i>%s\n</span>".formatted(name, line, line, Xml.escape(lines[line - 1])));
            }
            html.append("</pre>\n");
        }
        return html.toString();
    }

    private static String template() throws IOException {
        try (var template = HtmlPage.class.getResourceAsStream("page.html")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
