// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** Changes of keys. */
final class LinkForm {
    private static final int VERSION = 1;

    private LinkForm() {}

    static IdentityWire.Link toWire(Link link) {
        var wire = IdentityWire.Link.newBuilder()
                .setVersion(VERSION)
                .setSchool(ToWire.hash(link.school().hash()))
                .setEpoch(link.epoch())
                .setParent(ToWire.hash(link.parent()))
                .setRecoveryKey(ToWire.bytes(link.recoveryKey().bytes()))
                .setNextRecoveryCommitment(ToWire.hash(link.nextRecoveryCommitment()))
                .setSigningKey(ToWire.bytes(link.signingKey().bytes()))
                .setSealingKey(ToWire.bytes(link.sealingKey().bytes()));
        link.seals()
                .forEach(seal -> wire.addSeals(IdentityWire.Seal.newBuilder()
                        .setLog(ToWire.log(seal.log()))
                        .setSize(seal.size())
                        .setRoot(ToWire.hash(seal.root()))));
        return wire.build();
    }

    static Link read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes, Limits.STATEMENT_BYTES, IdentityWire.Link.getDescriptor(), IdentityWire.Link.parser());
        FromWire.version("link", wire.getVersion());
        SchoolId school = FromWire.school("link.school", wire.getSchool());
        Hash parent = FromWire.hash("link.parent", wire.getParent());
        PublicKey recovery = FromWire.publicKey("link.recovery_key", wire.getRecoveryKey());
        Hash next = FromWire.hash("link.next_recovery_commitment", wire.getNextRecoveryCommitment());
        PublicKey signing = FromWire.publicKey("link.signing_key", wire.getSigningKey());
        SealingKey sealing = FromWire.sealingKey("link.sealing_key", wire.getSealingKey());
        List<Seal> seals = FromWire.list(wire.getSealsList(), LinkForm::seal);
        return FromWire.make(
                "link", () -> new Link(school, wire.getEpoch(), parent, recovery, next, signing, sealing, seals));
    }

    private static Seal seal(IdentityWire.Seal seal) throws Malformed {
        LogId log = FromWire.log(seal.getLog());
        Hash root = FromWire.hash("link.seals.root", seal.getRoot());
        return FromWire.make("link.seals", () -> new Seal(log, seal.getSize(), root));
    }
}
