// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import java.util.List;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.wire.v1.AdminWire;

/** What a node says of its keys, as values of the protocol. */
public final class KeyForms {
    private KeyForms() {}

    /** The identity chain, checked: a link is signed to no other. */
    public static IdentityChain chain(AdminWire.PrepareKeyChangeAnswer answer) {
        try {
            return switch (ChainCheck.verify(
                    IdentityCodec.chain(Ids.bytes(answer.getChain())), new Ed25519Verifier())) {
                case ChainVerdict.Valid(IdentityChain chain) -> chain;
                case ChainVerdict.Invalid(String reason) -> throw Failure.of("unexpected", reason);
            };
        } catch (Malformed e) {
            throw Failure.of("unexpected", String.valueOf(e.getMessage()));
        }
    }

    public static PublicKey signingKey(AdminWire.PrepareKeyChangeAnswer answer) {
        return new PublicKey(Ids.bytes(answer.getSigningKey()));
    }

    public static List<Seal> seals(AdminWire.PrepareKeyChangeAnswer answer) {
        return answer.getSealsList().stream()
                .map(seal -> new Seal(log(seal.getLog()), seal.getSize(), new Hash(Ids.bytes(seal.getRoot()))))
                .toList();
    }

    private static LogId log(AdminWire.LogPlace place) {
        return new LogId(
                new SchoolId(new Hash(Ids.bytes(place.getSchool()))),
                new Channel(place.getChannel()),
                new Scope(Ids.bytes(place.getScope())),
                place.getIncarnation());
    }
}
