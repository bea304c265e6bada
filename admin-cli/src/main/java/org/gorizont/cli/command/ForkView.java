// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a log, in JSON; names are those of the fields.
 *
 * @param index first entry that differs, from 0
 * @param heldVersion FIRST, SECOND, SHARED or OTHER
 * @param disputed entries that are held here and may belong to a version that does not count
 * @param sealedSize null unless a change of keys has settled which version counts
 */
record ForkView(
        String school,
        String name,
        boolean self,
        int channel,
        String scope,
        int incarnation,
        long index,
        long firstSize,
        long secondSize,
        long held,
        String heldVersion,
        long disputed,
        boolean settled,
        @Nullable Long sealedSize) {
    static ForkView of(AdminWire.ForkState fork) {
        return new ForkView(
                Ids.hex(fork.getLog().getSchool()),
                fork.getSchoolName(),
                fork.getSelf(),
                fork.getLog().getChannel(),
                Ids.hex(fork.getLog().getScope()),
                fork.getLog().getIncarnation(),
                fork.getIndex(),
                fork.getFirstSize(),
                fork.getSecondSize(),
                fork.getHeld(),
                fork.getHeldVersion(),
                fork.getSettled() ? 0 : Math.max(0, fork.getHeld() - fork.getIndex()),
                fork.getSettled(),
                fork.getSettled() ? fork.getSealedSize() : null);
    }
}
