// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private static final Bytes SECRET = Bytes.ofHex("00112233445566778899aabbccddeeff");

    @Test
    void isHmacOfTagAndPartsAsThePlatformComputesIt() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.toArray(), "HmacSHA256"));
        mac.update("tag\0".getBytes(StandardCharsets.US_ASCII));
        mac.update(Bytes.ofHex("0102").toArray());
        mac.update(Bytes.ofHex("03").toArray());

        assertEquals(Hash.wrap(mac.doFinal()), KeyedHash.of(SECRET, "tag", Bytes.ofHex("0102"), Bytes.ofHex("03")));
    }

    @Test
    void hashesAreTheSameOnlyIfEveryBitIs() {
        Hash hash = KeyedHash.of(SECRET, "tag");
        byte[] flipped = hash.bytes().toArray();
        flipped[31] ^= 1;

        assertTrue(KeyedHash.same(hash, Hash.wrap(hash.bytes().toArray())));
        assertFalse(KeyedHash.same(hash, Hash.wrap(flipped)));
    }
}
