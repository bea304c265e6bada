// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import com.google.protobuf.ByteString;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;

/** What schools have stated to store. */
final class Receipts {
    private Receipts() {}

    /** Whether {@code owner} has it in writing that {@code holder} stores the entry. */
    static boolean stated(DemoSchool owner, DemoSchool holder, Place entry) {
        return owner.admin().receipts(ByteString.EMPTY).getLogsList().stream()
                .filter(log -> Place.name(log.getLog()).equals(entry.log()))
                .flatMap(log -> log.getHoldersList().stream())
                .anyMatch(stated -> stated.getSchool().equals(holder.idBytes()) && stated.getSize() > entry.seq());
    }
}
