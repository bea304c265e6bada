// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.LogId;

/** Certificates of several entries of which not all are here. For one thread. */
final class SplitCertificates {
    private final SortedMap<LogId, SortedMap<Long, Claim.Certifies>> waiting = new TreeMap<>();

    /** A certificate whose parts were found. */
    record Whole(LogId log, long seq, Bytes bytes) {}

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** One with too many parts, or a part outside of its own log before it, never becomes whole. */
    void add(LogId log, long seq, Claim.Certifies certificate) {
        boolean fits = certificate.parts().size() <= Limits.CERTIFICATE_PARTS
                && certificate.parts().stream().allMatch(part -> part.log().equals(log) && part.seq() < seq);
        if (fits) {
            SortedMap<Long, Claim.Certifies> ofLog = waiting.computeIfAbsent(log, _ -> new TreeMap<>());
            ofLog.put(seq, certificate);
            if (ofLog.size() > Limits.CERTIFICATES_OF_LOG) {
                ofLog.remove(ofLog.lastKey());
            }
        }
    }

    /** Entries of the log from {@code from} on are not held any more. */
    void forget(LogId log, long from) {
        SortedMap<Long, Claim.Certifies> ofLog = waiting.get(log);
        if (ofLog != null) {
            ofLog.tailMap(from).clear();
            if (ofLog.isEmpty()) {
                waiting.remove(log);
            }
        }
    }

    /** Takes out those whose parts are all here. */
    List<Whole> joined(PartSource source) {
        List<Whole> whole = new ArrayList<>();
        waiting.forEach((log, ofLog) -> ofLog.entrySet().removeIf(certificate -> {
            Optional<Bytes> bytes = join(certificate.getValue(), source);
            bytes.ifPresent(found -> whole.add(new Whole(log, certificate.getKey(), found)));
            return bytes.isPresent();
        }));
        waiting.values().removeIf(SortedMap::isEmpty);
        return whole;
    }

    private static Optional<Bytes> join(Claim.Certifies certificate, PartSource source) {
        Bytes all = Bytes.empty();
        for (EntryRef part : certificate.parts()) {
            Optional<Bytes> piece = source.entry(part.log(), part.seq())
                    .filter(entry -> isPart(entry, part))
                    .flatMap(Entry::body)
                    .map(Body::content);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            all = all.plus(piece.get());
        }
        return Optional.of(all.plus(certificate.end()));
    }

    private static boolean isPart(Entry entry, EntryRef part) {
        return entry.hash().equals(part.hash())
                && entry.header()
                        .filter(header -> header.kind().type().equals(ControlDrafts.PART_TYPE))
                        .isPresent();
    }
}
