package structured.coach.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

/**
 * Reads objects that a coach or a worker has written. Somebody else may have: other programs of this machine, learners' code,
 * and whatever can happen to a file. So it lets in what those two write, and nothing else.
 */
public final class Incoming {

    /** Nothing of ours is half as deep, or as long. */
    private static final ObjectInputFilter ONLY = ObjectInputFilter.Config.createFilter(
            "maxdepth=50;maxarray=10000000;structured.coach.**;java.base/*;!*");

    private Incoming() {}

    /** The objects in there. */
    public static ObjectInputStream objects(InputStream in) throws IOException {
        var objects = new ObjectInputStream(in);
        objects.setObjectInputFilter(ONLY);
        return objects;
    }
}
