// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorizont.protocol.model.Invitation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {
    private static final Invitation INVITATION = Samples.invitation();
    private static final String CODE = InvitationCode.format(INVITATION);

    private static String refused(String text) {
        return assertThrows(Malformed.class, () -> InvitationCode.parse(text)).getMessage();
    }

    @Test
    void readsWhatItWrote() throws Malformed {
        assertTrue(CODE.startsWith("GZ1-"));
        assertTrue(CODE.matches("[A-Za-z0-9_-]+"));
        assertEquals(INVITATION, InvitationCode.parse(CODE));
    }

    @Test
    void toleratesWhatChatsAndMailAdd() throws Malformed {
        String broken = CODE.replaceAll("(.{30})", "$1\r\n  ");

        assertEquals(INVITATION, InvitationCode.parse("  \t" + CODE + " \n"));
        assertEquals(INVITATION, InvitationCode.parse(broken));
        assertEquals(INVITATION, InvitationCode.parse(CODE + "."));
        assertEquals(INVITATION, InvitationCode.parse(CODE + ". \n"));
        assertEquals(INVITATION, InvitationCode.parse("\u00a0\u200b" + CODE + "\ufeff"));
        assertEquals(INVITATION, InvitationCode.parse("gz1-" + CODE.substring(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "привет", "GZ2-AAAA", "https://example.org/GZ1-AAAA"})
    void saysThatItIsNoCode(String text) {
        assertEquals("invitation code: does not begin with GZ1-", refused(text));
    }

    @Test
    void everyChangedCharacterIsFound() {
        for (int i = 4; i < CODE.length(); i++) {
            char other = CODE.charAt(i) == 'A' ? 'B' : 'A';
            String changed = CODE.substring(0, i) + other + CODE.substring(i + 1);
            assertTrue(refused(changed).contains("damaged"), "position " + i);
        }
    }

    @Test
    void cutCodesAreFoundW02() {
        for (int length = 4; length < CODE.length() - 1; length++) {
            refused(CODE.substring(0, length));
        }
    }

    @Test
    void foreignCharactersAreFound() {
        assertTrue(refused(CODE.substring(0, 20) + "я" + CODE.substring(21)).contains("character"));
        assertTrue(refused(CODE.substring(0, 20) + "." + CODE.substring(20)).contains("character"));
    }

    @Test
    void longTextIsRefusedUnread() {
        assertEquals("invitation code: too long", refused(CODE + " ".repeat(5_000)));
    }

    @Test
    void textFormOfAnInvitationShowsNoSecret() {
        assertTrue(!INVITATION.toString().contains(INVITATION.secret().hex()));
    }
}
