// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SealingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeysTest {
    /** First iteration of RFC 7748 §5.2: the scalar 9 over the base point. */
    @Test
    void publicKeyFitsTheVectorOfTheRfc() {
        Bytes seed = Bytes.ofHex("09" + "00".repeat(31));

        SealingKey key = SealingKeys.publicKey(seed);

        assertEquals(Bytes.ofHex("422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"), key.bytes());
        assertTrue(SealingKeys.isUsable(key));
    }

    /** 0, 1 and -1 modulo the prime. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void keyOfSmallOrderIsNotUsable(String hex) {
        assertFalse(SealingKeys.isUsable(new SealingKey(Bytes.ofHex(hex))));
    }
}
