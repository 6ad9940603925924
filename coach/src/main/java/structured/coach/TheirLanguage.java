package structured.coach;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import structured.coach.machine.Launch;
import structured.coach.words.Language;
import structured.coach.words.Spoken;

/** Whoever calls the coach is answered in their language, the command line's own texts included. */
final class TheirLanguage {

    /** These compare what is said with what the documentation says, in the language that both are written in first. */
    private static final Set<String> OF_MAINTAINERS = Set.of("verify", "new");

    private TheirLanguage() {}

    /** The languages, for help and for shells. */
    static final class Tags implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Language.all().stream().map(Language::tag).iterator();
        }
    }

    /** From here on all is said in the language that is asked for, and these are the other arguments. */
    static String[] chosen(String[] all) {
        var environment = new HashMap<>(System.getenv());
        if (!Launch.here().locale().isEmpty()) {
            environment.put("LC_ALL", Launch.here().locale());
        }
        Language.choose(Language.of(environment, Locale.getDefault(Locale.Category.DISPLAY)));
        var spoken = Spoken.in(all);
        if (!spoken.problem().isEmpty()) {
            System.err.println(spoken.problem());
            System.exit(2);
        }
        spoken.language().ifPresent(Language::choose);
        var args = spoken.arguments();
        if (!args.isEmpty() && OF_MAINTAINERS.contains(args.getFirst())) {
            Language.choose(Language.all().getFirst());
        }
        return args.toArray(String[]::new);
    }
}
