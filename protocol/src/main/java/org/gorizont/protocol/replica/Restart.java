// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Channel;

/**
 * A log that goes on here behind a gap: between what is held and the floor nothing matters any more, so only the compact range
 * at the floor is taken. What is held, if anything, must be shown to be a beginning of the same tree; that the range is right
 * shows when the root under the head is computed from it.
 */
final class Restart {
    private Restart() {}

    /**
     * The state behind the gap, before the entries of {@code frame} are added.
     *
     * @param end where the log ends here
     * @param anew whether nobody could be found who proves that what is held is a beginning of the same tree
     */
    static Optional<LogState> of(LogState state, Entries frame, long end, boolean anew) {
        long start = frame.start();
        boolean fits = !state.log().channel().equals(Channel.CONTROL)
                && start > state.held()
                && start <= frame.head().floor()
                && start <= end
                && frame.base().size() == Long.bitCount(start);
        if (!fits) {
            return Optional.empty();
        }
        CompactRange base = CompactRange.of(start, frame.base());
        if (state.held() > 0 && !anew && !bridges(frame.bridge(), state, base)) {
            return Optional.empty();
        }
        return Optional.of(new LogState(
                state.log(),
                base,
                Optional.empty(),
                state.witnessed(),
                state.forkedAt(),
                state.arrival(),
                state.beginning().from(base, state.held() == 0)));
    }

    /** What the store must write so that tiles can go on there. */
    static List<Change> tiles(LogState state) {
        return HashTiles.placeholders(state.held()).stream()
                .<Change>map(tile -> new Change.TileWritten(state.log(), tile.id(), tile.hashes()))
                .toList();
    }

    private static boolean bridges(Optional<Consistency> bridge, LogState state, CompactRange base) {
        return bridge.filter(proof -> proof.oldSize() == state.held()
                        && proof.newSize() == base.size()
                        && proof.verifies(state.range().root(), base.root()))
                .isPresent();
    }
}
