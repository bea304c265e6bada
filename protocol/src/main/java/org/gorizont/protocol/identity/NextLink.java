// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;

/** Makes the next link of an identity chain, which takes the recovery sheet. */
public final class NextLink {
    private NextLink() {}

    /** Whether the chain's next recovery key is one of this sheet: no other sheet can change these keys. */
    public static boolean fits(IdentityChain chain, RecoverySheet sheet) {
        return Hashing.recoveryCommitment(sheet.recoveryKey(chain.epoch() + 1).publicKey())
                .equals(commitment(chain));
    }

    /**
     * A signed link after the last one of {@code chain}.
     *
     * @param signingKey public half of the new signing key
     * @param seals how far each log of the epoch that ends counts; a log that is not named counts nowhere
     * @return empty if the sheet is not that of this school
     */
    public static Optional<Signed<Link>> make(
            IdentityChain chain, RecoverySheet sheet, PublicKey signingKey, List<Seal> seals) {
        if (!fits(chain, sheet)) {
            return Optional.empty();
        }
        int epoch = chain.epoch() + 1;
        Signer recovery = sheet.recoveryKey(epoch);
        Link link = new Link(
                chain.school(),
                epoch,
                parent(chain),
                recovery.publicKey(),
                Hashing.recoveryCommitment(sheet.recoveryKey(epoch + 1).publicKey()),
                signingKey,
                SealingKeys.publicKey(sheet.sealingSeed(epoch)),
                seals);
        Bytes exact = IdentityCodec.link(link);
        return Optional.of(new Signed<>(link, exact, recovery.sign(SigningContext.LINK, exact)));
    }

    private static Hash parent(IdentityChain chain) {
        return chain.links().isEmpty()
                ? chain.school().hash()
                : Hashing.link(chain.links().getLast().exact());
    }

    private static Hash commitment(IdentityChain chain) {
        return chain.links().isEmpty()
                ? chain.genesis().recoveryCommitment()
                : chain.links().getLast().value().nextRecoveryCommitment();
    }
}
