// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * The content key of a {@link SealedBody}, wrapped for one school.
 *
 * @param epoch key epoch of the school whose sealing key was used
 * @param encapsulated 32 bytes, HPKE's {@code enc}
 * @param wrapped 48 bytes, the encrypted content key with its tag
 */
public record SealedKey(SchoolId school, int epoch, Bytes encapsulated, Bytes wrapped) {
    public static final int ENCAPSULATED_SIZE = 32;
    public static final int WRAPPED_SIZE = 48;

    public SealedKey {
        Checks.notNegative("epoch", epoch);
        Checks.size("encapsulated key", encapsulated, ENCAPSULATED_SIZE);
        Checks.size("wrapped key", wrapped, WRAPPED_SIZE);
    }
}
