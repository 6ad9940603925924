package structured.coach.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command line, and the language that it asks for: {@code --lang} may stand anywhere in it, and is for all commands.
 *
 * @param arguments all others
 * @param language what it asks for, if it does
 * @param problem what is wrong with that, in a sentence; or an empty text
 */
public record Spoken(List<String> arguments, Optional<Language> language, String problem) {

    /** The option. */
    public static final String OPTION = "--lang";

    private static final Wording SAY = Wording.of(Spoken.class);

    /** What these arguments say. The last one wins, as with other options. */
    public static Spoken in(String... all) {
        var arguments = new ArrayList<String>();
        var language = Optional.<Language>empty();
        var problem = "";
        for (int i = 0; i < all.length; i++) {
            if (!all[i].equals(OPTION) && !all[i].startsWith(OPTION + "=")) {
                arguments.add(all[i]);
            } else if (all[i].equals(OPTION) && i + 1 == all.length) {
                problem = SAY.of("language.missing", tags());
            } else {
                var tag = all[i].equals(OPTION) ? all[++i] : all[i].substring(OPTION.length() + 1);
                language = Language.called(tag);
                problem = language.isPresent() ? problem : SAY.of("language.unknown", shown(tag), tags());
            }
        }
        return new Spoken(List.copyOf(arguments), language, problem);
    }

    /** No control characters, and not too much. */
    private static String shown(String tag) {
        return tag.substring(0, Math.min(20, tag.length())).replaceAll("\\p{Cntrl}", "?");
    }

    private static String tags() {
        return Language.all().stream().map(Language::tag).collect(Collectors.joining(", "));
    }
}
