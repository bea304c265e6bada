// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.Comparator;
import java.util.Optional;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;

/**
 * One entry of a record as it is held: what {@link Superseding} decides by. The natural order is the order of the protocol: by
 * where the record was stated first, and of two statements of one version the later one is the greater.
 */
public record Version(LogId log, long seq, Header header, Presence body) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::firstIncarnation)
            .thenComparingLong(Version::firstSeq)
            .thenComparingInt(version -> version.log.incarnation())
            .thenComparingLong(Version::seq);

    /** What is here of a body. */
    public enum Presence {
        HERE,
        /** Promised, and asked for. */
        MISSING,
        /** It was dropped or erased. */
        GONE,
        /** The verb has none. */
        NONE
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /** Whether it states again what stood before: then its place in the log is not its place in the order. */
    public boolean isRestated() {
        return first().isPresent();
    }

    private int firstIncarnation() {
        return first().map(Origin::incarnation).orElse(log.incarnation());
    }

    private long firstSeq() {
        return first().map(Origin::seq).orElse(seq);
    }

    /** Nothing can have stood first behind its own place. */
    private Optional<Origin> first() {
        return header.origin()
                .filter(origin -> origin.incarnation() < log.incarnation()
                        || origin.incarnation() == log.incarnation() && origin.seq() < seq);
    }

    boolean erases() {
        return header.verb() == Verb.ERASE;
    }

    boolean isLatest() {
        return header.retention() == Retention.LATEST;
    }

    /** Whether it takes the place of those before it, by what is here of it now. */
    boolean decides() {
        return body == Presence.HERE || body == Presence.NONE;
    }

    public boolean canGo() {
        return body == Presence.HERE || body == Presence.MISSING;
    }
}
