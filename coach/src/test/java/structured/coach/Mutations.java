package structured.coach;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Bytes as a loss of power, an editor, another program or a bad sector may leave them. The same seed gives the same bytes.
 * {@code -Dworkshop.mutations=20000} tries more than every verification has time for.
 */
public final class Mutations {

    private static final byte[][] PIECES = {{0}, {-1, -1, -1, -1}, {127, -1, -1, -1}, {'\n'}, "\\u12".getBytes(), "=-1\n".getBytes(),
        "99999999999".getBytes(), "## Step ".getBytes(), "### Hint ".getBytes(), "```".getBytes(), {(byte) 0xC3}, {'s', 'r'}, {'x', 'p'}, {'t', 0}};

    private Mutations() {}

    /** Tries so many of them, or as many as the property says; each with its number, by which it can be had again. */
    public static void of(byte[] original, int usually, BiConsumer<Integer, byte[]> tried) {
        var random = new Random(42);
        for (int i = 0; i < Integer.getInteger("workshop.mutations", usually); i++) {
            var bytes = original;
            do {
                bytes = mutated(bytes, random);
            } while (random.nextInt(3) == 0 || Arrays.equals(bytes, original));
            tried.accept(i, bytes);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextInt(1, 60)));
        var other = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, random);
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, from), PIECES[random.nextInt(PIECES.length)], Arrays.copyOfRange(bytes, from, bytes.length));
            case 5 -> joined(Arrays.copyOf(bytes, from), PIECES[random.nextInt(PIECES.length)], Arrays.copyOfRange(bytes, to, bytes.length));
            default -> joined(Arrays.copyOf(bytes, other), Arrays.copyOfRange(bytes, from, to), Arrays.copyOfRange(bytes, other, bytes.length));
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        var flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
