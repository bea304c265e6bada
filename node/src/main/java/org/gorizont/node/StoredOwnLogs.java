// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.admin.OwnStore;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;

/** Own logs as they are on disk. */
record StoredOwnLogs(SchoolId self, LogStore store) implements OwnStore {
    @Override
    public List<OwnLog> logs() {
        return store.logs().stream()
                .filter(state -> state.log().school().equals(self) && state.held() > 0)
                .map(state -> new OwnLog(
                        state.log(),
                        state.held(),
                        store.receipts(state.log()).stream()
                                .map(Signed::value)
                                .filter(receipt -> states(receipt, state))
                                .toList()))
                .toList();
    }

    /** Whether the receipt is about our version of the log: a holder of another branch stores something else. */
    private boolean states(Receipt receipt, LogState state) {
        return receipt.lines().stream()
                .filter(line -> line.log().equals(state.log()) && line.size() <= state.held())
                .anyMatch(line -> StoredTree.root(state.log(), line.size(), store)
                        .filter(line.root()::equals)
                        .isPresent());
    }

    @Override
    public List<Erased> erased(int atMost) {
        List<Erased> all = new ArrayList<>();
        for (LogState state : store.logs()) {
            if (state.log().school().equals(self) && !state.log().channel().equals(Channel.CONTROL)) {
                List<Long> seqs = store.erasures(state.log(), 0, Integer.MAX_VALUE);
                for (int i = Math.max(0, seqs.size() - atMost); i < seqs.size(); i++) {
                    long seq = seqs.get(i);
                    long before = i + 1L;
                    store.entry(state.log(), seq)
                            .flatMap(Entry::header)
                            .ifPresent(header -> all.add(new Erased(state.log(), seq, before, header)));
                }
            }
        }
        all.sort(Comparator.comparing(erased -> erased.header().claimedAt()));
        return all.subList(Math.max(0, all.size() - atMost), all.size());
    }

    @Override
    public Optional<Hash> leafHash(LogId log, long seq) {
        return store.entry(log, seq).map(Entry::hash);
    }

    @Override
    public Set<Hash> standing(Channel channel, Scope scope, Set<Hash> leaves) {
        Set<Hash> found = new HashSet<>();
        for (LogState state : store.logs()) {
            LogId log = state.log();
            if (log.school().equals(self)
                    && log.channel().equals(channel)
                    && log.scope().equals(scope)) {
                for (long from = 0; from < state.held(); from += HashTiles.WIDTH) {
                    store.tile(log, new HashTiles.TileId(0, from / HashTiles.WIDTH)).stream()
                            .filter(leaves::contains)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
