// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.LogWire;

/** Proofs about logs. */
final class ProofForm {
    private ProofForm() {}

    static LogWire.ConsistencyProof toWire(Consistency proof) {
        return LogWire.ConsistencyProof.newBuilder()
                .setOldSize(proof.oldSize())
                .setNewSize(proof.newSize())
                .addAllHashes(ToWire.hashes(proof.hashes()))
                .build();
    }

    static Consistency read(LogWire.ConsistencyProof proof) throws Malformed {
        List<Hash> hashes = FromWire.hashes("consistency.hashes", proof.getHashesList());
        return FromWire.make("consistency", () -> new Consistency(proof.getOldSize(), proof.getNewSize(), hashes));
    }

    static LogWire.InclusionProof toWire(Inclusion proof) {
        return LogWire.InclusionProof.newBuilder()
                .setSeq(proof.seq())
                .setSize(proof.size())
                .addAllHashes(ToWire.hashes(proof.hashes()))
                .build();
    }

    static Inclusion read(LogWire.InclusionProof proof) throws Malformed {
        List<Hash> hashes = FromWire.hashes("inclusion.hashes", proof.getHashesList());
        return FromWire.make("inclusion", () -> new Inclusion(proof.getSeq(), proof.getSize(), hashes));
    }

    static LogWire.ForkProof toWire(ForkProof proof) {
        return LogWire.ForkProof.newBuilder()
                .setFirst(ToWire.head(proof.first()))
                .setSecond(ToWire.head(proof.second()))
                .setIndex(proof.index())
                .setFirstLeaf(ToWire.hash(proof.firstLeaf()))
                .setSecondLeaf(ToWire.hash(proof.secondLeaf()))
                .addAllFirstPath(ToWire.hashes(proof.firstPath()))
                .addAllSecondPath(ToWire.hashes(proof.secondPath()))
                .build();
    }

    static ForkProof read(LogWire.ForkProof proof) throws Malformed {
        SignedHead first = HeadForm.signed(proof.getFirst());
        SignedHead second = HeadForm.signed(proof.getSecond());
        Hash firstLeaf = FromWire.hash("fork proof.first_leaf", proof.getFirstLeaf());
        Hash secondLeaf = FromWire.hash("fork proof.second_leaf", proof.getSecondLeaf());
        List<Hash> firstPath = FromWire.hashes("fork proof.first_path", proof.getFirstPathList());
        List<Hash> secondPath = FromWire.hashes("fork proof.second_path", proof.getSecondPathList());
        return FromWire.make(
                "fork proof",
                () -> new ForkProof(first, second, proof.getIndex(), firstLeaf, secondLeaf, firstPath, secondPath));
    }
}
