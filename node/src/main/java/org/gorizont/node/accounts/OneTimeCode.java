// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;

/** A code that a person types once, or follows as a link. It has 59 random bits. */
public final class OneTimeCode {
    private static final String TAG = "gorizont/account-code/1";
    /** Without letters and digits that look like each other. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;

    private final String signs;

    private OneTimeCode(String signs) {
        this.signs = signs;
    }

    public static OneTimeCode fresh(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new OneTimeCode(code.toString());
    }

    /** In groups of four, as people read it. */
    public String grouped() {
        return signs.replaceAll("(....)(?=.)", "$1-");
    }

    /** Whether somebody typed this code; the comparison takes the same time wherever they differ. */
    public boolean fits(String typed) {
        return same(hash(), hash(typed));
    }

    /** So many are the bits that a plain hash of it is no help to whoever reads it. */
    String hash() {
        return hash(signs);
    }

    /** Whether somebody typed the code of this hash. */
    static boolean fits(String hash, String typed) {
        return same(hash, hash(typed));
    }

    @Override
    public String toString() {
        return "one-time code";
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Hashing.tagged(TAG, Bytes.wrap(plain.getBytes(StandardCharsets.UTF_8)))
                .toString();
    }
}
