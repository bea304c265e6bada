// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.security.SecureRandom;
import java.util.List;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;

/**
 * A recovery sheet between its making and its reading back: in memory alone, so it ends with the process, and another one is
 * made then. Safe for all threads.
 */
public final class SheetInHand {
    /** After so many wrong lines the sheet is to be looked at again. */
    public static final int ATTEMPTS = 3;

    private final RecoverySheet sheet;
    private final int asked;
    private int wrong;

    private SheetInHand(RecoverySheet sheet, int asked) {
        this.sheet = sheet;
        this.asked = asked;
    }

    /** A new sheet, and which of its lines is asked for. */
    public static SheetInHand fresh(SecureRandom random) {
        byte[] secret = new byte[RecoverySheet.SECRET_SIZE];
        random.nextBytes(secret);
        return new SheetInHand(new RecoverySheet(Bytes.wrap(secret)), random.nextInt(SheetText.LINES));
    }

    /** What came of a line that was typed back. */
    public enum Check {
        RIGHT,
        WRONG,
        /** Wrong too often. */
        LOOK_AGAIN
    }

    public List<String> lines() {
        return SheetText.print(sheet);
    }

    /** Number of the line that is asked for, from 1. */
    public int asked() {
        return asked + 1;
    }

    public synchronized Check check(String typed) {
        if (typed.length() <= SheetText.MAX_LENGTH && SheetText.isLine(sheet, asked, typed)) {
            return Check.RIGHT;
        }
        wrong++;
        return wrong % ATTEMPTS == 0 ? Check.LOOK_AGAIN : Check.WRONG;
    }

    public RecoverySheet sheet() {
        return sheet;
    }

    @Override
    public String toString() {
        return "a recovery sheet";
    }
}
