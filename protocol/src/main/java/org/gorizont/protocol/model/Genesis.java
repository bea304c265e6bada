// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * The first statement of a school; its hash is the {@link SchoolId}.
 *
 * @param recoveryCommitment hash of public recovery key 1, which link 1 will reveal
 * @param nonce 16 bytes
 */
public record Genesis(PublicKey signingKey, SealingKey sealingKey, Hash recoveryCommitment, Bytes nonce) {
    public static final int NONCE_SIZE = 16;

    public Genesis {
        Checks.size("nonce", nonce, NONCE_SIZE);
    }
}
