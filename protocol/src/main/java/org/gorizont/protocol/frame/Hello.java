// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;

/**
 * The bounded first frame of both sides: who speaks, in which versions, in which circles, and how far it knows the
 * receiver's own logs.
 *
 * @param version newest protocol version that the sender speaks; {@code oldestVersion} the oldest
 * @param yourHeads heads of the receiver's logs as the sender knows them: a higher one than the receiver has itself
 *     tells it that its store was restored or cloned
 * @param storeEpoch 16 bytes, new whenever the sender's arrival numbers start again
 */
public record Hello(
        int version,
        int oldestVersion,
        String software,
        List<String> capabilities,
        IdentityClaim chain,
        List<CircleGreeting> circles,
        List<SignedHead> yourHeads,
        Optional<Signed<LineageStatement>> lineage,
        Optional<InvitationProof> invitation,
        Optional<Signed<AddressRecord>> address,
        Bytes storeEpoch)
        implements Frame {
    public static final int VERSION = 1;
    public static final int STORE_EPOCH_SIZE = 16;

    public Hello {
        capabilities = List.copyOf(capabilities);
        circles = List.copyOf(circles);
        yourHeads = List.copyOf(yourHeads);
        if (storeEpoch.size() != STORE_EPOCH_SIZE) {
            throw new IllegalArgumentException("store epoch has " + storeEpoch.size() + " bytes");
        }
    }
}
