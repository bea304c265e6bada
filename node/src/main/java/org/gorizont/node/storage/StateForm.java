// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Beginning;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Rows of {@link Family#LOGS}: the number of a log, and its state once it has one. */
final class StateForm {
    private StateForm() {}

    static byte[] write(int number) {
        return new FormWriter().number(number).done();
    }

    static byte[] write(int number, LogState state) {
        CompactRange range = state.range();
        FormWriter out = new FormWriter().number(number);
        write(out, range);
        write(out, state.head());
        write(out, state.witnessed());
        out.number(state.forkedAt().orElse(-1L)).number(state.arrival());
        if (!state.beginning().equals(Beginning.WHOLE)) {
            write(out.number(state.floor()), state.beginning().tree());
        }
        return out.done();
    }

    static int number(byte[] row) {
        return FormReader.read(Family.LOGS, row, FormReader::number);
    }

    static Optional<LogState> state(LogId log, byte[] row) {
        return FormReader.read(Family.LOGS, row, in -> {
            in.number();
            return in.atEnd() ? Optional.empty() : Optional.of(state(log, in));
        });
    }

    private static LogState state(LogId log, FormReader in) throws Malformed {
        CompactRange range = range(in);
        Optional<SignedHead> head = head(in);
        Optional<SignedHead> witnessed = head(in);
        long forkedAt = in.longNumber();
        return new LogState(
                log,
                range,
                head,
                witnessed,
                forkedAt < 0 ? Optional.empty() : Optional.of(forkedAt),
                in.longNumber(),
                in.atEnd() ? Beginning.WHOLE : new Beginning(in.longNumber(), range(in)));
    }

    private static void write(FormWriter out, CompactRange range) {
        out.number(range.size());
        range.hashes().forEach(hash -> out.fixed(hash.bytes()));
    }

    private static CompactRange range(FormReader in) throws Malformed {
        long size = in.longNumber();
        List<Hash> hashes = new ArrayList<>();
        for (int i = Long.bitCount(size); i > 0; i--) {
            hashes.add(in.hash());
        }
        return CompactRange.of(size, hashes);
    }

    private static void write(FormWriter out, Optional<SignedHead> head) {
        out.flag(head.isPresent());
        head.ifPresent(h -> out.sized(h.exact()).fixed(h.signature().bytes()));
    }

    private static Optional<SignedHead> head(FormReader in) throws Malformed {
        return in.flag() ? Optional.of(LogCodec.signedHead(in.sized(), in.signature())) : Optional.empty();
    }
}
