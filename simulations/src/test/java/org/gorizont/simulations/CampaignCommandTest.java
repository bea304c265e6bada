// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CampaignCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysHowItWent() {
        assertEquals(0, run("campaign", "--scene", "relays", "--seeds", "1", "--from", "3", "--lang", "en"));

        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("relays"), said);
        assertTrue(said.contains("1 runs, 0 failed"), said);
    }

    @Test
    void tellsItsOptionsInBothLanguages() {
        assertEquals(0, run("campaign", "--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("зёрен"), out::toString);
        assertEquals(0, run("campaign", "--help", "--lang", "en"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("so many seeds"), out::toString);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertEquals(2, run("campaign", "--scene", "weather"));
        assertEquals(2, run("campaign", "--seeds", "0"));
        assertEquals(2, run("campaign", "--minutes"));
        assertEquals(2, run("campaign", "--lang", "de"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--minutes M"), err::toString);
    }

    private int run(String... args) {
        return SimulateMain.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
