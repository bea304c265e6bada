// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;

/** Who a machine is: its sheet, the keys it has had, and the chain under which it runs. */
final class Keys {
    private final RecoverySheet sheet;
    private final List<Signer> signers = new ArrayList<>();
    private IdentityChain chain;

    /** @param nonce of the genesis, 16 bytes */
    Keys(Bytes seed, RecoverySheet sheet, Bytes nonce) {
        this.sheet = sheet;
        this.signers.add(new Ed25519Signer(seed));
        this.chain = NewIdentity.of(
                        seed, sheet.sealingSeed(0), sheet.recoveryKey(1).publicKey(), nonce)
                .chain();
    }

    private Keys(Keys original) {
        this.sheet = original.sheet;
        this.signers.addAll(original.signers);
        this.chain = original.chain;
    }

    Keys copy() {
        return new Keys(this);
    }

    IdentityChain chain() {
        return chain;
    }

    Signer signer(int epoch) {
        PublicKey key = chain.signingKey(epoch).orElseThrow();
        return signers.stream()
                .filter(signer -> signer.publicKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** A change of keys that is on disk is finished by the next start, as in the node. */
    void finishChange(IdentityChain stored) {
        if (stored.epoch() > chain.epoch()) {
            chain = stored;
        }
    }

    /** A link to the next key, which is kept until a start finds it on disk. */
    Signed<Link> next(Bytes seed, List<Seal> seals) {
        Signer next = new Ed25519Signer(seed);
        signers.add(next);
        return NextLink.make(chain, sheet, next.publicKey(), seals).orElseThrow();
    }
}
