// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.IdentityWire;

/**
 * What schools say about themselves outside their logs. Writing gives the bytes that are hashed or signed; reading
 * takes such bytes, keeps them, and does not ask whether a signature is right. Formats: docs/protocol.md, "Identity".
 */
public final class IdentityCodec {
    private IdentityCodec() {}

    public static Bytes genesis(Genesis genesis) {
        return ToWire.bytes(GenesisForm.toWire(genesis));
    }

    public static Genesis genesis(Bytes exact) throws Malformed {
        return GenesisForm.read(exact);
    }

    public static Bytes link(Link link) {
        return ToWire.bytes(LinkForm.toWire(link));
    }

    public static Signed<Link> signedLink(Bytes exact, Signature signature) throws Malformed {
        return new Signed<>(LinkForm.read(exact), exact, signature);
    }

    public static Bytes chain(IdentityClaim claim) {
        return ToWire.bytes(ChainForm.toWire(claim));
    }

    public static IdentityClaim chain(Bytes bytes) throws Malformed {
        return ChainForm.read(FromWire.parse(
                bytes,
                Limits.FRAME_BYTES,
                IdentityWire.IdentityChain.getDescriptor(),
                IdentityWire.IdentityChain.parser()));
    }

    public static Bytes address(AddressRecord address) {
        return ToWire.bytes(AddressForm.toWire(address));
    }

    public static Signed<AddressRecord> signedAddress(Bytes exact, Signature signature) throws Malformed {
        return new Signed<>(AddressForm.read(exact), exact, signature);
    }

    public static Bytes lineage(LineageStatement lineage) {
        return ToWire.bytes(LineageForm.toWire(lineage));
    }

    public static Signed<LineageStatement> signedLineage(Bytes exact, Signature signature) throws Malformed {
        return new Signed<>(LineageForm.read(exact), exact, signature);
    }
}
