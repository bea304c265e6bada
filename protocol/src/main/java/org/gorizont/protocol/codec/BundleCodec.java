// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** The messages of a bundle beside its frames. Parts count from 1. Format: docs/protocol.md, "Bundles". */
public final class BundleCodec {
    private static final int VERSION = 1;

    private BundleCodec() {}

    public static Bytes header(BundleHeader header) {
        var wire = ExchangeWire.BundleHeader.newBuilder()
                .setVersion(VERSION)
                .setFrom(ToWire.hash(header.from().hash()))
                .setPart(header.part());
        header.circles()
                .forEach(circle -> wire.addCircles(ExchangeWire.BundleCircle.newBuilder()
                        .setCircle(ToWire.hash(circle.id().hash()))
                        .setName(circle.name())));
        header.to().ifPresent(to -> wire.setTo(ToWire.hash(to.hash())));
        return ToWire.bytes(wire.build());
    }

    public static BundleHeader header(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes,
                Limits.STATEMENT_BYTES,
                ExchangeWire.BundleHeader.getDescriptor(),
                ExchangeWire.BundleHeader.parser());
        FromWire.version("bundle", wire.getVersion());
        SchoolId from = FromWire.school("bundle.from", wire.getFrom());
        List<BundleHeader.Circle> circles = FromWire.list(wire.getCirclesList(), BundleCodec::circle);
        FromWire.that(!circles.isEmpty() && circles.size() <= Limits.CIRCLES, "bundle.circles are none, or too many");
        Optional<SchoolId> to =
                FromWire.optional(!wire.getTo().isEmpty(), wire.getTo(), b -> FromWire.school("bundle.to", b));
        FromWire.that(wire.getPart() >= 1, "bundle.part is out of range");
        return new BundleHeader(from, circles, to, wire.getPart());
    }

    private static BundleHeader.Circle circle(ExchangeWire.BundleCircle wire) throws Malformed {
        String name = FromWire.text("bundle.circles.name", wire.getName(), Limits.TEXT_IN_FRAME);
        return new BundleHeader.Circle(FromWire.circle(wire.getCircle()), name);
    }

    public static Bytes end(BundleEnd end) {
        return ToWire.bytes(ExchangeWire.BundleEnd.newBuilder()
                .setFrames(end.frames())
                .setMore(end.more())
                .build());
    }

    public static BundleEnd end(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes, Limits.HEADER_BYTES, ExchangeWire.BundleEnd.getDescriptor(), ExchangeWire.BundleEnd.parser());
        return new BundleEnd(wire.getFrames(), wire.getMore());
    }
}
