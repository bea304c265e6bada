// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/**
 * A change of keys. Signed by the recovery key that it reveals.
 *
 * @param epoch 1 for the first link; also the incarnation of the logs that it opens
 * @param parent hash of the genesis or link before
 */
public record Link(
        SchoolId school,
        int epoch,
        Hash parent,
        PublicKey recoveryKey,
        Hash nextRecoveryCommitment,
        PublicKey signingKey,
        SealingKey sealingKey,
        List<Seal> seals) {
    public Link {
        seals = List.copyOf(seals);
        Checks.that(epoch > 0, "epoch of a link is not positive: " + epoch);
    }
}
