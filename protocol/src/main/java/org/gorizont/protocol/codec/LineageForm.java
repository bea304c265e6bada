// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** Which start of the program signs now. */
final class LineageForm {
    private static final int VERSION = 1;

    private LineageForm() {}

    static IdentityWire.LineageStatement toWire(LineageStatement lineage) {
        return IdentityWire.LineageStatement.newBuilder()
                .setVersion(VERSION)
                .setSchool(ToWire.hash(lineage.school().hash()))
                .setEpoch(lineage.epoch())
                .setStartCounter(lineage.startCounter())
                .setToken(ToWire.bytes(lineage.token()))
                .build();
    }

    static LineageStatement read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes,
                Limits.STATEMENT_BYTES,
                IdentityWire.LineageStatement.getDescriptor(),
                IdentityWire.LineageStatement.parser());
        FromWire.version("lineage", wire.getVersion());
        SchoolId school = FromWire.school("lineage.school", wire.getSchool());
        Bytes token = FromWire.bytes("lineage.token", wire.getToken(), LineageStatement.TOKEN_SIZE);
        return FromWire.make(
                "lineage", () -> new LineageStatement(school, wire.getEpoch(), wire.getStartCounter(), token));
    }
}
