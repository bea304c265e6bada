// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** Identity chains, as they are claimed. */
final class ChainForm {
    private ChainForm() {}

    static IdentityWire.IdentityChain toWire(IdentityClaim claim) {
        return IdentityWire.IdentityChain.newBuilder()
                .setGenesis(ToWire.bytes(claim.genesisBytes()))
                .addAllLinks(ToWire.signeds(claim.links()))
                .build();
    }

    static IdentityClaim read(IdentityWire.IdentityChain chain) throws Malformed {
        Bytes genesisBytes = FromWire.bytes(chain.getGenesis());
        Genesis genesis = GenesisForm.read(genesisBytes);
        List<Signed<Link>> links =
                FromWire.list(chain.getLinksList(), link -> FromWire.signed("link", link, LinkForm::read));
        return FromWire.make("identity chain", () -> new IdentityClaim(genesisBytes, genesis, links));
    }
}
