// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Seal;

/** What a change of keys seals. */
public final class Seals {
    private Seals() {}

    /**
     * Each log of the newest epoch of {@code chain}, at its newest head of which every entry is held.
     *
     * @param logs in the order in which they are to be sealed
     */
    public static List<Seal> of(List<LogState> logs, IdentityChain chain) {
        return logs.stream()
                .filter(state -> state.log().school().equals(chain.school())
                        && state.log().incarnation() == chain.epoch())
                .flatMap(state -> state.head().stream())
                .map(head -> new Seal(head.log(), head.size(), head.root()))
                .toList();
    }
}
