// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.log.Version;
import org.gorizont.protocol.log.Version.Presence;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;

/**
 * The versions of a record as the store has them, from the newest to the oldest: through the log of one key of the school,
 * then through those of its older keys. Reads no further than the visitor goes on.
 */
final class HeldVersions {
    private static final int AT_ONCE = 16;

    private final LogStore store;
    private final LogTable logs;
    private final KnownIdentities identities;

    HeldVersions(LogStore store, LogTable logs, KnownIdentities identities) {
        this.store = store;
        this.logs = logs;
        this.identities = identities;
    }

    /**
     * Those of these records of which something is held besides the entries of {@code log} from {@code below} on: of the
     * others, which are most while a log comes in, nobody needs to look for older or newer versions.
     */
    SortedSet<RecordId> heldBesides(LogId log, long below, SortedSet<RecordId> records) {
        SortedSet<RecordId> held = new TreeSet<>(store.withVersions(log, records, below));
        for (int epoch = newestEpoch(log); epoch >= 0; epoch--) {
            if (epoch != log.incarnation() && logs.isKnown(at(log, epoch))) {
                held.addAll(store.withVersions(at(log, epoch), records, Long.MAX_VALUE));
            }
        }
        return held;
    }

    /** Versions in logs of newer keys than that of {@code log}, as far as they have effect. */
    List<Version> newer(LogId log, RecordId record) {
        List<Version> newer = new ArrayList<>();
        for (int epoch = newestEpoch(log); epoch > log.incarnation(); epoch--) {
            walk(at(log, epoch), record, Long.MAX_VALUE, newer::add);
        }
        return newer;
    }

    /** Versions below {@code below}, and those in logs of older keys. */
    void older(LogId log, RecordId record, long below, Predicate<Version> goesOn) {
        boolean on = walk(log, record, below, goesOn);
        for (int epoch = log.incarnation() - 1; on && epoch >= 0; epoch--) {
            on = walk(at(log, epoch), record, Long.MAX_VALUE, goesOn);
        }
    }

    /** An entry as it is held, if its header can be read. */
    static Optional<Version> version(LogId log, long seq, Entry entry, Presence promised) {
        return entry.header().map(header -> {
            Presence body = header.commitment().isEmpty() ? Presence.NONE : Presence.HERE;
            return new Version(log, seq, header, entry.lacksBody() ? promised : body);
        });
    }

    boolean isMissing(LogId log, long seq) {
        return store.missingBodies(log, seq, 1).equals(List.of(seq));
    }

    private boolean walk(LogId log, RecordId record, long below, Predicate<Version> goesOn) {
        if (!logs.isKnown(log)) {
            return true;
        }
        long next = Math.min(below, logs.effectiveEnd(logs.state(log)));
        List<Long> seqs;
        do {
            seqs = store.versions(log, record, next, AT_ONCE);
            for (long seq : seqs) {
                Optional<Version> version = store.entry(log, seq).flatMap(entry -> held(log, seq, entry));
                if (version.isPresent() && !goesOn.test(version.get())) {
                    return false;
                }
                next = seq;
            }
        } while (seqs.size() == AT_ONCE);
        return true;
    }

    private Optional<Version> held(LogId log, long seq, Entry entry) {
        boolean lacking = entry.lacksBody();
        return version(log, seq, entry, lacking && isMissing(log, seq) ? Presence.MISSING : Presence.GONE);
    }

    private int newestEpoch(LogId log) {
        int known = identities.chain(log.school()).map(IdentityChain::epoch).orElse(0);
        return Math.max(known, log.incarnation());
    }

    private static LogId at(LogId log, int epoch) {
        return new LogId(log.school(), log.channel(), log.scope(), epoch);
    }
}
