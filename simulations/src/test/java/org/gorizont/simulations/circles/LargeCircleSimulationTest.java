// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Neighbours that are chosen at random hold a circle together. Up to 1,024 schools: {@code gorizont bench circle}. */
final class LargeCircleSimulationTest {
    private static final int SCHOOLS = 96;

    @Test
    void noIslandAfterMassJoinsLongOutagesAndCuts() {
        LargeCircle circle = new LargeCircle(SCHOOLS, 0, 1);

        isOne(circle.join());
        isOne(circle.halfOffForAWeek());
        int minutes = circle.halvesApartForAWeek();
        assertTrue(minutes <= 60, "one again after " + minutes + " minutes");
        LargeCircle.Shape day = circle.day();
        isOne(day);
        assertTrue(day.mean() > 7 && day.mean() < 11, "" + day);
        assertTrue(day.most() < 24, "" + day);
    }

    @Test
    void whereFewCanBeDialledTheyHoldItTogetherAndAreReplacedAtOnce() {
        LargeCircle circle = new LargeCircle(SCHOOLS, SCHOOLS * 4 / 5, 1);

        LargeCircle.Shape joined = circle.join();
        assertEquals(1, joined.parts());
        assertEquals(1, joined.partsSoonAfter(), "" + joined);
        LargeCircle.Shape back = circle.halfOffForAWeek();
        assertEquals(1, back.parts());
        assertEquals(1, back.partsSoonAfter(), "" + back);
    }

    private static void isOne(LargeCircle.Shape shape) {
        assertEquals(1, shape.parts());
        assertEquals(1, shape.partsWithoutBest(), "" + shape);
    }
}
