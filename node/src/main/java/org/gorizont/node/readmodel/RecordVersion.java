// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.Instant;
import java.util.Optional;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Verb;

/**
 * One version of a record, as an entry states it.
 *
 * @param seq place of the entry in {@code log}; {@code order} differs from it for a re-put
 * @param claimedAt the writer's clock
 * @param content of the body; empty when there is none, or when it is not here
 */
public record RecordVersion(
        LogId log,
        long seq,
        RecordKey key,
        VersionOrder order,
        Kind kind,
        Verb verb,
        Instant claimedAt,
        Optional<Bytes> content) {

    /** The version that an entry states; empty for an entry that no read model is about. */
    public static Optional<RecordVersion> of(LogId log, long seq, Entry entry) {
        return entry.header()
                .filter(header -> isForReading(log, header))
                .map(header -> new RecordVersion(
                        log,
                        seq,
                        RecordKey.of(log, header.record()),
                        order(log, seq, header),
                        header.kind(),
                        header.verb(),
                        header.claimedAt(),
                        entry.body().map(body -> body.content())));
    }

    /** Whether it stands later than another one, whatever their order: of what is stated again, the last one counts. */
    boolean standsAfter(RecordVersion other) {
        return new VersionOrder(log.incarnation(), seq).compareTo(new VersionOrder(other.log.incarnation(), other.seq))
                > 0;
    }

    /** The same version where {@code again} states it. */
    RecordVersion movedTo(RecordVersion again) {
        return new RecordVersion(again.log, again.seq, key, order, kind, verb, claimedAt, content);
    }

    /** Whether the record ends with this version. */
    public boolean ends() {
        return !verb.hasBody();
    }

    /** Whether this version has a body that is not here. */
    public boolean lacksBody() {
        return verb.hasBody() && content.isEmpty();
    }

    /** What the body says; only for a version that neither ends its record nor lacks its body. */
    public Reading reading() {
        return RecordCodec.decode(kind, content.orElseThrow());
    }

    /** Records of a known kind count only where they belong; unknown kinds are listed wherever they are. */
    private static boolean isForReading(LogId log, Header header) {
        boolean shared =
                log.channel().equals(Channel.CATALOGUE) || log.channel().equals(Channel.CALENDAR);
        boolean ofOneCircle = log.scope().circle().isPresent();
        return shared
                && !header.sealed()
                && Kinds.home(header.kind())
                        .map(home -> home.channel().equals(log.channel()) && home.ofOneCircle() == ofOneCircle)
                        .orElse(true);
    }

    private static VersionOrder order(LogId log, long seq, Header header) {
        return header.origin()
                .filter(origin -> origin.incarnation() < log.incarnation()
                        || origin.incarnation() == log.incarnation() && origin.seq() < seq)
                .map(origin -> new VersionOrder(origin.incarnation(), origin.seq()))
                .orElse(new VersionOrder(log.incarnation(), seq));
    }
}
