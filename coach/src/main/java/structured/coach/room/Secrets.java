package structured.coach.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** What can't be guessed. */
final class Secrets {

    /** Without those that are taken for each other: 0 and O, 1, I and L. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** What is said aloud, or read from the projector: one of 923,521. */
    static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** A code as it is compared. */
    static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** 128 random bits, as they may stand in an address. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(16));
    }

    /** A number of somebody's, which need not be secret. */
    static String id() {
        return HexFormat.of().formatHex(random(6));
    }

    /** A number of a room's, likewise. */
    static String room() {
        return HexFormat.of().formatHex(random(8));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What is kept of a token: whoever reads it can't take anybody's place. */
    static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);    // Each JDK has it.
        }
    }

    /** Whether they are the same; how long that takes tells nothing. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
