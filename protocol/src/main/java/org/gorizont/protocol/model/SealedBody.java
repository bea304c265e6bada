// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/**
 * A body for named schools only. It is the content of an entry whose header says "sealed".
 *
 * @param suite how it was sealed; other numbers than {@link #SUITE} are kept and cannot be opened here
 * @param ciphertext the content under a key that is used once
 * @param keys that key, wrapped for each reader, at least one
 */
public record SealedBody(int version, int suite, Bytes ciphertext, List<SealedKey> keys) {
    public static final int VERSION = 1;
    /** HPKE base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305. */
    public static final int SUITE = 1;

    public SealedBody {
        keys = List.copyOf(keys);
        Checks.that(version > 0 && suite > 0, "version or suite of a sealed body is not positive");
        Checks.that(!keys.isEmpty(), "a sealed body without readers");
    }
}
