// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.Test;

class HkdfTest {
    /** Test case 3 of RFC 5869: no salt, no info. */
    @Test
    void fitsTheVectorOfTheRfc() {
        Bytes secret = Bytes.ofHex("0b".repeat(22));

        assertEquals(
                Bytes.ofHex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
                Hkdf.derive(secret, "", 42));
    }
}
