// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.gorizont.node.setup.SheetInHand.Check;
import org.junit.jupiter.api.Test;

final class SheetInHandTest {
    private final SheetInHand sheet = SheetInHand.fresh(new SecureRandom());

    @Test
    void theLineThatIsAskedForIsRightHoweverItIsTyped() {
        String line = sheet.lines().get(sheet.asked() - 1);

        assertEquals(Check.RIGHT, sheet.check(line));
        assertEquals(Check.RIGHT, sheet.check(line.toLowerCase(Locale.ROOT).replace(" ", "-")));
    }

    @Test
    void anotherLineIsWrongAndAfterThreeTheSheetIsToBeLookedAt() {
        String other = sheet.lines().get(sheet.asked() % 4);

        assertEquals(
                List.of(Check.WRONG, Check.WRONG, Check.LOOK_AGAIN, Check.WRONG),
                List.of(sheet.check(other), sheet.check(""), sheet.check("A".repeat(2_000)), sheet.check(other)));
    }

    @Test
    void noLogLineHoldsIt() {
        assertFalse(sheet.toString().contains(sheet.lines().getFirst()));
    }
}
