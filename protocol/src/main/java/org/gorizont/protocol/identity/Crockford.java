// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import java.util.Locale;
import org.gorizont.protocol.model.Bytes;

/** Crockford's base 32 (crockford.com/base32) for whole numbers of bytes, most significant bit first. */
final class Crockford {
    /** Bits that one digit stands for. */
    static final int BITS = 5;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DIGIT_MASK = (1 << BITS) - 1;

    /** Latin letters that are no digits, and Cyrillic ones; {@code MEANT} has the digit for each. */
    private static final String LOOKALIKES =
            "OIL\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0423\u0425";

    private static final String MEANT = "011ABCEHKM0PTYX";

    private Crockford() {}

    /** Upper case, lookalikes replaced, spaces and hyphens gone. Other characters stay. */
    static String cleaned(String text) {
        StringBuilder symbols = new StringBuilder();
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-') {
                int alike = LOOKALIKES.indexOf(c);
                symbols.append(alike < 0 ? c : MEANT.charAt(alike));
            }
        }
        return symbols.toString();
    }

    /** Drops bits at the end that fill no digit; ten bytes are sixteen digits. */
    static String encode(Bytes bytes) {
        StringBuilder digits = new StringBuilder();
        int pending = 0;
        int bits = 0;
        for (byte b : bytes.unsafeArray()) {
            pending = pending << Byte.SIZE | Byte.toUnsignedInt(b);
            for (bits += Byte.SIZE; bits >= BITS; ) {
                bits -= BITS;
                digits.append(DIGITS.charAt(pending >>> bits & DIGIT_MASK));
            }
            pending &= (1 << bits) - 1;
        }
        return digits.toString();
    }

    /** The whole bytes in {@code symbols}; none if one of them is no digit. */
    static Bytes decode(String symbols) {
        byte[] bytes = new byte[symbols.length() * BITS / Byte.SIZE];
        int pending = 0;
        int bits = 0;
        int used = 0;
        for (int i = 0; i < symbols.length(); i++) {
            char symbol = symbols.charAt(i);
            int digit = DIGITS.indexOf(symbol);
            if (digit < 0) {
                return Bytes.empty();
            }
            pending = pending << BITS | digit;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[used] = (byte) (pending >>> bits);
                used++;
                pending &= (1 << bits) - 1;
            }
        }
        return Bytes.wrap(bytes);
    }
}
