// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.Hkdf;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.Test;

class RecoverySheetTest {
    private static final Bytes SECRET = Actor.bytes("secret");
    private static final RecoverySheet SHEET = new RecoverySheet(SECRET);

    @Test
    void keysFollowFromTheSecretByTheNamedStrings() {
        Bytes recovery3 = Hkdf.derive(SECRET, "gorizont/sheet/1/recovery/3", 32);

        assertEquals(
                new Ed25519Signer(recovery3).publicKey(), SHEET.recoveryKey(3).publicKey());
        assertEquals(Hkdf.derive(SECRET, "gorizont/sheet/1/sealing/0", 32), SHEET.sealingSeed(0));
        assertEquals(Hkdf.derive(SECRET, "gorizont/sheet/1/backup", 32), SHEET.backupSeed());
    }

    @Test
    void noTwoUsesShareAKey() {
        Set<Bytes> keys = new TreeSet<>();
        keys.add(SHEET.backupSeed());
        for (int i = 0; i < 20; i++) {
            keys.add(SHEET.recoveryKey(i + 1).publicKey().bytes());
            keys.add(SHEET.sealingSeed(i));
        }

        assertEquals(41, keys.size());
    }

    @Test
    void newIdentityCommitsToTheFirstRecoveryKey() {
        NewIdentity identity = NewIdentity.of(
                Actor.bytes("signing"),
                SHEET.sealingSeed(0),
                SHEET.recoveryKey(1).publicKey(),
                Bytes.zeros(16));

        assertEquals(Hashing.schoolId(identity.genesisBytes()), identity.chain().school());
        assertEquals(
                Hashing.recoveryCommitment(SHEET.recoveryKey(1).publicKey()),
                identity.chain().genesis().recoveryCommitment());
        assertEquals(
                SealingKeys.publicKey(SHEET.sealingSeed(0)), identity.chain().sealingKey());
    }

    @Test
    void textFormShowsNothingOfTheSecret() {
        assertFalse(SHEET.toString().contains(SECRET.hex().substring(0, 4)));
    }

    @Test
    void refusesNumbersThatNoKeyHas() {
        assertThrows(IllegalArgumentException.class, () -> SHEET.recoveryKey(0));
        assertThrows(IllegalArgumentException.class, () -> SHEET.sealingSeed(-1));
        assertThrows(IllegalArgumentException.class, () -> new RecoverySheet(Bytes.zeros(31)));
    }
}
