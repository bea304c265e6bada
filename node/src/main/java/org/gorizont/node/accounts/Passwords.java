// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords by Argon2id (RFC 9106), in the usual text form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. One is worked out at a
 * time: each takes {@value #KIB} KiB of memory, and a school's node has little.
 */
final class Passwords {
    /** The least that the OWASP Password Storage Cheat Sheet advises. */
    private static final int KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=" + LANES + "$";
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

    private final SecureRandom random;
    private final Semaphore one = new Semaphore(1, true);

    Passwords(SecureRandom random) {
        this.random = random;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PREFIX + TO_TEXT.encodeToString(salt) + "$" + TO_TEXT.encodeToString(argon2(password, salt));
    }

    /** Whether a password has this hash; false for what this program has not made. */
    boolean fits(String password, String hash) {
        String[] parts =
                hash.startsWith(PREFIX) ? hash.substring(PREFIX.length()).split("\\$") : new String[0];
        if (parts.length != 2) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts[1]), argon2(password, salt));
    }

    /** Takes as long as looking at a password does, so that nobody learns from the clock which logins there are. */
    void pretend(String password) {
        argon2(password, new byte[SALT_BYTES]);
    }

    private byte[] argon2(String password, byte[] salt) {
        one.acquireUninterruptibly();
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(KIB)
                    .withIterations(PASSES)
                    .withParallelism(LANES)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(text, hash);
            return hash;
        } finally {
            Arrays.fill(text, (byte) 0);
            one.release();
        }
    }
}
