// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.node.admin.ForkSource;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Seal;

/** Forks as they are on disk. */
record StoredForks(LogStore store) implements ForkSource {
    @Override
    public List<Fork> forks() {
        Map<LogId, ForkProof> earliest = new TreeMap<>();
        store.forks()
                .forEach(proof -> earliest.merge(proof.first().log(), proof, (a, b) -> a.index() <= b.index() ? a : b));
        List<Fork> forks = new ArrayList<>();
        earliest.forEach((log, proof) -> forks.add(fork(log, proof)));
        return forks;
    }

    private Fork fork(LogId log, ForkProof proof) {
        long held = store.log(log).map(LogState::held).orElse(0L);
        Optional<Seal> seal = store.chain(log.school()).flatMap(chain -> chain.seal(log));
        return new Fork(
                log,
                proof.index(),
                proof.first().size(),
                proof.second().size(),
                held,
                version(log, proof, held),
                seal.map(Seal::size));
    }

    private Version version(LogId log, ForkProof proof, long held) {
        if (held <= proof.index()) {
            return Version.SHARED;
        }
        HashSource tree = StoredTree.of(log, store);
        if (proof.index() < tree.first()) {
            return Version.OTHER;
        }
        Hash leaf = tree.node(0, proof.index());
        if (leaf.equals(proof.firstLeaf())) {
            return Version.FIRST;
        }
        return leaf.equals(proof.secondLeaf()) ? Version.SECOND : Version.OTHER;
    }
}
