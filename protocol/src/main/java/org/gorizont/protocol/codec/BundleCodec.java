// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** The first message of a bundle. Parts count from 1. Format: docs/protocol.md, "Bundles". */
public final class BundleCodec {
    private static final int VERSION = 1;

    private BundleCodec() {}

    public static Bytes header(BundleHeader header) {
        return ToWire.bytes(ExchangeWire.BundleHeader.newBuilder()
                .setVersion(VERSION)
                .setFrom(ToWire.hash(header.from().hash()))
                .setCircle(ToWire.hash(header.circle().hash()))
                .setPart(header.part())
                .setParts(header.parts())
                .build());
    }

    public static BundleHeader header(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes,
                Limits.HEADER_BYTES,
                ExchangeWire.BundleHeader.getDescriptor(),
                ExchangeWire.BundleHeader.parser());
        FromWire.version("bundle", wire.getVersion());
        SchoolId from = FromWire.school("bundle.from", wire.getFrom());
        CircleId circle = FromWire.circle(wire.getCircle());
        FromWire.that(wire.getPart() >= 1 && wire.getPart() <= wire.getParts(), "bundle.part is out of range");
        return new BundleHeader(from, circle, wire.getPart(), wire.getParts());
    }
}
